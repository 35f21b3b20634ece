/**
 * Closes the gap at a frame.
 *
 *     before   V1 |A....|....|B..|
 *     after    V1 |A....|B..|
 *
 * All other sync-locked tracks lose the same time, and refuse to have content cut. Does not touch: what lies before
 * the gap, tracks without sync lock, markers.
 *
 * Around: linked, sync-locked follow; shots, takes, pins, markers stay; transitions settle; locked refuse.
 */
import type { MakeId, TrackId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { trackOf } from '../model/select.ts'
import { placed } from './itemList.ts'
import { refuse } from './refuse.ts'
import { closeTime, refusePullingApart } from './ripple.ts'
import { TimelineEdit } from './timelineEdit.ts'

export interface GapPlace {
  readonly trackId: TrackId
  /** Any frame of the gap. */
  readonly frame: number
}

export function closeGap(project: Project, { trackId, frame }: GapPlace, makeId: MakeId): Project {
  const track = trackOf(project, trackId)
  const edit = new TimelineEdit(project, track.timelineId, makeId)
  const gap = placed(edit.items(track)).find(({ start, end }) => frame >= start && frame < end)
  if (gap?.item.kind !== 'gap') return refuse('edit:noGapHere', { track: track.name })
  edit.replace(track, gap.start, gap.end, [])
  closeTime(edit, gap.start, gap.end, new Set([trackId]))
  refusePullingApart(edit)
  return edit.finish()
}
