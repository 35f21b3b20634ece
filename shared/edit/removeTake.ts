/**
 * Puts a take out of sight, or back: what was made and paid for is never destroyed, and undo brings it back as well.
 *
 *     takes   1 2 3        remove 2:  1 3        put back 2:  1 2 3
 *
 * Does not touch: the cut; the take that is in it is refused.
 *
 * Around: linked, pins, takes, transitions, markers, locked, sync-locked stay; shots change.
 */
import type { ShotId, TakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { shotOf } from '../model/select.ts'
import { change } from './draft.ts'
import { refuse } from './refuse.ts'

export interface TakeOfShot {
  readonly shotId: ShotId
  readonly takeId: TakeId
}

/** @throws EditRefused for the take that is in the cut */
export function removeTake(project: Project, { shotId, takeId }: TakeOfShot): Project {
  const shot = shotOf(project, shotId)
  if (shot.takeId === takeId) refuse('edit:takeInCut', { shot: shot.name })
  const others = (shot.removedTakes ?? []).filter((id) => id !== takeId)
  return change(project, (draft) =>
    draft.set('shots', shotId, { removedTakes: [...others, takeId] }),
  )
}

export function putBackTake(project: Project, { shotId, takeId }: TakeOfShot): Project {
  const left = (shotOf(project, shotId).removedTakes ?? []).filter((id) => id !== takeId)
  const removedTakes = left.length > 0 ? left : undefined
  return change(project, (draft) =>
    draft.set('shots', shotId, { removedTakes } as { removedTakes?: TakeId[] }),
  )
}
