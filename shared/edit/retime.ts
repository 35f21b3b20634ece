/**
 * Plays a clip's span of media in less or more time.
 *
 *     media        abcdefgh                         twice as fast
 *     before       V1 |a b c d e f g h |B....|
 *     in place     V1 |a c e g |.......|B....|
 *     ripple       V1 |a c e g |B....|
 *
 * The clip starts where it did and its media span stays, as far as there is room: in place, a longer clip ends at
 * its neighbour; a ripple makes room on all sync-locked tracks, which refuse to have content cut. Turning round
 * (the sign changes) plays the span from its other end. Linked clips get the same speed about the same moment and
 * end earlier or later by the same frames. Keyframes, those of speed too, keep their place in the span. Does not touch: what lies before,
 * tracks without sync lock, markers.
 *
 * Around: linked, sync-locked follow; shots, takes, pins, markers stay; transitions settle; locked refuse.
 */
import type { Clip } from '../model/clip.ts'
import type { ItemId, MakeId } from '../model/ids.ts'
import type { Keyframe } from '../model/keyframe.ts'
import { longestDuration } from '../model/mediaLimits.ts'
import type { Project } from '../model/project.ts'
import { place, placedItems } from '../model/select.ts'
import { equals, type Rational, rational } from '../time/rational.ts'
import { mapAnimated } from './animated.ts'
import { withLinked } from './linked.ts'
import { refuse } from './refuse.ts'
import { checkSpeed, inSync } from './respeed.ts'
import { closeTime, openTime, refusePullingApart } from './ripple.ts'
import { scaledAbout } from './scaledAbout.ts'
import { stretchedMotion, stretchOf } from './stretchedMotion.ts'
import { clipAt, quoted, TimelineEdit } from './timelineEdit.ts'

export interface Retime {
  readonly itemId: ItemId
  /** Media seconds per timeline second; not 0. With keyframes of speed, what replaces the clip's `speed`: they are scaled by the same. */
  readonly speed: Rational
  readonly ripple: boolean
}

/** A clip at its new speed, still with its old duration. */
interface Member {
  readonly clip: Clip
  readonly start: number
  readonly end: number
  /** Frames by which it can get longer. */
  readonly room: number
}

export function retime(
  project: Project,
  { itemId, speed, ripple }: Retime,
  makeId: MakeId,
): Project {
  checkSpeed(speed)
  if (speed.num === 0) refuse('edit:speedZero')
  const leader = clipAt(project, itemId)
  if (equals(leader.speed, speed)) return project
  const edit = TimelineEdit.of(project, [itemId], makeId)
  const pivot = place(project, itemId).start
  const stretch = stretchOf(leader, speed)
  const { rate } = edit.timeline
  const lead = { leader, pivot, motion: stretchedMotion(leader, speed, rate), rate }
  const ids = withLinked(project, [itemId], true)
  const members = new Map<ItemId, Member>()
  for (const id of ids) {
    const { track, start, end, order } = place(project, id)
    const respeeded = inSync(clipAt(project, id), start, lead)
    const clip = stretchedKeyframes(respeeded, pivot - start, stretch)
    const next = placedItems(project, track)[order + 1]
    const free = next ? (next.item.kind === 'gap' ? next.item.duration : 0) : Infinity
    const longest = longestDuration(project, clip, rate)
    if (longest === 0) {
      refuse('edit:startsOutsideMediaOn', { clip: quoted(clip), track: track.name })
    }
    const room = Math.min(longest - clip.duration, ripple ? Infinity : free)
    members.set(id, { clip, start, end, room })
  }
  const wanted = Math.max(1, scaledAbout(0, leader.duration, stretch)) - leader.duration
  const delta = Math.min(wanted, ...[...members.values()].map(({ room }) => room))
  resize(edit, ids, members, delta, ripple)
  if (ripple) {
    const done = new Set(edit.tracksOf(ids).map(({ id }) => id))
    const end = pivot + leader.duration
    if (delta > 0) openTime(edit, end, delta, done)
    else if (delta < 0) closeTime(edit, end + delta, end, done)
    refusePullingApart(edit, ids)
  }
  return edit.finish()
}

function resize(
  edit: TimelineEdit,
  ids: ReadonlySet<ItemId>,
  members: ReadonlyMap<ItemId, Member>,
  delta: number,
  ripple: boolean,
): void {
  for (const track of edit.tracksOf(ids)) {
    // What a ripple opens or closes at one part would move the next one against the recording.
    const [first, second] = track.items.flatMap((id) => members.get(id) ?? [])
    if (ripple && delta !== 0 && first && second) {
      const names = { clipTrack: track.name, track: track.name }
      refuse('edit:ripplePullsApart', { clip: quoted(first.clip), ...names })
    }
    // From the end, so that a longer one does not move those still to be changed.
    for (const id of [...track.items].reverse()) {
      const member = members.get(id)
      if (!member) continue
      const { clip, start, end } = member
      const duration = clip.duration + delta
      if (duration < 1) {
        refuse('edit:nothingRemains', { clip: quoted(clip), track: track.name })
      }
      const changed = { ...clip, duration }
      if (ripple) edit.replace(track, start, end, [changed])
      else {
        edit.replace(track, start, end + Math.max(0, delta), [changed, ...edit.gap(-delta)])
      }
    }
  }
}

/** `pivot` in clip frames. Of two keyframes that fall on one frame the later one stays. */
function stretchedKeyframes(clip: Clip, pivot: number, stretch: Rational): Clip {
  if (equals(stretch, rational(1))) return clip
  return mapAnimated(clip, (animated) => {
    if (animated.keyframes.length === 0) return animated
    const byFrame = new Map<number, Keyframe>()
    for (const key of animated.keyframes) {
      const frame = scaledAbout(pivot, key.frame, stretch)
      byFrame.set(frame, { ...key, frame })
    }
    return { ...animated, keyframes: [...byFrame.values()] }
  })
}
