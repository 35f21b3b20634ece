import { useTranslation } from 'react-i18next'
import { ACTIONS } from '../../../shared/actions/catalogue.ts'
import { formatChord } from '../../store/keymap.ts'
import { isMac } from '../../store/platform.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { List, ListRow } from '../../ui/List.tsx'

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('help.shortcuts')} isOpen onClose={onClose}>
      <List label={t('help.shortcuts')}>
        {Object.entries(ACTIONS)
          .filter(([, { keys }]) => keys.length > 0)
          .map(([id, { keys }]) => (
            <ListRow
              key={id}
              main={t(`action.${id}`)}
              side={keys.map((key) => formatChord(key, isMac)).join(', ')}
            />
          ))}
      </List>
    </Dialog>
  )
}
