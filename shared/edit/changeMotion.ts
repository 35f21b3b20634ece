/**
 * Gives a clip another motion through its media in place: what the verbs of speed share. Where the media runs out
 * earlier the clip gets shorter and leaves a gap; linked clips follow and stay in sync.
 */
import type { ItemId, MakeId } from '../model/ids.ts'
import { longestDuration } from '../model/mediaLimits.ts'
import type { Project } from '../model/project.ts'
import { place } from '../model/select.ts'
import type { Motion } from '../model/timeMap.ts'
import type { Rational } from '../time/rational.ts'
import { placed } from './itemList.ts'
import { withLinked } from './linked.ts'
import { refuse } from './refuse.ts'
import { inSync } from './respeed.ts'
import { clipAt, quoted, TimelineEdit } from './timelineEdit.ts'

/** `motionOf` gives the clip's motion from now on, for the timeline's rate. */
export function changeMotion(
  project: Project,
  itemId: ItemId,
  motionOf: (rate: Rational) => Motion,
  makeId: MakeId,
): Project {
  const leader = clipAt(project, itemId)
  const edit = TimelineEdit.of(project, [itemId], makeId)
  const { rate } = edit.timeline
  const lead = { leader, pivot: place(project, itemId).start, motion: motionOf(rate), rate }
  const ids = withLinked(project, [itemId], true)
  for (const track of edit.tracksOf(ids)) {
    for (const { item, start, end } of placed(edit.items(track))) {
      if (item.kind !== 'clip' || !ids.has(item.id)) continue
      const changed = inSync(item, start, lead)
      const duration = Math.min(item.duration, longestDuration(project, changed, rate))
      if (duration === 0) {
        refuse('edit:startsOutsideMediaOn', { clip: quoted(item), track: track.name })
      }
      edit.replace(track, start, end, [
        { ...changed, duration },
        ...edit.gap(item.duration - duration),
      ])
    }
  }
  return edit.finish()
}
