/** What becomes of jobs when one that they need comes to nothing, and when it is tried again. */

import type { JobState } from '../../shared/jobs/job.ts'
import type { JobId } from '../../shared/model/ids.ts'
import { say } from '../../shared/words/say.ts'
import type { Doomed, JobRow } from '../database/repositories/jobRow.ts'
import type { Store } from '../database/store.ts'
import { type Clock, isoTime } from '../services/Clock.ts'
import { ServiceError } from '../services/ServiceError.ts'
import type { Runner } from './Runner.ts'

export interface NeedsPorts {
  readonly store: Store
  readonly clock: Clock
  readonly runners: ReadonlyMap<string, Runner>
}

/**
 * Ends every waiting job that needs one that failed or was cancelled, and what needs those. To be called inside a
 * transaction; answers which ended.
 */
export function endDoomed(ports: NeedsPorts): JobId[] {
  const ended: JobId[] = []
  for (;;) {
    const found = ports.store.jobs.doomed()
    if (found.length === 0) return ended
    for (const doomed of found) endOne(ports, doomed)
    ended.push(...found.map(({ row }) => row.id))
  }
}

function endOne({ store, clock, runners }: NeedsPorts, { row, by }: Doomed): void {
  const status = by.state.status === 'failed' ? 'failed' : 'cancelled'
  const key = status === 'failed' ? 'job:neededFailed' : 'job:neededCancelled'
  const message = say(key, { title: by.title })
  const state: JobState = { status, finishedAt: isoTime(clock), message, because: by.id }
  store.jobs.endQueued(row.id, state)
  const error = new ServiceError('refused', message)
  const end = { job: row, status, error, checkpoint: row.checkpoint } as const
  runners.get(row.kind)?.ended(row.payload, end)
}

const isOver = ({ state }: JobRow): boolean =>
  state.status === 'failed' || state.status === 'cancelled'

/**
 * Puts an ended job back into the queue, with what it needs and what ended only because of it. To be called inside a
 * transaction; answers which are waiting again.
 * @throws ServiceError `refused` when it, or something it needs, cannot be repeated
 */
export function repeat({ store, runners }: NeedsPorts, id: JobId): JobId[] {
  const again: JobId[] = []
  const put = (row: JobRow): boolean => {
    const may = runners.get(row.kind)?.mayRepeat(row.payload) ?? false
    if (!may || !store.jobs.requeue(row.id)) return false
    again.push(row.id)
    return true
  }
  const withNeeds = (row: JobRow | undefined): void => {
    if (!row || !put(row)) {
      throw new ServiceError(
        'refused',
        row && row.id !== id
          ? say('job:cannotRepeatNeeded', { title: row.title })
          : say('job:cannotRepeat'),
      )
    }
    for (const needed of row.needs) {
      const found = store.jobs.find(needed)
      if (found && isOver(found)) withNeeds(found)
    }
  }
  withNeeds(store.jobs.find(id))
  for (let i = 0; i < again.length; i++) {
    const cause = again[i]
    if (cause !== undefined) store.jobs.endedBecause(cause).forEach(put)
  }
  return again
}
