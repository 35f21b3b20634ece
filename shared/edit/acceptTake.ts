/**
 * Puts a take into the cut: every window on the shot shows it from now on.
 *
 *     before   V1 |A....|shot (take 1)|        after   V1 |A....|shot (take 2)|
 *
 * Does not touch: clips, their times and keyframes; earlier takes, which stay in the document for its history.
 *
 * Around: linked, pins, transitions, markers, locked, sync-locked stay; shots, takes change.
 */
import type { ShotId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { record } from '../model/select.ts'
import type { Take } from '../model/take.ts'
import { change } from './draft.ts'
import { refuse } from './refuse.ts'

export const acceptTake = (
  project: Project,
  { shotId, take }: { readonly shotId: ShotId; readonly take: Take },
): Project =>
  change(project, (draft) => {
    const shot = record(project, 'shots', shotId)
    if (take.shotId !== shotId) {
      refuse('edit:takeOfOtherShot', { take: take.number, shot: shot.name })
    }
    if (!project.takes.get(take.id)) draft.add('takes', take)
    draft.set('shots', shotId, { takeId: take.id })
  })
