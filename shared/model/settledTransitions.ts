/**
 * The one rule for what becomes of transitions when what lies around them changed:
 *
 *     |A....|B....|   A and B parted, one of them gone, or the free edge met something      removed
 *        [--|--]      less clip or less media than it covers                                shortened to that
 *                     nothing left of it                                                    removed
 *                     both clips moved, or cut elsewhere                                    goes along with its cut
 *
 * Nothing ever makes one longer. Of two on one clip that would overlap, the earlier one keeps its length. What must
 * hold afterwards stands in model/transition.ts.
 */

import type { Rational } from '../time/rational.ts'
import type { Clip, Item } from './clip.ts'
import type { ItemId } from './ids.ts'
import { mediaRoom } from './mediaLimits.ts'
import type { Project } from './project.ts'
import type { Track } from './track.ts'
import { suitsTrack, type Transition } from './transition.ts'

export interface Lane {
  readonly track: Track
  readonly items: readonly Item[]
}

/** The item that has an edge now which `id` had; `id` itself where nothing was cut, null where the edge is gone. */
export type EdgeHolder = (id: ItemId, edge: 'start' | 'end') => ItemId | null

/** A transition and the clips beside it, as they lie now. */
interface Seat {
  readonly transition: Transition
  readonly lane: Lane
  /** Index of the item behind the cut. */
  readonly at: number
  readonly from: Clip | null
  readonly to: Clip | null
}

/**
 * `transitions` as they must be over `lanes`; null for those that must go. `project` tells how much media there is.
 * The clips of every transition lie on one of the lanes, or nowhere any more.
 */
export function settled(
  project: Project,
  rate: Rational,
  lanes: readonly Lane[],
  transitions: readonly Transition[],
  holder: EdgeHolder = (id) => id,
): Map<Transition, Transition | null> {
  const result = new Map<Transition, Transition | null>(transitions.map((each) => [each, null]))
  if (transitions.length === 0) return result
  const places = placesOn(lanes)
  const seats = transitions.flatMap((each) => seatOf(each, places, holder) ?? [])
  /** Frames at a clip's start that an earlier transition covers. */
  const covered = new Map<ItemId, number>()
  const taken = new Set<string>()
  for (const { transition, lane, at, from, to } of seats.sort((a, b) => a.at - b.at)) {
    const cut = `${lane.track.id} ${at} ${from?.id ?? ''} ${to?.id ?? ''}`
    if (taken.has(cut)) continue
    const free = from ? from.duration - (covered.get(from.id) ?? 0) : 0
    const ahead = from && to ? mediaRoom(project, to, rate).head : Infinity
    const beyond = from && to ? mediaRoom(project, from, rate).tail : Infinity
    const before = Math.max(0, Math.min(transition.before, free, ahead))
    const after = Math.max(0, Math.min(transition.after, to?.duration ?? 0, beyond))
    if (before + after < 1) continue
    taken.add(cut)
    if (to) covered.set(to.id, after)
    const now = {
      trackId: lane.track.id,
      from: from?.id ?? null,
      to: to?.id ?? null,
      before,
      after,
    }
    const isSame = Object.entries(now).every(
      ([key, value]) => transition[key as keyof typeof now] === value,
    )
    result.set(transition, isSame ? transition : { ...transition, ...now })
  }
  return result
}

/** Where it can lie; undefined where the rule removes it. */
function seatOf(
  transition: Transition,
  places: ReadonlyMap<ItemId, Place>,
  holder: EdgeHolder,
): Seat | undefined {
  const fromId = transition.from === null ? null : holder(transition.from, 'end')
  const toId = transition.to === null ? null : holder(transition.to, 'start')
  const isGone = (transition.from === null) !== (fromId === null)
  const place = places.get(fromId ?? toId ?? ('' as ItemId))
  if (isGone || !place) return undefined
  const { lane } = place
  const at = fromId === null ? place.index : place.index + 1
  const [left, right] = [lane.items[at - 1], lane.items[at]]
  const from = left?.kind === 'clip' ? left : null
  const to = right?.kind === 'clip' ? right : null
  const isWhole = (from?.id ?? null) === fromId && (to?.id ?? null) === toId
  if (!isWhole || (transition.to === null) !== (toId === null)) return undefined
  return suitsTrack(transition.style, lane.track.kind)
    ? { transition, lane, at, from, to }
    : undefined
}

interface Place {
  readonly lane: Lane
  readonly index: number
}

const placesOn = (lanes: readonly Lane[]): Map<ItemId, Place> =>
  new Map(
    lanes.flatMap((lane) => lane.items.map(({ id }, index) => [id, { lane, index }] as const)),
  )
