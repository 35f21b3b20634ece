import type { JobId, ProjectId, ShotId } from '../../../shared/model/ids.ts'
import type { Take } from '../../../shared/model/take.ts'
import type { Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import type { MediaRow } from '../../database/repositories/media.ts'
import type { Store } from '../../database/store.ts'
import type { Announce } from '../../services/Announce.ts'
import type { Preparing } from '../../services/preparing.ts'
import type { Words } from '../../services/spoken.ts'
import type { Finish } from '../Runner.ts'

export interface TakePorts {
  readonly store: Store
  readonly preparing: Pick<Preparing, 'queue'>
  readonly announce: Announce
  /** A take is called in the language spoken when it arrives. */
  readonly words: Words
  /** Called with jobs that the last transaction queued. */
  readonly onQueued: (ids: readonly JobId[]) => void
}

interface Made {
  readonly projectId: ProjectId
  readonly shotId: ShotId
  readonly shotName: string
  readonly jobId: JobId
  readonly row: MediaRow
  /** Its asset gets its name with the number. */
  readonly take: Omit<Take, 'number'>
  readonly note: Said
  /** Writes what it came to; in the same transaction. */
  readonly settle: () => void
}

/** How a job ends that made a take: its file, the take and its money in one transaction, then the window is told. */
export function takeArrives(ports: TakePorts, made: Made): Finish {
  const { store, preparing, announce, words, onQueued } = ports
  const { projectId, shotId, shotName, row } = made
  let take: Take | undefined
  let queued: readonly JobId[] = []
  return {
    note: made.note,
    outcome: { takeId: made.take.id },
    commit() {
      const number = store.takes.nextNumber(projectId, shotId)
      const name = words(say('newName:take', { shot: shotName, number }))
      take = { ...made.take, asset: { ...made.take.asset, name }, number }
      store.media.put(row)
      store.takes.insert(projectId, made.jobId, take)
      made.settle()
      queued = preparing.queue(row, name, { isAwaited: true })
    },
    announce() {
      if (take) announce('take:arrived', { projectId, take })
      onQueued(queued)
    },
  }
}
