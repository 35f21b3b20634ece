/**
 * Moves one edge of a clip; everything else stays where it is.
 *
 *     before   V1 |A.......|....|B....|
 *     after    V1 |A...........|.|B....|      end, 3 later
 *              V1 |...|A....|....|B....|      start, 3 later
 *
 * Moving the start shows later media from a later frame on: what remains of the clip stays in place and its
 * keyframes stay on their picture. Does not touch: neighbours (an edge stops at them), other tracks, except that
 * linked clips get the same trim.
 *
 * Around: linked follow; shots, takes, pins, markers, sync-locked stay; transitions settle; locked refuse.
 */
import type { Clip } from '../model/clip.ts'
import type { MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import type { Rational } from '../time/rational.ts'
import { placed, sliceClip } from './itemList.ts'
import { withLinked } from './linked.ts'
import { TimelineEdit } from './timelineEdit.ts'
import { refuseBeyond, type TrimRange, trimLimits } from './trimLimits.ts'

export function trim(project: Project, range: TrimRange, makeId: MakeId): Project {
  const { itemId, edge, delta, linked } = range
  refuseBeyond(delta, trimLimits(project, { ...range, ripple: false }))
  const ids = withLinked(project, [itemId], linked)
  const edit = TimelineEdit.of(project, [itemId], makeId)
  for (const track of edit.tracksOf(ids)) {
    for (const { item, start, end } of placed(edit.items(track))) {
      if (item.kind !== 'clip' || !ids.has(item.id) || delta === 0) continue
      const trimmed = trimmedClip(item, edge, delta, edit.timeline.rate)
      const room = edit.gap(item.duration - trimmed.duration)
      if (edge === 'start') {
        edit.replace(track, start + Math.min(delta, 0), end, [...room, trimmed])
      } else {
        edit.replace(track, start, end + Math.max(delta, 0), [trimmed, ...room])
      }
    }
  }
  return edit.finish()
}

/** The clip with one edge `delta` frames later. */
export const trimmedClip = (
  clip: Clip,
  edge: 'start' | 'end',
  delta: number,
  rate: Rational,
): Clip =>
  edge === 'start'
    ? sliceClip(clip, delta, clip.duration, rate)
    : sliceClip(clip, 0, clip.duration + delta, rate)
