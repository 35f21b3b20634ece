/** A clip's speed from the length it is pulled to. Pure. */

import { downTo, type Limits, NO_LIMITS, upTo } from '../../../shared/edit/trimLimits.ts'
import type { Clip } from '../../../shared/model/clip.ts'
import type { ItemId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { place, placedItems, trackOf } from '../../../shared/model/select.ts'
import { multiply, type Rational, rational } from '../../../shared/time/rational.ts'

/** The finest step of a speed that the document keeps. */
const FINEST = 10_000
/** A hundred times as fast as it was recorded. */
const FASTEST = 100

/** The clip's span of media in `duration` frames; the document's finest step where the exact speed is finer. */
export function speedFor(clip: Pick<Clip, 'speed' | 'duration'>, duration: number): Rational {
  const exact = multiply(clip.speed, rational(clip.duration, duration))
  if (exact.den <= FINEST) return exact
  return rational(Math.round((exact.num / exact.den) * FINEST), FINEST)
}

/** By how many frames an edge can be pulled: up to the neighbours of all `ids`, and not beyond the highest speed. */
export function stretchLimits(
  project: Project,
  ids: readonly ItemId[],
  edge: 'start' | 'end',
  ripple: boolean,
): Limits {
  let limits = NO_LIMITS
  for (const id of ids) {
    const { item, track, start, end, order } = place(project, id)
    if (item.kind !== 'clip') continue
    const speed = Math.abs(item.speed.num / item.speed.den)
    const shortest = Math.max(1, Math.ceil((item.duration * speed) / FASTEST))
    const items = placedItems(project, trackOf(project, track.id))
    if (edge === 'end') {
      limits = downTo(limits, shortest - item.duration, 'length')
      const after = items.slice(order + 1).find((other) => other.item.kind === 'clip')
      if (!ripple && after) limits = upTo(limits, after.start - end, 'neighbour')
    } else {
      limits = upTo(limits, item.duration - shortest, 'length')
      const before = items[order - 1]
      const free = before?.item.kind === 'gap' ? before.item.duration : 0
      limits = downTo(limits, -free, start === free ? 'zero' : 'neighbour')
    }
  }
  return limits
}
