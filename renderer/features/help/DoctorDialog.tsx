import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../bridge/keyreel.ts'
import { errorInWords } from '../../i18n/inWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './Doctor.module.css'

/** What was found on this machine, and what each missing thing would enable. */
export function DoctorDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState<string | null>(null)
  useEffect(() => {
    void call('app:doctor', {}).then(
      (answer) => setText(answer.text),
      (error: unknown) => setText(errorInWords(error)),
    )
  }, [])
  return (
    <Dialog
      title={t('help.doctor')}
      isOpen
      width={720}
      onClose={onClose}
      footer={
        <Button
          disabled={text === null}
          onClick={() => void call('app:copyText', { text: text ?? '' })}
        >
          {t('common.copy')}
        </Button>
      }
    >
      <pre className={styles.report}>{text ?? t('help.examining')}</pre>
    </Dialog>
  )
}
