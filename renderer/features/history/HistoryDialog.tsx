import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RevisionSummary } from '../../../shared/ipc/contract.ts'
import type { RevisionId } from '../../../shared/model/ids.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import { call } from '../../bridge/keyreel.ts'
import { committedProject, opened, settled, useDocument } from '../../store/document.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { inputClass } from '../../ui/Field.tsx'
import { List, ListRow } from '../../ui/List.tsx'

/** Every revision, newest first. Going back loses nothing: what came after stays in the list. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const head = useDocument((state) => state.head)
  const [revisions, setRevisions] = useState<readonly RevisionSummary[]>([])
  const [search, setSearch] = useState('')
  useEffect(() => {
    void (async () => {
      await settled()
      const answer = await call('project:history', { projectId: settingsOf(committedProject()).id })
      setRevisions([...answer.revisions].reverse())
    })()
  }, [])
  const goTo = async (revisionId: RevisionId): Promise<void> => {
    opened(await call('project:goTo', { projectId: settingsOf(committedProject()).id, revisionId }))
  }
  const found = revisions.filter(({ label }) =>
    label.toLocaleLowerCase().includes(search.toLocaleLowerCase()),
  )
  return (
    <Dialog title={t('history.title')} isOpen width={640} onClose={onClose}>
      <input
        type="search"
        className={inputClass}
        aria-label={t('history.search')}
        placeholder={t('history.search')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <List label={t('history.title')}>
        {found.map((revision) => {
          const isCurrent = revision.id === head?.revisionId
          return (
            <ListRow
              key={revision.id}
              isCurrent={isCurrent}
              main={revision.label}
              side={new Date(revision.at).toLocaleString([], { hour12: false })}
              action={
                <Button look="quiet" disabled={isCurrent} onClick={() => void goTo(revision.id)}>
                  {t(isCurrent ? 'history.here' : 'history.goBack')}
                </Button>
              }
            />
          )
        })}
      </List>
    </Dialog>
  )
}
