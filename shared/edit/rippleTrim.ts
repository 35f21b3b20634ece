/**
 * Moves one edge of a clip and everything behind it along, so that neither a gap nor an overlap arises.
 *
 *     before   V1 |A.......|B....|C..|
 *     end, 3 earlier    V1 |A....|B....|C..|
 *     end, 3 later      V1 |A..........|B....|C..|
 *     start, 3 later    V1 |A'...|B....|C..|       (later media, the clip's place on the timeline stays)
 *
 * All sync-locked tracks lose or gain the same frames there, and refuse to have content cut. Does not touch: what
 * lies before the trimmed frames, tracks without sync lock, markers. Linked clips get the same trim.
 *
 * Around: linked, sync-locked follow; shots, takes, pins, markers stay; transitions settle; locked refuse.
 */
import type { MakeId, TrackId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { place } from '../model/select.ts'
import { withLinked } from './linked.ts'
import { closeTime, openTime, refusePullingApart } from './ripple.ts'
import { TimelineEdit } from './timelineEdit.ts'
import { trimmedClip } from './trim.ts'
import { refuseBeyond, type TrimRange, trimLimits } from './trimLimits.ts'

export function rippleTrim(project: Project, range: TrimRange, makeId: MakeId): Project {
  const { itemId, edge, delta, linked } = range
  refuseBeyond(delta, trimLimits(project, { ...range, ripple: true }))
  if (delta === 0) return project
  const ids = withLinked(project, [itemId], linked)
  const edit = TimelineEdit.of(project, [itemId], makeId)
  const done = new Set<TrackId>()
  for (const track of edit.tracksOf(ids)) {
    done.add(track.id)
    edit.setItems(
      track,
      edit
        .items(track)
        .map((item) =>
          item.kind === 'clip' && ids.has(item.id)
            ? trimmedClip(item, edge, delta, edit.timeline.rate)
            : item,
        ),
    )
  }
  const { start, end } = place(project, itemId)
  if (edge === 'start') {
    if (delta > 0) closeTime(edit, start, start + delta, done)
    else openTime(edit, start, -delta, done)
  } else if (delta < 0) closeTime(edit, end + delta, end, done)
  else openTime(edit, end, delta, done)
  refusePullingApart(edit)
  return edit.finish()
}
