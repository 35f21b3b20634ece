/** A track's transitions that lie in a span of time, found by the clips there: a long cut has a thousand elsewhere. Pure. */
import type { Project } from '../../../../shared/model/project.ts'
import { placedItems } from '../../../../shared/model/select.ts'
import type { Track } from '../../../../shared/model/track.ts'
import type { Transition } from '../../../../shared/model/transition.ts'
import { transitionsOf } from '../../../../shared/model/transitionsOf.ts'
import { firstWithin } from '../within.ts'
import type { TransitionPlace } from './placedTransition.ts'

export interface PlacedTransition extends TransitionPlace {
  readonly transition: Transition
  /** Among the track's transitions. */
  readonly order: number
}

interface Known {
  readonly transition: Transition
  readonly order: number
}
type ByClip = ReadonlyMap<string, readonly Known[]>
const byList = new WeakMap<readonly Transition[], ByClip>()

/** By the clip that a transition begins on, or of a free edge the one that it leads to. */
function byClip(list: readonly Transition[]): ByClip {
  const known = byList.get(list)
  if (known) return known
  const found = new Map<string, Known[]>()
  for (const [order, transition] of list.entries()) {
    const own = transition.from ?? transition.to
    if (own === null) continue
    found.set(own, [...(found.get(own) ?? []), { transition, order }])
  }
  byList.set(list, found)
  return found
}

/** Those that overlap timeline frames `[start, end)`, in order of time. */
export function transitionsWithin(
  project: Project,
  track: Track,
  start: number,
  end: number,
): readonly PlacedTransition[] {
  const list = transitionsOf(project, track.id)
  if (list.length === 0) return []
  const index = byClip(list)
  const placed = placedItems(project, track)
  const found: PlacedTransition[] = []
  // One clip more on both sides: a transition reaches over its cut.
  const first = Math.max(0, firstWithin(placed, start) - 2)
  for (let at = first; at < placed.length; at++) {
    const item = placed[at]
    if (!item || (placed[at - 1]?.start ?? -1) >= end) break
    for (const { transition, order } of index.get(item.item.id) ?? []) {
      const cut = transition.from === null ? item.start : item.end
      const place = { cut, start: cut - transition.before, end: cut + transition.after }
      if (place.start < end && place.end > start) found.push({ transition, order, ...place })
    }
  }
  return found
}
