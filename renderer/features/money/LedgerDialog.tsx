import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { TaskAccount } from '../../../shared/ipc/money.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import { call } from '../../bridge/keyreel.ts'
import { errorInWords } from '../../i18n/inWords.ts'
import { inDollars } from '../../i18n/numbers.ts'
import { committedProject } from '../../store/document.ts'
import { useJobs } from '../../store/jobs.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Balance } from './Balance.tsx'
import styles from './Ledger.module.css'
import { LedgerTable } from './LedgerTable.tsx'

type Scope = 'project' | 'all'
type Standing = Output<'money:standing'>

interface Books {
  readonly tasks: readonly TaskAccount[]
  /** Null for all projects, which have no limit together. */
  readonly standing: Standing | null
}

async function readBooks(scope: Scope): Promise<Books> {
  if (scope === 'all') return { ...(await call('money:tasks', {})), standing: null }
  const projectId = settingsOf(committedProject()).id
  const [{ tasks }, standing] = await Promise.all([
    call('money:tasks', { projectId }),
    call('money:standing', { projectId }),
  ])
  return { tasks, standing }
}

/** What was quoted, reserved, billed and given up, task by task, and what it comes to. */
export function LedgerDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [scope, setScope] = useState<Scope>('project')
  const [books, setBooks] = useState<Books | null>(null)
  const [said, setSaid] = useState<{ readonly text: string; readonly isProblem: boolean } | null>(
    null,
  )
  // A job that begins or ends writes into the books.
  const jobs = useJobs((state) => state.jobs)
  const attempt = useCallback(async (work: () => Promise<string | null>): Promise<void> => {
    try {
      const text = await work()
      if (text !== null) setSaid({ text, isProblem: false })
    } catch (error) {
      setSaid({ text: errorInWords(error), isProblem: true })
    }
  }, [])
  const refresh = useCallback(
    () =>
      attempt(async () => {
        setBooks(await readBooks(scope))
        return null
      }),
    [attempt, scope],
  )
  useEffect(() => {
    void refresh()
  }, [refresh, jobs])

  const writeOff = (taskUUID: string): void => {
    void attempt(async () => {
      await call('money:writeOff', { taskUUID })
      await refresh()
      return t('ledger.givenUp')
    })
  }
  const exportCsv = (): void => {
    void attempt(async () => {
      const written = await call(
        'money:exportCsv',
        scope === 'all' ? {} : { projectId: settingsOf(committedProject()).id },
      )
      return written && t('ledger.exported', { name: written.name })
    })
  }
  return (
    <Dialog
      title={t('ledger.title')}
      isOpen
      width={920}
      onClose={onClose}
      footer={
        <Button disabled={!books || books.tasks.length === 0} onClick={exportCsv}>
          {t('ledger.export')}
        </Button>
      }
    >
      <div className={styles.head}>
        <Segmented<Scope>
          label={t('ledger.scope')}
          value={scope}
          options={[
            { value: 'project', label: t('ledger.thisProject') },
            { value: 'all', label: t('ledger.allProjects') },
          ]}
          onChange={setScope}
        />
        <Balance />
      </div>
      {said && (
        <p role={said.isProblem ? 'alert' : 'status'} data-problem={said.isProblem}>
          {said.text}
        </p>
      )}
      {books && <Sums tasks={books.tasks} standing={books.standing} />}
      {books?.tasks.length === 0 && <EmptyState text={t('ledger.empty')} />}
      {books && books.tasks.length > 0 && (
        <LedgerTable tasks={books.tasks} hasProjects={scope === 'all'} onWriteOff={writeOff} />
      )}
    </Dialog>
  )
}

function Sums({ tasks, standing }: Books) {
  const { t } = useTranslation()
  const sum = (of: (task: TaskAccount) => number): string =>
    inDollars(tasks.reduce((total, task) => total + of(task), 0))
  const ended = (state: TaskAccount['state']) => (task: TaskAccount) =>
    task.state === state ? task.billed : 0
  const facts: readonly (readonly [string, string])[] = [
    [t('ledger.quoted'), sum(({ quoted }) => quoted)],
    [t('ledger.reserved'), sum(({ reserved }) => reserved)],
    [t('ledger.settled'), sum(ended('settled'))],
    [t('ledger.writtenOff'), sum(ended('writtenOff'))],
    [t('ledger.difference'), sum(({ difference }) => difference)],
    ...(standing
      ? [
          [
            t('ledger.cap'),
            standing.cap === null || standing.left === null
              ? t('quote.noCap')
              : t('quote.capLeft', {
                  left: inDollars(standing.left),
                  cap: inDollars(standing.cap),
                }),
          ] as const,
        ]
      : []),
  ]
  return (
    <dl className={styles.sums} aria-label={t('ledger.sums')}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
