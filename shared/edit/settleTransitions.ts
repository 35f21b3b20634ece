/**
 * The one rule for what becomes of transitions when an edit changed what lies around them:
 *
 *     |A....|B....|   A and B parted, one of them gone, or the free edge met something      removed
 *        [--|--]      less clip or less media than it covers                                shortened to that
 *                     nothing left of it                                                    removed
 *                     both clips moved, or cut elsewhere                                    goes along with its cut
 *
 * Nothing ever makes one longer. Of two on one clip that would overlap, the earlier one keeps its length. What must
 * hold afterwards stands in model/transition.ts.
 */
import type { Clip } from '../model/clip.ts'
import type { ItemId, TrackId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { placedItems, timelineOf, trackOf } from '../model/select.ts'
import type { Track } from '../model/track.ts'
import { suitsTrack, type Transition } from '../model/transition.ts'
import { transitionsOf } from '../model/transitionsOf.ts'
import type { Rational } from '../time/rational.ts'
import { change, withFields } from './draft.ts'
import type { Items } from './itemList.ts'
import { mediaRoom } from './mediaLimits.ts'

export interface Lane {
  readonly track: Track
  readonly items: Items
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
    result.set(
      transition,
      withFields<Transition>(transition, {
        ...{ trackId: lane.track.id, from: from?.id ?? null, to: to?.id ?? null, before, after },
      }),
    )
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

/** The document with the settled ones in place of what they were, and without those that must go. */
export const withSettled = (
  project: Project,
  changes: ReadonlyMap<Transition, Transition | null>,
): Project =>
  change(project, (draft) => {
    for (const [was, is] of changes) {
      if (is) draft.put('transitions', is)
      else if (project.transitions.has(was.id)) draft.remove('transitions', was.id)
    }
  })

/** The document with the transitions of these tracks settled: for changes of media that move nothing. */
export function settleTracks(project: Project, trackIds: Iterable<TrackId>): Project {
  let result = project
  for (const id of trackIds) {
    const transitions = transitionsOf(project, id)
    if (transitions.length === 0) continue
    const track = trackOf(project, id)
    const items = placedItems(project, track).map(({ item }) => item)
    const { rate } = timelineOf(project, track.timelineId)
    result = withSettled(result, settled(project, rate, [{ track, items }], transitions))
  }
  return result
}
