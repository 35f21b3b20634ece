/**
 * The rows of the one durable queue. A runner holds a lease: every write it makes names its fencing token, and a
 * token that was overtaken writes nothing.
 */

import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { JobKind, JobState } from '../../../shared/jobs/job.ts'
import { type JobId, jobIdSchema, type ProjectId, type ShotId } from '../../../shared/model/ids.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { flag } from '../json.ts'
import { returning } from '../returning.ts'
import { type Doomed, type JobRow, type Lane, type NewJob, ROW, readJob } from './jobRow.ts'

/** What a runner must hold to write. */
export interface Lease {
  readonly jobId: JobId
  readonly owner: string
  readonly fence: number
}

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))

function begunAt(startedAt: string): string {
  const state: JobState = { status: 'running', progress: null, note: asWritten(''), startedAt }
  return JSON.stringify(state)
}

export type JobsRepository = ReturnType<typeof jobsRepository>

const HELD = 'id = @jobId AND leaseOwner = @owner AND fence = @fence'

export function jobsRepository(db: Database) {
  const insert = db.prepare(
    `INSERT INTO jobs (id, number, kind, lane, projectId, title, status, state, priority, createdAt, subject, payload)
     VALUES (@id, (SELECT coalesce(max(number), 0) + 1 FROM jobs), @kind, @lane, @projectId, @title, 'queued',
       '{"status":"queued"}', @priority, @createdAt, @subject, @payload)`,
  )
  const need = db.prepare('INSERT OR IGNORE INTO jobNeeds (jobId, needs) VALUES (?, ?)')
  const find = db.prepare(`SELECT ${ROW} FROM jobs WHERE id = ?`)
  const recent = db.prepare(
    `SELECT ${ROW} FROM jobs WHERE status IN ('queued', 'running') OR id IN
       (SELECT id FROM jobs WHERE status NOT IN ('queued', 'running') AND (kind <> 'tiles' OR status <> 'done')
        ORDER BY number DESC LIMIT ?)
     ORDER BY number DESC`,
  )
  const withStatus = db.prepare(`SELECT ${ROW} FROM jobs WHERE status = ? ORDER BY number`)
  const openOf = db.prepare(
    `SELECT ${ROW} FROM jobs WHERE kind = ? AND status IN ('queued', 'running')
       AND json_extract(subject, '$.mediaKey') = ?`,
  )
  const claim = returning(
    db,
    `UPDATE jobs SET leaseOwner = @owner, leaseUntil = @until, fence = fence + 1, attempts = attempts + 1,
       status = 'running', state = @state
     WHERE id = (SELECT id FROM jobs WHERE lane = @lane
       AND ((status = 'queued' AND notBefore <= @now AND NOT EXISTS (SELECT 1 FROM jobNeeds
             JOIN jobs AS needed ON needed.id = jobNeeds.needs
             WHERE jobNeeds.jobId = jobs.id AND needed.status <> 'done'))
         OR (status = 'running' AND leaseUntil < @now
             AND id NOT IN (SELECT value FROM json_each(@running))))
       ORDER BY priority DESC, CASE WHEN lane IN ('prepare', 'proxy') THEN createdAt END DESC, number LIMIT 1)
     RETURNING ${ROW}`,
  )
  const claimThis = returning(
    db,
    `UPDATE jobs SET leaseOwner = @owner, leaseUntil = @until, fence = fence + 1, attempts = attempts + 1,
       status = 'running', state = @state
     WHERE id = @id AND ((status = 'queued' AND notBefore <= @now AND NOT EXISTS (SELECT 1 FROM jobNeeds
             JOIN jobs AS needed ON needed.id = jobNeeds.needs
             WHERE jobNeeds.jobId = jobs.id AND needed.status <> 'done'))
         OR (status = 'running' AND leaseUntil < @now))
     RETURNING ${ROW}`,
  )
  const renew = returning(
    db,
    `UPDATE jobs SET leaseUntil = @until WHERE ${HELD} RETURNING cancelRequested`,
  )
  const setState = db.prepare(`UPDATE jobs SET state = @state, status = @status WHERE ${HELD}`)
  const setCheckpoint = db.prepare(`UPDATE jobs SET checkpoint = @checkpoint WHERE ${HELD}`)
  const replacePayload = db.prepare(
    `UPDATE jobs SET payload = @payload, checkpoint = NULL WHERE ${HELD}`,
  )
  const finish = db.prepare(
    `UPDATE jobs SET state = @state, status = @status, outcome = coalesce(@outcome, outcome), leaseOwner = NULL,
       leaseUntil = 0, cancelRequested = 0, attempts = CASE @status WHEN 'queued' THEN 0 ELSE attempts END
     WHERE ${HELD}`,
  )
  const postpone = db.prepare(
    `UPDATE jobs SET state = @state, status = 'queued', failures = failures + 1, notBefore = @notBefore,
       leaseOwner = NULL, leaseUntil = 0, attempts = 0 WHERE ${HELD} AND cancelRequested = 0`,
  )
  const endQueued = db.prepare(
    "UPDATE jobs SET status = @status, state = @state WHERE id = @id AND status = 'queued'",
  )
  const doomed = db
    .prepare(
      `SELECT jobs.id, needed.id FROM jobs JOIN jobNeeds ON jobNeeds.jobId = jobs.id
       JOIN jobs AS needed ON needed.id = jobNeeds.needs
       WHERE jobs.status = 'queued' AND needed.status IN ('failed', 'cancelled')
       GROUP BY jobs.id ORDER BY jobs.number`,
    )
    .raw()
  const making = db.prepare(
    `SELECT ${ROW} FROM jobs WHERE kind IN ('generate', 'join') AND status IN ('queued', 'running')
       AND projectId = @projectId AND json_extract(subject, '$.shotId') = @shotId
       AND json_extract(payload, '$.recipe') = @recipe AND json_extract(payload, '$.engine') = @engine
       AND json_extract(payload, '$.span') IS NULL ORDER BY number LIMIT 1`,
  )
  const onlyFor = db
    .prepare(
      `SELECT jobs.id FROM jobs JOIN jobNeeds ON jobNeeds.needs = jobs.id
       WHERE jobNeeds.jobId = ? AND jobs.status IN ('queued', 'running') AND NOT EXISTS (
         SELECT 1 FROM jobNeeds AS other JOIN jobs AS dependent ON dependent.id = other.jobId
         WHERE other.needs = jobs.id AND dependent.status IN ('queued', 'running'))
       ORDER BY jobs.number DESC`,
    )
    .pluck()
  const endedBecause = db.prepare(
    `SELECT ${ROW} FROM jobs WHERE status IN ('failed', 'cancelled') AND json_extract(state, '$.because') = ?`,
  )
  const setPriority = db.prepare(
    "UPDATE jobs SET priority = @priority WHERE id = @id AND status = 'queued' AND priority <> @priority",
  )
  const requestCancel = db.prepare(
    "UPDATE jobs SET cancelRequested = 1 WHERE id = ? AND status = 'running'",
  )
  const requeue = db.prepare(
    `UPDATE jobs SET status = 'queued', state = '{"status":"queued"}', leaseOwner = NULL, leaseUntil = 0,
       cancelRequested = 0, attempts = 0, failures = 0, notBefore = 0 WHERE id = ? AND status IN ('failed', 'cancelled')`,
  )
  const tryNow = db.prepare(
    `UPDATE jobs SET notBefore = 0, state = '{"status":"queued"}' WHERE id = ? AND status = 'queued' AND notBefore > 0`,
  )
  const setPayload = db.prepare('UPDATE jobs SET payload = ? WHERE id = ?')
  const forget = db.prepare('DELETE FROM jobNeeds WHERE jobId = ?')
  const owners = db
    .prepare(
      "SELECT DISTINCT leaseOwner FROM jobs WHERE status = 'running' AND leaseOwner IS NOT NULL",
    )
    .pluck()
  const expire = db.prepare(
    "UPDATE jobs SET leaseUntil = 0 WHERE status = 'running' AND leaseOwner = ?",
  )
  return {
    insert({ needs = [], ...job }: NewJob): void {
      insert.run({
        ...job,
        projectId: job.projectId ?? null,
        title: JSON.stringify(job.title),
        subject: JSON.stringify(job.subject),
        payload: JSON.stringify(job.payload),
      })
      for (const needed of needs) need.run(job.id, needed)
    },
    find(id: JobId): JobRow | undefined {
      const row = find.get(id)
      return row === undefined ? undefined : readJob(row)
    },
    /** Newest first: every open job and the last `finished` others, without parts of filmstrips, which come by the hundred. */
    recent: (finished: number): JobRow[] => recent.all(finished).map(readJob),
    withStatus: (status: JobState['status']): JobRow[] => withStatus.all(status).map(readJob),
    /** Queued or running jobs of a kind about one medium. */
    openAbout: (kind: JobKind, mediaKey: string): JobRow[] =>
      openOf.all(kind, mediaKey).map(readJob),
    /**
     * Takes the next job of a lane whose turn it is, or whose runner has gone silent.
     * @param running what the owner still runs: it is not silent, however long the machine slept
     */
    claim(
      lane: Lane,
      owner: string,
      times: { now: number; until: number; at: string },
      running: readonly JobId[] = [],
    ) {
      const row = claim({
        ...{ lane, owner, now: times.now, until: times.until },
        ...{ state: begunAt(times.at), running: JSON.stringify(running) },
      })
      return row === undefined ? undefined : readJob(row)
    },
    /** The same for one job; undefined when it is not its turn, or somebody runs it. */
    claimThis(id: JobId, owner: string, times: { now: number; until: number; at: string }) {
      const { now, until, at } = times
      const row = claimThis({ id, owner, now, until, state: begunAt(at) })
      return row === undefined ? undefined : readJob(row)
    },
    /** Undefined when the lease is lost. */
    renew(lease: Lease, until: number): { cancelRequested: boolean } | undefined {
      const row = renew({ ...lease, until })
      if (row === undefined) return undefined
      return { cancelRequested: z.object({ cancelRequested: flag }).parse(row).cancelRequested }
    },
    setState: (lease: Lease, state: JobState): boolean =>
      setState.run({ ...lease, state: JSON.stringify(state), status: state.status }).changes === 1,
    setCheckpoint: (lease: Lease, checkpoint: unknown): boolean =>
      setCheckpoint.run({ ...lease, checkpoint: json(checkpoint) }).changes === 1,
    /** Other work for a job that runs, none of it done yet. */
    replacePayload: (lease: Lease, payload: unknown): boolean =>
      replacePayload.run({ ...lease, payload: JSON.stringify(payload) }).changes === 1,
    /** Writes an end (or `queued`, to hand the job back) and gives the lease up. */
    finish: (lease: Lease, state: JobState, outcome?: unknown): boolean =>
      finish.run({
        ...lease,
        state: JSON.stringify(state),
        status: state.status,
        outcome: json(outcome),
      }).changes === 1,
    /** Hands a job back to be tried again at `notBefore`. False when the lease is lost or it was cancelled meanwhile. */
    postpone: (lease: Lease, state: JobState, notBefore: number): boolean =>
      postpone.run({ ...lease, state: JSON.stringify(state), notBefore }).changes === 1,
    /** Writes the end of a job that nobody runs; false when it is not waiting. */
    endQueued: (id: JobId, state: JobState): boolean =>
      endQueued.run({ id, status: state.status, state: JSON.stringify(state) }).changes === 1,
    /** Waiting jobs that can never begin, because one that they need came to nothing. */
    doomed: (): Doomed[] =>
      z
        .array(z.tuple([jobIdSchema, jobIdSchema]))
        .parse(doomed.all())
        .map(([id, by]) => ({ row: readJob(find.get(id)), by: readJob(find.get(by)) })),
    /** An open job that will give a shot a take of exactly this. */
    making(of: {
      projectId: ProjectId
      shotId: ShotId
      recipe: string
      engine: string
    }): JobRow | undefined {
      const row = making.get(of)
      return row === undefined ? undefined : readJob(row)
    },
    /** Open jobs that this one needs and no other open job does. */
    onlyFor: (id: JobId): JobId[] => z.array(jobIdSchema).parse(onlyFor.all(id)),
    /** Jobs that ended only because they needed this one. */
    endedBecause: (id: JobId): JobRow[] => endedBecause.all(id).map(readJob),
    /** False when it has that priority, or is not waiting. */
    setPriority: (id: JobId, priority: number): boolean =>
      setPriority.run({ id, priority }).changes === 1,
    requestCancel: (id: JobId): boolean => requestCancel.run(id).changes === 1,
    /** Puts a failed or cancelled job back into the queue, its checkpoint kept. */
    requeue: (id: JobId): boolean => requeue.run(id).changes === 1,
    /** Puts an ended job back into the queue with other work and other needs. @throws RangeError when it has not ended. */
    renewed(id: JobId, payload: unknown, needs: readonly JobId[]): void {
      if (requeue.run(id).changes !== 1) throw new RangeError(`The job ${id} has not ended`)
      setPayload.run(JSON.stringify(payload), id)
      forget.run(id)
      for (const needed of needs) need.run(id, needed)
    },
    /** False when it does not wait for its time. */
    tryNow: (id: JobId): boolean => tryNow.run(id).changes === 1,
    /** Who holds leases now. */
    owners: (): string[] => z.array(z.string()).parse(owners.all()),
    /** Lets others take over at once what a dead owner held. */
    expire(owner: string): void {
      expire.run(owner)
    },
  }
}
