/**
 * Puts clips behind everything on the tracks that receive them, picture and sound at the same frame.
 *
 *     before   V1 |A....|             after   V1 |A....|...|X....|
 *              A1 |A.......|                  A1 |A.......|X....|
 *
 * Does not touch: any clip that is there. `frame` is not looked at.
 *
 * Around: linked, shots, takes, pins, markers, sync-locked stay; transitions settle; locked refuse.
 */
import type { MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { trackEnd, trackOf } from '../model/select.ts'
import { overwrite } from './overwrite.ts'
import type { PlacedClips } from './placedClips.ts'

export function append(project: Project, clips: PlacedClips, makeId: MakeId): Project {
  const ends = clips.pieces.map(({ trackId }) => trackEnd(project, trackOf(project, trackId)))
  return overwrite(project, { ...clips, frame: Math.max(0, ...ends) }, makeId)
}
