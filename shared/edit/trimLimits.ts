/** How far an edge can go, and what stops it there. */
import type { ItemId } from '../model/ids.ts'
import { mediaRoom, slipRoom } from '../model/mediaLimits.ts'
import type { Project } from '../model/project.ts'
import { place, placedItems, timelineOf } from '../model/select.ts'
import { say } from '../words/say.ts'
import { withLinked } from './linked.ts'
import { refuse } from './refuse.ts'
import { clipAt } from './timelineEdit.ts'

export interface TrimRange {
  readonly itemId: ItemId
  readonly edge: 'start' | 'end'
  /** Frames; positive = later. */
  readonly delta: number
  readonly linked: boolean
}

/** media: the media's end; neighbour: the next clip; zero: the timeline's start; length: one frame must remain. */
export type Stop = 'media' | 'neighbour' | 'zero' | 'length' | 'none'

export interface Limits {
  /** The least and greatest delta in frames; -Infinity and Infinity where nothing stops. */
  readonly min: number
  readonly minBy: Stop
  readonly max: number
  readonly maxBy: Stop
}

export const NO_LIMITS: Limits = { min: -Infinity, minBy: 'none', max: Infinity, maxBy: 'none' }

/** Limits of `clip.trim`, linked clips included. A ripple is not stopped by neighbours, since they give way. */
export function trimLimits(
  project: Project,
  { itemId, edge, linked, ripple }: Omit<TrimRange, 'delta'> & { readonly ripple: boolean },
): Limits {
  let limits = NO_LIMITS
  for (const id of withLinked(project, [itemId], linked)) {
    const { track, start, end, order } = place(project, id)
    const clip = clipAt(project, id)
    const room = mediaRoom(project, clip, timelineOf(project, track.timelineId).rate)
    const items = placedItems(project, track)
    if (edge === 'start') {
      limits = upTo(limits, clip.duration - 1, 'length')
      limits = downTo(limits, -room.head, 'media')
      const before = items[order - 1]
      const free = before?.item.kind === 'gap' ? before.item.duration : 0
      if (!ripple) limits = downTo(limits, -free, start === free ? 'zero' : 'neighbour')
    } else {
      limits = downTo(limits, 1 - clip.duration, 'length')
      limits = upTo(limits, room.tail, 'media')
      const after = items.slice(order + 1).find(({ item }) => item.kind === 'clip')
      if (!ripple && after) limits = upTo(limits, after.start - end, 'neighbour')
    }
  }
  return limits
}

/** Limits of `clip.slip`: media only. A still has nothing to slip. */
export function slipLimits(project: Project, itemId: ItemId, linked: boolean): Limits {
  let limits = NO_LIMITS
  for (const id of withLinked(project, [itemId], linked)) {
    const { rate } = timelineOf(project, place(project, id).track.timelineId)
    const { head, tail } = slipRoom(project, clipAt(project, id), rate)
    limits = downTo(limits, -head, 'media')
    limits = upTo(limits, tail, 'media')
  }
  return limits
}

export const downTo = (limits: Limits, min: number, minBy: Stop): Limits =>
  min > limits.min ? { ...limits, min: min === 0 ? 0 : min, minBy } : limits
export const upTo = (limits: Limits, max: number, maxBy: Stop): Limits =>
  max < limits.max ? { ...limits, max, maxBy } : limits

type Moved = 'edge' | 'clip' | 'editPoint'

/** @throws EditRefused naming the limit when `delta` is beyond it. */
export function refuseBeyond(delta: number, limits: Limits, what: Moved = 'edge'): void {
  if (delta >= limits.min && delta <= limits.max) return
  const [limit, by] = delta < limits.min ? [limits.min, limits.minBy] : [limits.max, limits.maxBy]
  const way = delta < 0 ? 'earlier' : 'later'
  const told = { what: say(`stop:${what}`), way: say(`words:${way}`), why: say(`stop:${by}`) }
  if (limit === 0) refuse('stop:cannotGo', told)
  refuse('stop:canGoAtMost', { ...told, count: Math.abs(limit) })
}
