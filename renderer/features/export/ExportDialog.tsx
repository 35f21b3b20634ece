import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/Dialog.tsx'
import { ExportForm } from './ExportForm.tsx'
import { ExportJobs } from './ExportJobs.tsx'

export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('export.title')} isOpen onClose={onClose}>
      <ExportForm />
      <ExportJobs />
    </Dialog>
  )
}
