/** One run of one job: its work, what it may write meanwhile, and its end. */

import { mkdir, rm } from 'node:fs/promises'
import type { Job, JobState } from '../../shared/jobs/job.ts'
import type { JobId } from '../../shared/model/ids.ts'
import { inEnglish } from '../../shared/words/english.ts'
import { say } from '../../shared/words/say.ts'
import { type JobRow, publicJob } from '../database/repositories/jobRow.ts'
import type { Lease } from '../database/repositories/jobs.ts'
import { StorageError } from '../database/StorageError.ts'
import type { Log } from '../log/Log.ts'
import { isoTime } from '../services/Clock.ts'
import { ServiceError } from '../services/ServiceError.ts'
import { explainFailure } from './explainFailure.ts'
import { JobStopped } from './JobStopped.ts'
import { endDoomed, type NeedsPorts } from './needs.ts'
import type { Finish, RunContext, Runner } from './Runner.ts'
import { workFolderOf } from './sweepWork.ts'

export interface RunPorts extends NeedsPorts {
  readonly workFolder: string
  readonly log: Log
  readonly secrets: () => readonly string[]
  readonly onChange: (job: Job) => void
  /** Tells how a job now is. */
  readonly announce: (id: JobId) => void
}

/** Milliseconds between two writes of progress of one job. */
const PROGRESS = 250
/** A job that took its process down this often is stopped. */
const MAX_CRASHES = 5

/** Resolves when the run has let go of everything; never rejects. */
export async function runJob(
  ports: RunPorts,
  row: JobRow,
  lease: Lease,
  signal: AbortSignal,
): Promise<void> {
  const { log } = ports
  const workDir = workFolderOf(ports.workFolder, row.id, row.fence)
  log.write('info', `Job started: ${inEnglish(row.title)}`, { job: row.id, attempt: row.attempts })
  try {
    await mkdir(workDir, { recursive: true })
    done(ports, row, lease, await work(ports, row, lease, signal, workDir))
  } catch (error) {
    end(ports, row, lease, signal, error)
  } finally {
    await rm(workDir, { recursive: true, force: true }).catch((error: unknown) =>
      log.write('warn', 'A work folder could not be removed', error),
    )
  }
}

const leaseLost = (row: JobRow): StorageError =>
  new StorageError(say('job:takenOver', { title: row.title }), 'leaseLost')

function runnerOf({ runners }: RunPorts, row: JobRow): Runner {
  const runner = runners.get(row.kind)
  if (!runner) throw new Error(`No runner for jobs of kind "${row.kind}"`)
  return runner
}

async function work(
  ports: RunPorts,
  row: JobRow,
  lease: Lease,
  signal: AbortSignal,
  workDir: string,
): Promise<Finish> {
  if (row.attempts > MAX_CRASHES && row.checkpoint === undefined) {
    throw new ServiceError('internal', say('job:crashed', { title: row.title, count: MAX_CRASHES }))
  }
  // A job must not start inside the call that claimed it: its first synchronous step could hold up the window.
  await Promise.resolve()
  signal.throwIfAborted()
  return runnerOf(ports, row).start(row.payload, contextOf(ports, row, lease, signal, workDir))
}

function contextOf(
  { store, clock, onChange }: RunPorts,
  row: JobRow,
  lease: Lease,
  signal: AbortSignal,
  workDir: string,
): RunContext {
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
    async replacePayload(payload, commit) {
      store.transaction(() => {
        if (!store.jobs.replacePayload(lease, payload)) throw leaseLost(row)
        commit()
      })
    },
  }
}

function done(
  { store, clock, log, announce }: RunPorts,
  row: JobRow,
  lease: Lease,
  finish: Finish,
): void {
  const state: JobState = { status: 'done', finishedAt: isoTime(clock), note: finish.note }
  store.transaction(() => {
    if (!store.jobs.finish(lease, state, finish.outcome)) throw leaseLost(row)
    finish.commit?.()
  })
  log.write('info', `Job done: ${inEnglish(row.title)}`, {
    job: row.id,
    note: inEnglish(finish.note),
  })
  finish.announce?.()
  announce(row.id)
}

/** Never throws: a job whose end cannot be written keeps its lease until that runs out, and is then tried again. */
function end(
  ports: RunPorts,
  row: JobRow,
  lease: Lease,
  signal: AbortSignal,
  error: unknown,
): void {
  const { store, log, announce } = ports
  try {
    const why = signal.reason instanceof JobStopped ? signal.reason.why : undefined
    if (why === 'leaseLost' || (error instanceof StorageError && error.kind === 'leaseLost')) {
      log.write('warn', `Job left to another process: ${inEnglish(row.title)}`, { job: row.id })
      return
    }
    if (why === 'shutdown') store.jobs.finish(lease, { status: 'queued' })
    else if (why === 'cancelled') write(ports, row, lease, 'cancelled', error)
    else if (!postponed(ports, row, lease, error)) write(ports, row, lease, 'failed', error)
    announce(row.id)
  } catch (unwritten) {
    log.write('error', `The end of a job could not be written: ${inEnglish(row.title)}`, unwritten)
  }
}

/** Hands it back to be tried again where the policy of its kind says so. */
function postponed(ports: RunPorts, row: JobRow, lease: Lease, error: unknown): boolean {
  const { store, clock, log, secrets } = ports
  const wait = runnerOf(ports, row).retry(error, row.failures)
  if (wait === undefined) return false
  const notBefore = clock.now() + wait
  const { message } = explainFailure(error, secrets())
  const retry = { at: new Date(notBefore).toISOString(), failures: row.failures + 1, message }
  const isKept = store.jobs.postpone(lease, { status: 'queued', retry }, notBefore)
  if (isKept) log.write('warn', `Job is tried again at ${retry.at}: ${inEnglish(row.title)}`, error)
  return isKept
}

function write(
  ports: RunPorts,
  row: JobRow,
  lease: Lease,
  status: 'failed' | 'cancelled',
  error: unknown,
): void {
  const { store, clock, log, secrets, announce } = ports
  const finishedAt = isoTime(clock)
  const state: JobState =
    status === 'cancelled'
      ? { status, finishedAt }
      : { status, finishedAt, ...explainFailure(error, secrets()) }
  const ended = store.transaction(() => {
    // The run may have changed its own work.
    const { payload, checkpoint } = store.jobs.find(row.id) ?? row
    if (!store.jobs.finish(lease, state)) throw leaseLost(row)
    runnerOf(ports, row).ended(payload, { job: row, status, error, checkpoint })
    return endDoomed(ports)
  })
  if (status === 'failed') log.write('error', `Job failed: ${inEnglish(row.title)}`, error)
  else log.write('info', `Job cancelled: ${inEnglish(row.title)}`, { job: row.id })
  for (const id of ended) announce(id)
}
