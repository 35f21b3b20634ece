/**
 * The one durable queue. A job is a row; whoever runs it holds a lease with a fencing token, so that of two processes
 * on one store exactly one runs it and only that one writes its end. What a crash left running is taken up again.
 */
import { mkdir, rm } from 'node:fs/promises'
import type { Job, JobState } from '../../shared/jobs/job.ts'
import type { JobId } from '../../shared/model/ids.ts'
import { type JobRow, type Lane, type Lease, publicJob } from '../database/repositories/jobs.ts'
import { StorageError } from '../database/StorageError.ts'
import type { Store } from '../database/store.ts'
import type { Log } from '../log/Log.ts'
import { type Clock, isoTime } from '../services/Clock.ts'
import { ServiceError } from '../services/ServiceError.ts'
import { explainFailure } from './explainFailure.ts'
import { JobStopped } from './JobStopped.ts'
import { isDeadOwner, makeOwner } from './owner.ts'
import type { Finish, RunContext, Runner } from './Runner.ts'
import { sweepWork, workFolderOf } from './sweepWork.ts'

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
  prepare: 1,
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
/** Between two writes of progress of one job. */
const PROGRESS = 250
/** A job that took its process down this often is stopped. */
const MAX_CRASHES = 5

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
  let isOpen = false
  let sweeping: Promise<void> = Promise.resolve()

  const runnerOf = (row: JobRow): Runner => {
    const runner = runners.get(row.kind)
    if (!runner) throw new Error(`No runner for jobs of kind "${row.kind}"`)
    return runner
  }

  const announce = (id: JobId): void => {
    const row = store.jobs.find(id)
    if (row) onChange(publicJob(row))
  }

  const leaseLost = (row: JobRow): StorageError =>
    new StorageError(`Another process took over "${row.title}"; this one stops.`, 'leaseLost')

  /** Starts whatever may start now. */
  function wake(): void {
    if (!isOpen) return
    try {
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
      const row = store.jobs.claim(lane, owner, times)
      if (!row) return
      begin(row)
    }
  }

  function begin(row: JobRow): void {
    const abort = new AbortController()
    const lease: Lease = { jobId: row.id, owner, fence: row.fence }
    const ended = execute(row, lease, abort.signal).finally(() => {
      running.delete(row.id)
      wake()
    })
    running.set(row.id, { lane: row.lane, lease, abort, ended })
    announce(row.id)
  }

  async function execute(row: JobRow, lease: Lease, signal: AbortSignal): Promise<void> {
    const workDir = workFolderOf(options.workFolder, row.id, row.fence)
    log.write('info', `Job started: ${row.title}`, { job: row.id, attempt: row.attempts })
    try {
      await mkdir(workDir, { recursive: true })
      done(row, lease, await work(row, lease, signal, workDir))
    } catch (error) {
      end(row, lease, signal, error)
    } finally {
      await rm(workDir, { recursive: true, force: true }).catch((error: unknown) =>
        log.write('warn', 'A work folder could not be removed', error),
      )
    }
  }

  async function work(
    row: JobRow,
    lease: Lease,
    signal: AbortSignal,
    workDir: string,
  ): Promise<Finish> {
    if (row.attempts > MAX_CRASHES && row.checkpoint === undefined) {
      throw new ServiceError(
        'internal',
        `"${row.title}" stopped the program ${MAX_CRASHES} times, so it is not tried again. The log has the details.`,
      )
    }
    // A job must not start inside the call that claimed it: its first synchronous step could hold up the window.
    await Promise.resolve()
    signal.throwIfAborted()
    return runnerOf(row).start(row.payload, contextOf(row, lease, signal, workDir))
  }

  function contextOf(row: JobRow, lease: Lease, signal: AbortSignal, workDir: string): RunContext {
    const startedAt = isoTime(clock)
    let written = Number.NEGATIVE_INFINITY
    return {
      job: row,
      signal,
      workDir,
      resume: row.checkpoint,
      progress(fraction, note) {
        if (signal.aborted || clock.now() - written < PROGRESS) return
        written = clock.now()
        const progress = fraction === null ? null : Math.min(1, Math.max(0, fraction))
        const state: JobState = { status: 'running', progress, note, startedAt }
        if (store.jobs.setState(lease, state)) onChange({ ...publicJob(row), state })
      },
      async checkpoint(value) {
        const isKept = store.transaction(() => store.jobs.setCheckpoint(lease, value))
        if (!isKept) throw leaseLost(row)
      },
    }
  }

  function done(row: JobRow, lease: Lease, finish: Finish): void {
    const state: JobState = { status: 'done', finishedAt: isoTime(clock), note: finish.note }
    store.transaction(() => {
      if (!store.jobs.finish(lease, state, finish.outcome)) throw leaseLost(row)
      finish.commit?.()
    })
    log.write('info', `Job done: ${row.title}`, { job: row.id, note: finish.note })
    finish.announce?.()
    announce(row.id)
  }

  /** Never throws: a job whose end cannot be written keeps its lease until that runs out, and is then tried again. */
  function end(row: JobRow, lease: Lease, signal: AbortSignal, error: unknown): void {
    try {
      const why = signal.reason instanceof JobStopped ? signal.reason.why : undefined
      if (why === 'leaseLost' || (error instanceof StorageError && error.kind === 'leaseLost')) {
        log.write('warn', `Job left to another process: ${row.title}`, { job: row.id })
        return
      }
      if (why === 'shutdown') store.jobs.finish(lease, { status: 'queued' })
      else write(row, lease, why === 'cancelled' ? 'cancelled' : 'failed', error)
      announce(row.id)
    } catch (unwritten) {
      log.write('error', `The end of a job could not be written: ${row.title}`, unwritten)
    }
  }

  function write(row: JobRow, lease: Lease, status: 'failed' | 'cancelled', error: unknown): void {
    const finishedAt = isoTime(clock)
    const state: JobState =
      status === 'cancelled'
        ? { status, finishedAt }
        : { status, finishedAt, ...explainFailure(error, options.secrets()) }
    store.transaction(() => {
      const checkpoint = store.jobs.find(row.id)?.checkpoint
      if (!store.jobs.finish(lease, state)) throw leaseLost(row)
      runnerOf(row).ended(row.payload, { job: row, status, error, checkpoint })
    })
    if (status === 'failed') log.write('error', `Job failed: ${row.title}`, error)
    else log.write('info', `Job cancelled: ${row.title}`, { job: row.id })
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

  return {
    /** Begins to run jobs: first what a dead process left, and what was set aside while a service still worked on it. */
    start(): void {
      isOpen = true
      for (const other of store.jobs.owners()) {
        if (isDeadOwner(other)) store.jobs.expire(other)
      }
      const ended = [...store.jobs.withStatus('cancelled'), ...store.jobs.withStatus('failed')]
      for (const row of ended) {
        if (runners.get(row.kind)?.leftOpen(row.payload, row.checkpoint)) store.jobs.requeue(row.id)
      }
      timers.push(clock.every(HEARTBEAT, heartbeat), clock.every(POLL, wake))
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

    /** @throws ServiceError `notFound`. A job that has ended already stays as it is. */
    cancel(id: JobId): void {
      const row = store.jobs.find(id)
      if (!row) throw new ServiceError('notFound', 'There is no such job any more.')
      const cancelled = store.transaction(() => {
        if (!store.jobs.cancelQueued(id, isoTime(clock))) return false
        const { checkpoint } = row
        const error = new JobStopped('cancelled')
        runners
          .get(row.kind)
          ?.ended(row.payload, { job: row, status: 'cancelled', error, checkpoint })
        return true
      })
      if (!cancelled) store.jobs.requestCancel(id)
      running.get(id)?.abort.abort(new JobStopped('cancelled'))
      announce(id)
    },

    /** Puts a failed or cancelled job back into the queue with its checkpoint. @throws ServiceError */
    retry(id: JobId): void {
      const row = store.jobs.find(id)
      const may = row !== undefined && runnerOf(row).mayRepeat(row.payload)
      if (!may || !store.jobs.requeue(id)) {
        throw new ServiceError(
          'refused',
          'This job cannot be repeated as it is. Start it anew where it came from.',
        )
      }
      announce(id)
      wake()
    },

    /** Newest first: all open ones, and the last hundred that ended. */
    list: (): Job[] => store.jobs.recent(100).map(publicJob),

    /** Resolves when the job has ended here; at once when it does not run in this process. */
    ended: async (id: JobId): Promise<void> => running.get(id)?.ended,

    /** Stops running; what is under way goes back into the queue. Resolves when the last runner has let go. */
    async close(): Promise<void> {
      isOpen = false
      for (const stop of timers.splice(0)) stop()
      const left = [...running.values()]
      for (const { abort } of left) abort.abort(new JobStopped('shutdown'))
      await Promise.all([sweeping, ...left.map(({ ended }) => ended)])
    },
  }
}
