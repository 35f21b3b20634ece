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
import { mediaTimeAt } from '../model/timeMap.ts'
import { add, equals, type Rational, subtract } from '../time/rational.ts'
import { changeClip } from './changeClip.ts'
import { withFields } from './draft.ts'
import { placed } from './itemList.ts'
import { withLinked } from './linked.ts'
import { longestDuration } from './mediaLimits.ts'
import { refuse } from './refuse.ts'
import { clipAt, quoted, TimelineEdit } from './timelineEdit.ts'

export interface ClipPatch {
  readonly name?: string | undefined
  readonly enabled?: boolean | undefined
  readonly speed?: Rational | undefined
}

/** Times; beyond it a clip shows next to nothing of its media. */
const FASTEST = 100
/** Keeps exact time small enough to compute with. */
const FINEST = 10_000

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
  if (Math.abs(speed.num) > FASTEST * speed.den || speed.den > FINEST) {
    refuse(`A speed lies between -${FASTEST} and ${FASTEST} times, in steps of 1/${FINEST}.`)
  }
  const leader = clipAt(project, itemId)
  if (equals(leader.speed, speed)) return project
  const edit = TimelineEdit.of(project, [itemId], makeId)
  const { rate } = edit.timeline
  const pivot = place(project, itemId).start
  const turns = leader.speed.num * speed.num < 0
  /** Media time that the leader shows at the pivot from now on. */
  const shown = turns ? mediaTimeAt(leader, leader.duration - 1, rate) : leader.sourceStart
  const ids = withLinked(project, [itemId], true)
  for (const track of edit.tracksOf(ids)) {
    for (const { item, start, end } of placed(edit.items(track))) {
      if (item.kind !== 'clip' || !ids.has(item.id)) continue
      const apart = subtract(mediaTimeAt(item, pivot - start, rate), leader.sourceStart)
      const atPivot = { sourceStart: add(shown, apart), speed }
      const changed = {
        ...item,
        ...atPivot,
        sourceStart: mediaTimeAt(atPivot, start - pivot, rate),
      }
      const duration = Math.min(item.duration, longestDuration(project, changed, rate))
      if (duration === 0) {
        refuse(`${quoted(item)} on ${track.name} would start outside its media; unlink it first.`)
      }
      edit.replace(track, start, end, [
        { ...changed, duration },
        ...edit.gap(item.duration - duration),
      ])
    }
  }
  return edit.finish()
}
