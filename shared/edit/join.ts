/**
 * Takes a cut away where the media runs on through it.
 *
 *     before   V1 |A....|A'....|B..|         after   V1 |A..........|B..|
 *              A1 |A....|A'....|B..|                 A1 |A..........|B..|
 *
 * The inverse of a split: both parts show the same media at the same speed, one running on into the other, with the
 * same settings; the first one's record stays. Linked pairs that meet at the same frame are joined too, and what is
 * linked to either part is linked to the whole. Does not touch: what is seen and heard, anything else.
 *
 * Around: linked follow; shots, takes, pins, markers, sync-locked stay; transitions settle; locked refuse.
 */

import type { Clip } from '../model/clip.ts'
import type { MakeId } from '../model/ids.ts'
import { isDeepEqual } from '../model/isDeepEqual.ts'
import type { Project } from '../model/project.ts'
import { linkedClips } from '../model/select.ts'
import { runsOn } from '../model/timeMap.ts'
import type { Rational } from '../time/rational.ts'
import { withFields } from './draft.ts'
import { type EditPoint, type Joint, jointsAt } from './editPoint.ts'
import { shiftKeyframes } from './itemList.ts'
import { refuse } from './refuse.ts'
import { quoted, TimelineEdit } from './timelineEdit.ts'

export function join(project: Project, point: EditPoint, makeId: MakeId): Project {
  const edit = TimelineEdit.of(project, [point.leftId, point.rightId], makeId)
  for (const joint of jointsAt(project, point)) {
    const { track, left, right } = joint
    refuseDifferent(joint, edit.timeline.rate)
    const duration = left.duration + right.duration
    const whole = withFields<Clip>(left, { duration, fadeOut: right.fadeOut })
    edit.setItems(
      track,
      edit.items(track).flatMap((item) => {
        if (item.id === right.id) return []
        return item.id === left.id ? [whole] : [item]
      }),
    )
    edit.inheritEnd(right.id, left.id)
    tieTogether(edit, joint)
  }
  return edit.finish()
}

/** All that was linked to either part gets one link. */
function tieTogether(edit: TimelineEdit, { left, right }: Joint): void {
  const linkId = left.linkId ?? right.linkId
  if (linkId === undefined || left.linkId === right.linkId) return
  const members = new Set([left.id, ...linkedClips(edit.original, right.id)])
  for (const track of edit.tracks) {
    const items = edit.items(track)
    if (!items.some((item) => members.has(item.id))) continue
    const tied = items.map((item) =>
      item.kind === 'clip' && members.has(item.id) ? withFields<Clip>(item, { linkId }) : item,
    )
    if (tied.some((item, i) => item !== items[i])) edit.setItems(track, tied)
  }
}

function refuseDifferent({ left, right }: Joint, rate: Rational): void {
  if (!isDeepEqual(left.source, right.source) || !runsOn(left, right, left.duration, rate)) {
    refuse('edit:joinOtherMedia', { left: quoted(left), right: quoted(right) })
  }
  const later = shiftKeyframes(right, left.duration)
  if (
    left.enabled !== right.enabled ||
    left.fadeOut !== undefined ||
    right.fadeIn !== undefined ||
    !isDeepEqual(settingsIn(left), settingsIn(later))
  ) {
    refuse('edit:joinOtherSettings', { left: quoted(left) })
  }
}

const settingsIn = ({ picture, sound, effects, blendMode }: Clip) => [
  picture,
  sound,
  effects ?? [],
  blendMode ?? 'normal',
]
