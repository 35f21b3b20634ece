/**
 * Moves the edit point between two neighbours: one gets shorter by what the other gets longer.
 *
 *     before   V1 |A.......|B.......|C..|
 *     after    V1 |A..........|B'...|C..|       3 later
 *
 * Linked pairs that meet at the same frame roll along. Does not touch: what lies before and behind the two, sync,
 * other tracks, markers; keyframes stay on their picture.
 *
 * Around: linked follow; shots, takes, pins, markers, sync-locked stay; transitions settle; locked refuse.
 */
import type { MakeId } from '../model/ids.ts'
import { mediaRoom } from '../model/mediaLimits.ts'
import type { Project } from '../model/project.ts'
import { timelineOf } from '../model/select.ts'
import { type EditPoint, jointsAt } from './editPoint.ts'
import { TimelineEdit } from './timelineEdit.ts'
import { trimmedClip } from './trim.ts'
import { downTo, type Limits, NO_LIMITS, refuseBeyond, upTo } from './trimLimits.ts'

export interface Roll extends EditPoint {
  /** Frames; positive = later. */
  readonly delta: number
}

export function roll(project: Project, { delta, ...point }: Roll, makeId: MakeId): Project {
  refuseBeyond(delta, rollLimits(project, point), 'editPoint')
  if (delta === 0) return project
  const edit = TimelineEdit.of(project, [point.leftId, point.rightId], makeId)
  const { rate } = edit.timeline
  for (const { track, left, right } of jointsAt(project, point)) {
    edit.setItems(
      track,
      edit.items(track).map((item) => {
        if (item.id === left.id) return trimmedClip(left, 'end', delta, rate)
        return item.id === right.id ? trimmedClip(right, 'start', delta, rate) : item
      }),
    )
  }
  return edit.finish()
}

/** Media on both sides, and one frame of each clip. */
export function rollLimits(project: Project, point: EditPoint): Limits {
  let limits = NO_LIMITS
  for (const { track, left, right } of jointsAt(project, point)) {
    const { rate } = timelineOf(project, track.timelineId)
    limits = upTo(limits, mediaRoom(project, left, rate).tail, 'media')
    limits = upTo(limits, right.duration - 1, 'length')
    limits = downTo(limits, -mediaRoom(project, right, rate).head, 'media')
    limits = downTo(limits, 1 - left.duration, 'length')
  }
  return limits
}
