import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { RevisionId } from '../../../shared/model/ids.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import { call } from '../../bridge/keyreel.ts'
import { errorInWords, inWords } from '../../i18n/inWords.ts'
import { committedProject, opened, settled, useDocument } from '../../store/document.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { inputClass } from '../../ui/Field.tsx'
import { List } from '../../ui/List.tsx'
import { historyRows } from './branches.ts'
import { Comparison } from './Comparison.tsx'
import styles from './History.module.css'
import { PruneBranches } from './PruneBranches.tsx'
import { RevisionRow } from './RevisionRow.tsx'

/** Every revision with its branches and names, newest first. Going back loses nothing: what came after stays. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const head = useDocument((state) => state.head)
  const [tree, setTree] = useState<Output<'project:tree'> | null>(null)
  const [search, setSearch] = useState('')
  const [name, setName] = useState('')
  const [compared, setCompared] = useState<readonly RevisionId[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const projectId = settingsOf(committedProject()).id

  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await settled()
      await work()
      setTree(await call('project:tree', { projectId }))
      setProblem(null)
    } catch (error) {
      setProblem(errorInWords(error))
    }
  }
  useEffect(() => {
    void settled()
      .then(() => call('project:tree', { projectId }))
      .then(setTree, (error: unknown) => setProblem(errorInWords(error)))
  }, [projectId])

  /** One is compared with what is now, two with each other; the older one first. */
  const compare = (id: RevisionId): void => {
    const ids = compared.includes(id)
      ? compared.filter((other) => other !== id)
      : [...compared, id].slice(-2)
    const order = (tree?.revisions ?? []).map((revision) => revision.id)
    setCompared(ids.sort((a, b) => order.indexOf(a) - order.indexOf(b)))
  }
  const [from, to] = compared
  const nameOf = (id: RevisionId): string => {
    const named = tree?.versions.find(({ revisionId }) => revisionId === id)
    const label = tree?.revisions.find((revision) => revision.id === id)?.label
    return named?.name ?? (label ? inWords(label) : '')
  }
  const wanted = search.toLocaleLowerCase()
  const rows = (tree ? historyRows(tree) : []).filter(({ revision, versions }) =>
    [inWords(revision.label), ...versions].some((text) =>
      text.toLocaleLowerCase().includes(wanted),
    ),
  )
  return (
    <Dialog title={t('history.title')} isOpen width={680} onClose={onClose}>
      <form
        className={styles.naming}
        onSubmit={(event) => {
          event.preventDefault()
          void attempt(async () => {
            await call('project:nameVersion', { projectId, name: name.trim() })
            setName('')
          })
        }}
      >
        <input
          className={inputClass}
          aria-label={t('history.versionName')}
          placeholder={t('history.versionName')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" disabled={name.trim() === ''}>
          {t('history.nameVersion')}
        </Button>
      </form>
      <input
        type="search"
        className={inputClass}
        aria-label={t('history.search')}
        placeholder={t('history.search')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {from !== undefined && head && (
        <Comparison
          projectId={projectId}
          from={from}
          to={to ?? head.revisionId}
          title={t('history.between', {
            from: nameOf(from),
            to: to === undefined ? t('history.now') : nameOf(to),
          })}
          onClose={() => setCompared([])}
        />
      )}
      {head && (
        <PruneBranches
          key={head.revisionId}
          projectId={projectId}
          revisionId={head.revisionId}
          attempt={attempt}
        />
      )}
      <List label={t('history.title')}>
        {rows.map((row) => (
          <RevisionRow
            key={row.revision.id}
            row={row}
            isCurrent={row.revision.id === head?.revisionId}
            isCompared={compared.includes(row.revision.id)}
            onCompare={() => compare(row.revision.id)}
            onGoTo={() =>
              void attempt(async () =>
                opened(await call('project:goTo', { projectId, revisionId: row.revision.id })),
              )
            }
          />
        ))}
      </List>
    </Dialog>
  )
}
