/** A drag stops at what the media and the neighbours allow, and says which of them stopped it. */
import type { Limits, Stop } from '../../../../shared/edit/trimLimits.ts'

export interface Limited {
  readonly delta: number
  /** What stopped the hand; null within the limits. */
  readonly stop: Exclude<Stop, 'none'> | null
}

export function limited(delta: number, limits: Limits): Limited {
  if (delta < limits.min) return { delta: limits.min, stop: by(limits.minBy) }
  if (delta > limits.max) return { delta: limits.max, stop: by(limits.maxBy) }
  return { delta, stop: null }
}

const by = (stop: Stop): Limited['stop'] => (stop === 'none' ? null : stop)
