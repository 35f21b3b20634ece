/**
 * Lays clips over what is there.
 *
 *     before   V1 |A.......|B.......|        frame 6, |X....|
 *     after    V1 |A....|X....|B....|
 *
 * Does not touch: anything outside the covered frames, other tracks, the length of the timeline (except where the
 * clips reach beyond its end). Covered parts of clips go; their assets, shots and takes stay.
 *
 * Around: linked, shots, takes, pins, markers, sync-locked stay; transitions settle; locked refuse.
 */
import type { MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import type { PlacedClips } from './placedClips.ts'
import { TimelineEdit } from './timelineEdit.ts'

export function overwrite(project: Project, clips: PlacedClips, makeId: MakeId): Project {
  const edit = new TimelineEdit(project, clips.timelineId, makeId)
  for (const { trackId, offset, clip } of clips.pieces) {
    const start = clips.frame + offset
    edit.replace(edit.track(trackId), start, start + clip.duration, [clip])
  }
  return edit.finish()
}
