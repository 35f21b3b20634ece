/**
 * A value that can change over a clip's time.
 *
 * `frame` counts whole frames of the timeline's rate from the clip's in-point. Verbs that move the in-point
 * against the media (trimming the head, splitting) shift the keyframes by the same amount, so that a keyframe
 * stays on the picture it was set on; it may then lie outside the clip and is kept there.
 */
import { z } from 'zod'
import { keyframeIdSchema } from './ids.ts'
import { openObject } from './openObject.ts'

/**
 * How the value travels from this keyframe to the next. `bezier` is CSS's cubic-bezier over the span:
 * x1, x2 in 0..1, y1, y2 free.
 */
export const easingSchema = z.discriminatedUnion('kind', [
  openObject({ kind: z.literal('hold') }),
  openObject({ kind: z.literal('linear') }),
  openObject({
    kind: z.literal('bezier'),
    x1: z.number().min(0).max(1),
    y1: z.number(),
    x2: z.number().min(0).max(1),
    y2: z.number(),
  }),
])
export type Easing = z.infer<typeof easingSchema>

/** The usual "ease in and out". */
export const EASE: Easing = { kind: 'bezier', x1: 0.42, y1: 0, x2: 0.58, y2: 1 }
/** Leaves its keyframe slowly. */
export const EASE_OUT: Easing = { kind: 'bezier', x1: 0.42, y1: 0, x2: 1, y2: 1 }
/** Comes to the next keyframe slowly. */
export const EASE_IN: Easing = { kind: 'bezier', x1: 0, y1: 0, x2: 0.58, y2: 1 }
export const LINEAR: Easing = { kind: 'linear' }
export const HOLD: Easing = { kind: 'hold' }

export const keyframeSchema = openObject({
  id: keyframeIdSchema,
  frame: z.int(),
  value: z.number(),
  easing: easingSchema,
})
export type Keyframe = z.infer<typeof keyframeSchema>

/** `value` holds where there are no keyframes. Keyframes are sorted by frame, one per frame. */
export const animatedSchema = openObject({
  value: z.number(),
  keyframes: z.array(keyframeSchema),
})
export type Animated = z.infer<typeof animatedSchema>

export const constant = (value: number): Animated => ({ value, keyframes: [] })
