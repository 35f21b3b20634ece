/**
 * The one durable queue. A job is a row; whoever runs it holds a lease with a fencing token, so that of two processes
 * on one store exactly one runs it and only that one writes its end. What a crash left running is taken up again.
 */

import type { Job, JobState } from '../../shared/jobs/job.ts'
import type { JobId } from '../../shared/model/ids.ts'
import { say } from '../../shared/words/say.ts'
import { type JobRow, type Lane, publicJob } from '../database/repositories/jobRow.ts'
import type { Lease } from '../database/repositories/jobs.ts'
import type { Store } from '../database/store.ts'
import type { Log } from '../log/Log.ts'
import { type Clock, isoTime } from '../services/Clock.ts'
import { ServiceError } from '../services/ServiceError.ts'
import { JobStopped } from './JobStopped.ts'
import { endDoomed, repeat } from './needs.ts'
import { isDeadOwner, makeOwner } from './owner.ts'
import type { Runner } from './Runner.ts'
import { type RunPorts, runJob } from './run.ts'
import { sweepWork } from './sweepWork.ts'

export interface QueueOptions {
  readonly store: Store
  readonly clock: Clock
  readonly runners: readonly Runner[]
  /** Each run gets a folder of its own in here. */
  readonly workFolder: string
  readonly log: Log
  readonly secrets: () => readonly string[]
  /** Told after each change that is durable. */
  readonly onChange: (job: Job) => void
  readonly owner?: string
  readonly limits?: Readonly<Partial<Record<Lane, number>>>
}

const LIMITS: Readonly<Record<Lane, number>> = {
  // One reads sound on and on while the other looks for pictures here and there: both are seen early.
  prepare: 2,
  proxy: 1,
  export: 1,
  'generate:local': 1,
  'generate:runware': 3,
}
const LANES = Object.keys(LIMITS) as Lane[]

/** Milliseconds. A lease outlives several missed heartbeats, and a crashed process's jobs wait no longer than this. */
const LEASE = 20_000
const HEARTBEAT = 5_000
/** How often the store is asked for jobs that another process queued. */
const POLL = 2_000

/** How often a job that another process runs is looked at. */
const WATCH = 200

interface Running {
  readonly lane: Lane
  readonly lease: Lease
  readonly abort: AbortController
  readonly ended: Promise<void>
}

export type Queue = ReturnType<typeof createQueue>

export function createQueue(options: QueueOptions) {
  const { store, clock, log, onChange } = options
  const owner = options.owner ?? makeOwner()
  const limits = { ...LIMITS, ...options.limits }
  const running = new Map<JobId, Running>()
  const runners = new Map(options.runners.map((runner) => [runner.kind, runner]))
  const timers: (() => void)[] = []
  let stage: 'unstarted' | 'open' | 'closed' = 'unstarted'
  let isBeating = false
  let sweeping: Promise<void> = Promise.resolve()
  /** Called once, at the next change of a job here. */
  const awaiting = new Set<() => void>()

  const announce = (id: JobId): void => {
    const row = store.jobs.find(id)
    if (row) onChange(publicJob(row))
    const called = [...awaiting]
    awaiting.clear()
    for (const call of called) call()
  }

  const ports: RunPorts = { ...options, runners, announce }

  /** Starts whatever may start now. */
  function wake(): void {
    if (stage !== 'open') return
    try {
      // Where another process ended what they need, or an older program did.
      if (store.jobs.doomed().length > 0)
        store.transaction(() => endDoomed(ports)).forEach(announce)
      for (const lane of LANES) fill(lane)
    } catch (error) {
      // The store may be full or locked for a moment; the next poll tries again.
      log.write('error', 'The queue could not take a job', error)
    }
  }

  function fill(lane: Lane): void {
    const busy = (): number => [...running.values()].filter((run) => run.lane === lane).length
    while (busy() < limits[lane]) {
      const now = clock.now()
      const times = { now, until: now + LEASE, at: isoTime(clock) }
      const row = store.jobs.claim(lane, owner, times, [...running.keys()])
      if (!row) return
      begin(row)
    }
  }

  function begin(row: JobRow): void {
    const abort = new AbortController()
    const lease: Lease = { jobId: row.id, owner, fence: row.fence }
    const ended = runJob(ports, row, lease, abort.signal).finally(() => {
      running.delete(row.id)
      wake()
    })
    running.set(row.id, { lane: row.lane, lease, abort, ended })
    announce(row.id)
  }

  function takeUp({ id, leaseOwner }: JobRow): void {
    if (leaseOwner !== null && isDeadOwner(leaseOwner)) store.jobs.expire(leaseOwner)
    const now = clock.now()
    const times = { now, until: now + LEASE, at: isoTime(clock) }
    const claimed = store.jobs.claimThis(id, owner, times)
    if (claimed) begin(claimed)
  }

  function heartbeat(): void {
    for (const { lease, abort } of running.values()) {
      try {
        const kept = store.jobs.renew(lease, clock.now() + LEASE)
        if (!kept) abort.abort(new JobStopped('leaseLost'))
        else if (kept.cancelRequested) abort.abort(new JobStopped('cancelled'))
      } catch (error) {
        log.write('warn', 'A lease could not be renewed', error)
      }
    }
  }

  /**
   * A job that has ended already stays as it is. What only this job needed is cancelled with it, the last one first.
   * @throws ServiceError `notFound`
   */
  function cancel(id: JobId): void {
    const row = store.jobs.find(id)
    if (!row) throw new ServiceError('notFound', say('job:gone'))
    const state: JobState = { status: 'cancelled', finishedAt: isoTime(clock) }
    const ended = store.transaction(() => {
      if (!store.jobs.endQueued(id, state)) {
        store.jobs.requestCancel(id)
        return []
      }
      const { checkpoint } = row
      const error = new JobStopped('cancelled')
      runners
        .get(row.kind)
        ?.ended(row.payload, { job: row, status: 'cancelled', error, checkpoint })
      return endDoomed(ports)
    })
    running.get(id)?.abort.abort(new JobStopped('cancelled'))
    for (const each of [id, ...ended]) announce(each)
    const asked = new Set<JobId>()
    const next = () => store.jobs.onlyFor(id).find((needed) => !asked.has(needed))
    for (let needed = next(); needed !== undefined; needed = next()) {
      asked.add(needed)
      cancel(needed)
    }
  }

  /** The job itself where its turn has come, else the first open one that it waits for. */
  function dueFor(row: JobRow): JobRow {
    for (const id of row.needs) {
      const needed = store.jobs.find(id)
      if (needed && isOpenState(needed.state)) return dueFor(needed)
    }
    return row
  }

  return {
    /**
     * Begins to run jobs: first what a dead process left, and what was set aside while a service still worked on it. Said
     * once more, or after the end, it does nothing: a page that is loaded anew says it again.
     */
    start(): void {
      if (stage !== 'unstarted') return
      stage = 'open'
      for (const other of store.jobs.owners()) {
        if (isDeadOwner(other)) store.jobs.expire(other)
      }
      const ended = [...store.jobs.withStatus('cancelled'), ...store.jobs.withStatus('failed')]
      for (const row of ended) {
        if (!runners.get(row.kind)?.leftOpen(row.payload, row.checkpoint)) continue
        store.transaction(() => repeat(ports, row.id))
      }
      if (!isBeating) timers.push(clock.every(HEARTBEAT, heartbeat))
      isBeating = true
      timers.push(clock.every(POLL, wake))
      sweeping = sweepWork(options.workFolder, store).catch((error: unknown) =>
        log.write('warn', 'Old work folders could not be removed', error),
      )
      wake()
    },

    /** To be called after the transaction that wrote new jobs. */
    added(ids: readonly JobId[]): void {
      for (const id of ids) announce(id)
      wake()
    },

    cancel,

    /**
     * Puts a failed or cancelled job back into the queue with its checkpoint, with what it needs and what ended only
     * because of it. One that waits to be tried again is tried now. @throws ServiceError
     */
    retry(id: JobId): void {
      const again = store.transaction(() => (store.jobs.tryNow(id) ? [id] : repeat(ports, id)))
      again.forEach(announce)
      wake()
    },

    /**
     * Sees one job through to its end, whether or not the queue is started: runs it and what it needs here, or waits for the
     * process that does. Answers how it ended.
     * @throws ServiceError `notFound`; the signal's reason, and the job goes on here until it is cancelled or the queue
     * is closed.
     */
    async finish(id: JobId, signal: AbortSignal): Promise<JobState> {
      // It beats until the queue is closed, for a job that is left running here too.
      if (!isBeating) timers.push(clock.every(HEARTBEAT, heartbeat))
      isBeating = true
      const stopped = new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => resolve(), { once: true })
      })
      for (;;) {
        signal.throwIfAborted()
        const row = store.jobs.find(id)
        if (!row) throw new ServiceError('notFound', say('job:gone'))
        if (!isOpenState(row.state)) return row.state
        const due = dueFor(row)
        if (!running.has(due.id)) takeUp(due)
        await Promise.race([running.get(due.id)?.ended ?? ticked(clock, WATCH), stopped])
      }
    },

    /**
     * Resolves when no job is open any more. What ends here is seen at once; of other processes' jobs nobody tells, so the
     * store is looked at as often as for new ones. @throws the signal's reason
     */
    async drained(signal: AbortSignal): Promise<void> {
      const stopped = new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => resolve(), { once: true })
      })
      for (;;) {
        signal.throwIfAborted()
        if (!store.jobs.recent(0).some(({ state }) => isOpenState(state))) return
        const changed = new Promise<void>((resolve) => awaiting.add(resolve))
        await Promise.race([changed, ticked(clock, POLL), stopped])
      }
    },

    /** Newest first: all open ones, and the last hundred that ended. */
    list: (): Job[] => store.jobs.recent(100).map(publicJob),

    /** Resolves when the job has ended here; at once when it does not run in this process. */
    ended: async (id: JobId): Promise<void> => running.get(id)?.ended,

    /** Stops running; what is under way goes back into the queue. Resolves when the last runner has let go. */
    async close(): Promise<void> {
      stage = 'closed'
      for (const stop of timers.splice(0)) stop()
      const left = [...running.values()]
      for (const { abort } of left) abort.abort(new JobStopped('shutdown'))
      await Promise.all([sweeping, ...left.map(({ ended }) => ended)])
    },
  }
}

const isOpenState = ({ status }: JobState): boolean => status === 'queued' || status === 'running'

/** Resolves after an interval of the clock. */
const ticked = (clock: Clock, interval: number): Promise<void> =>
  new Promise((resolve) => {
    const stop = clock.every(interval, () => {
      stop()
      resolve()
    })
  })
