/**
 * A clip's name, whether it is seen and heard, and its speed.
 *
 *     media        a b c d e f g h              speed 2
 *     V1 |a b c d|              →     V1 |a c e g|
 *
 * A new speed keeps the first frame and the place on the timeline; where the media runs out earlier the clip gets
 * shorter and leaves a gap. Turning round (the sign changes) plays the same span from its other end. Linked clips
 * get the same speed about the same moment and stay in sync. Does not touch: other clips, keyframes.
 */
import type { Clip } from '../model/clip.ts'
import type { ItemId, MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { place } from '../model/select.ts'
import { equals, type Rational } from '../time/rational.ts'
import { changeClip } from './changeClip.ts'
import { withFields } from './draft.ts'
import { placed } from './itemList.ts'
import { withLinked } from './linked.ts'
import { longestDuration } from './mediaLimits.ts'
import { refuse } from './refuse.ts'
import { checkSpeed, respeed } from './respeed.ts'
import { clipAt, quoted, TimelineEdit } from './timelineEdit.ts'

export interface ClipPatch {
  readonly name?: string | undefined
  readonly enabled?: boolean | undefined
  readonly speed?: Rational | undefined
}

export function setClip(
  project: Project,
  { itemId, patch }: { readonly itemId: ItemId; readonly patch: ClipPatch },
  makeId: MakeId,
): Project {
  const { speed, name, enabled } = patch
  const fields = { ...(name !== undefined && { name }), ...(enabled !== undefined && { enabled }) }
  const named = changeClip(project, itemId, (clip) => withFields<Clip>(clip, fields))
  return speed === undefined ? named : retime(named, itemId, speed, makeId)
}

function retime(project: Project, itemId: ItemId, speed: Rational, makeId: MakeId): Project {
  checkSpeed(speed)
  const leader = clipAt(project, itemId)
  if (equals(leader.speed, speed)) return project
  const edit = TimelineEdit.of(project, [itemId], makeId)
  const { rate } = edit.timeline
  const pivot = place(project, itemId).start
  const ids = withLinked(project, [itemId], true)
  for (const track of edit.tracksOf(ids)) {
    for (const { item, start, end } of placed(edit.items(track))) {
      if (item.kind !== 'clip' || !ids.has(item.id)) continue
      const changed = respeed(item, start, { leader, pivot, speed, rate })
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
