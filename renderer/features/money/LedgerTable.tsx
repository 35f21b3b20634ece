import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskAccount } from '../../../shared/ipc/money.ts'
import { inWords } from '../../i18n/inWords.ts'
import { inDollars, moment } from '../../i18n/numbers.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './Ledger.module.css'

interface LedgerTableProps {
  /** Oldest first, as the books are written. */
  readonly tasks: readonly TaskAccount[]
  /** Whether they are of several projects, which are named then. */
  readonly hasProjects: boolean
  readonly onWriteOff: (taskUUID: string) => void
}

const TONES = {
  reserved: 'accent',
  settled: 'good',
  released: 'normal',
  writtenOff: 'warning',
} as const

/** A line for each task, the newest first: what was promised against what it came to. */
export function LedgerTable({ tasks, hasProjects, onWriteOff }: LedgerTableProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('ledger.title')}>
        <thead>
          <tr>
            <th>{t('ledger.when')}</th>
            {hasProjects && <th>{t('ledger.project')}</th>}
            <th>{t('ledger.task')}</th>
            <th className={styles.amount}>{t('ledger.quoted')}</th>
            <th className={styles.amount}>{t('ledger.reserved')}</th>
            <th className={styles.amount}>{t('ledger.billed')}</th>
            <th className={styles.amount}>{t('ledger.difference')}</th>
            <th>{t('ledger.state')}</th>
          </tr>
        </thead>
        <tbody>
          {[...tasks].reverse().map((task) => (
            <TaskRow
              key={task.taskUUID}
              task={task}
              hasProject={hasProjects}
              onWriteOff={() => onWriteOff(task.taskUUID)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface TaskRowProps {
  readonly task: TaskAccount
  readonly hasProject: boolean
  readonly onWriteOff: () => void
}

function TaskRow({ task, hasProject, onWriteOff }: TaskRowProps) {
  const { t } = useTranslation()
  /** Giving up cannot be taken back, so it takes two presses. */
  const [isSure, setIsSure] = useState(false)
  const title = task.title ? inWords(task.title) : task.taskUUID
  const note = inWords(task.note)
  const isOpen = task.state === 'reserved'
  return (
    <tr>
      <td className={styles.time}>{moment(task.at)}</td>
      {hasProject && <td>{task.projectName}</td>}
      <td title={task.taskUUID}>
        <div>{title}</div>
        <div className={styles.note}>
          {[task.engine && t(`takes.engine.${task.engine}`), note].filter(Boolean).join(' · ')}
        </div>
      </td>
      <td className={styles.amount}>{inDollars(task.quoted)}</td>
      <td className={styles.amount}>{inDollars(task.reserved)}</td>
      <td className={styles.amount}>{isOpen ? '–' : inDollars(task.billed)}</td>
      <td className={styles.amount} data-over={task.difference > 0}>
        {isOpen ? '–' : inDollars(task.difference)}
      </td>
      <td>
        <Badge tone={TONES[task.state]}>{t(`ledger.states.${task.state}`)}</Badge>
        {isOpen && (
          <Button
            look="quiet"
            title={t('ledger.giveUpHint')}
            aria-label={t(isSure ? 'ledger.giveUpSurelyOf' : 'ledger.giveUpOf', { title })}
            onClick={() => (isSure ? onWriteOff() : setIsSure(true))}
          >
            {t(isSure ? 'ledger.giveUpSurely' : 'ledger.giveUp')}
          </Button>
        )}
      </td>
    </tr>
  )
}
