/**
 * Money: what a project may cost, what was promised and what became of it. Amounts are whole units of 1e-7 USD. Each
 * paid task goes quote -> reservation -> settlement, release or write-off, and each of these in the transaction of the
 * job's own step (main/services/shots, main/jobs/runners/generate).
 */
import { dollarsOf } from '../../shared/generation/pricing.ts'
import type { TaskAccount } from '../../shared/ipc/money.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import { say } from '../../shared/words/say.ts'
import type { LedgerRow, LedgerTotals } from '../database/repositories/ledger.ts'
import type { Limits } from '../database/repositories/limits.ts'
import type { Store } from '../database/store.ts'
import { type Clock, isoTime } from './Clock.ts'
import { ServiceError } from './ServiceError.ts'

/** Where a project stands. `left` is null without a cap, and below 0 where the cap was lowered under what is spent. */
export interface MoneyStanding extends Limits, LedgerTotals {
  readonly left: number | null
}

export type Money = ReturnType<typeof createMoney>

export function createMoney({ store, clock }: { readonly store: Store; readonly clock: Clock }) {
  function nameOf(projectId: ProjectId): string {
    const row = store.projects.find(projectId)
    if (row) return row.name
    throw new ServiceError('notFound', say('project:notHere', { project: projectId }))
  }

  function standing(projectId: ProjectId): MoneyStanding {
    nameOf(projectId)
    const limits = store.limits.of(projectId)
    const totals = store.ledger.totals(projectId)
    return { ...limits, ...totals, left: limits.cap === null ? null : limits.cap - used(totals) }
  }

  return {
    standing,

    /** Changes the limits that are named; null takes one away. @throws ServiceError `notFound` */
    setLimits(projectId: ProjectId, limits: Partial<Limits>): MoneyStanding {
      return store.transaction(() => {
        const { cap, confirmAbove } = { ...standing(projectId), ...limits }
        store.limits.put(projectId, { cap, confirmAbove })
        return standing(projectId)
      })
    },

    /**
     * Lets an amount be reserved. To be called inside the transaction that reserves it, so that two requests at once
     * cannot both take what is left.
     * @throws ServiceError `refused` beyond the cap, and above the amount that has to be confirmed when it was not.
     */
    admit(projectId: ProjectId, amount: number, isConfirmed: boolean): void {
      if (amount === 0) return
      const { cap, confirmAbove, left, ...totals } = standing(projectId)
      const [project, price] = [nameOf(projectId), dollarsOf(amount)]
      if (cap !== null && left !== null && amount > left) {
        const words = { amount: price, project, cap: dollarsOf(cap), used: dollarsOf(used(totals)) }
        throw new ServiceError('refused', say('money:overCap', words))
      }
      if (confirmAbove !== null && amount > confirmAbove && !isConfirmed) {
        const words = { amount: price, project, limit: dollarsOf(confirmAbove) }
        throw new ServiceError('refused', say('money:asksFirst', words))
      }
    },

    /** Every entry as it was written, oldest first. */
    entries: (projectId?: ProjectId): LedgerRow[] => store.ledger.rows(projectId),

    /** One line for each task, oldest first: what was quoted against what was billed. */
    tasks: (projectId?: ProjectId): TaskAccount[] => accountsOf(store.ledger.rows(projectId)),

    /**
     * Gives up what is reserved for a task: it may have been billed and no take will come. It goes on counting against
     * the cap.
     * @throws ServiceError when there is nothing to give up, or its job is still under way.
     */
    writeOff(taskUUID: string): TaskAccount {
      return store.transaction(() => {
        const promise = store.ledger.reservation(taskUUID)
        if (!promise)
          throw new ServiceError('notFound', say('money:noSuchTask', { task: taskUUID }))
        if (store.ledger.isClosed(taskUUID)) {
          throw new ServiceError('refused', say('money:taskClosed'))
        }
        const job = store.jobs.find(promise.jobId)
        if (job && ['queued', 'running'].includes(job.state.status)) {
          throw new ServiceError('refused', say('money:taskUnderWay', { title: job.title }))
        }
        store.ledger.add({
          ...promise,
          kind: 'writeOff',
          note: say('money:writtenOffByHand'),
          at: isoTime(clock),
        })
        const [account] = accountsOf(
          store.ledger.rows(promise.projectId).filter((row) => row.taskUUID === taskUUID),
        )
        if (!account) throw new Error(`The books of ${taskUUID} vanished`)
        return account
      })
    },
  }
}

/** What counts against a cap: promised, paid and given up. */
const used = ({ reserved, settled, writtenOff }: LedgerTotals): number =>
  reserved + settled + writtenOff

const STATES = { settlement: 'settled', release: 'released', writeOff: 'writtenOff' } as const

function accountsOf(rows: readonly LedgerRow[]): TaskAccount[] {
  const tasks = new Map<string, LedgerRow[]>()
  for (const row of rows) tasks.set(row.taskUUID, [...(tasks.get(row.taskUUID) ?? []), row])
  return [...tasks].flatMap(([taskUUID, entries]): TaskAccount[] => {
    const of = (kind: LedgerRow['kind']) => entries.find((entry) => entry.kind === kind)
    const promise = of('reservation')
    if (!promise) return []
    const end = of('settlement') ?? of('release') ?? of('writeOff')
    const { projectId, projectName, title, lane, at } = promise
    const billed = end === undefined || end.kind === 'release' ? 0 : end.amount
    const quoted = of('quote')?.amount ?? promise.amount
    return [
      {
        ...{ taskUUID, projectId, projectName, title, at, quoted, billed },
        engine: lane === 'generate:local' ? 'local' : lane === null ? null : 'runware',
        reserved: end ? 0 : promise.amount,
        // Only what is over can be compared with its quote.
        difference: end && end.kind !== 'release' ? billed - quoted : 0,
        state: end ? STATES[end.kind as keyof typeof STATES] : 'reserved',
        closedAt: end?.at ?? null,
        note: end?.note ?? promise.note,
      },
    ]
  })
}
