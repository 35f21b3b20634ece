/** How far a transition can be pulled and pushed. Pure. */
import type { Transition } from '../../../../shared/model/transition.ts'

export interface Reach {
  readonly before: number
  readonly after: number
}

const within = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), high)

/** About its cut by `delta` frames, its length kept as far as there is room on both sides. */
export function moved({ before, after }: Reach, room: Reach, delta: number): Reach {
  const by = within(
    delta,
    Math.max(-after, before - room.before),
    Math.min(before, room.after - after),
  )
  // Without the 0 of a negated nothing: -0 is no frame.
  return { before: before - by + 0, after: after + by + 0 }
}

/**
 * One edge pulled by `delta` frames, later positive; `both`: the other one as far the other way. On the side of a free
 * edge nothing can be covered. At least one frame stays.
 */
export function trimmed(
  { before, after, from, to }: Reach & Pick<Transition, 'from' | 'to'>,
  room: Reach,
  edge: 'start' | 'end',
  delta: number,
  both: boolean,
): Reach {
  const outwards = edge === 'end' ? delta : -delta
  const grows = (side: 'before' | 'after'): boolean =>
    (side === 'before' ? from : to) !== null && (both || (side === 'before') === (edge === 'start'))
  const next = {
    before: grows('before') ? within(before + outwards, 0, room.before) : before,
    after: grows('after') ? within(after + outwards, 0, room.after) : after,
  }
  if (next.before + next.after >= 1) return next
  return edge === 'start' && from !== null
    ? { ...next, before: 1 }
    : { ...next, after: to === null ? 0 : 1, before: to === null ? 1 : next.before }
}
