/**
 * Makes transitions plain cuts again.
 *
 *     before   V1 |A.......|B.......|          after   V1 |A.......|B.......|
 *                      [---|---]
 *
 * Around: linked, shots, takes, pins, markers, sync-locked stay; transitions change; locked refuse.
 */
import type { TransitionId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { record, trackOf } from '../model/select.ts'
import { change } from './draft.ts'
import { refuseLocked } from './timelineEdit.ts'

export const removeTransitions = (
  project: Project,
  { transitionIds }: { readonly transitionIds: readonly TransitionId[] },
): Project =>
  change(project, (draft) => {
    for (const id of new Set(transitionIds)) {
      refuseLocked(trackOf(project, record(project, 'transitions', id).trackId))
      draft.remove('transitions', id)
    }
  })
