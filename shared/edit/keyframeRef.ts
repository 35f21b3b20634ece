/** A keyframe of a clip: its property (or an effect's parameter) and its id, which is unique within that. */
import { z } from 'zod'
import { animatedPathSchema } from '../model/animatedPath.ts'
import { keyframeIdSchema } from '../model/ids.ts'

export const keyframeRefSchema = z.strictObject({
  property: animatedPathSchema,
  keyframeId: keyframeIdSchema,
})
export type KeyframeRef = z.infer<typeof keyframeRefSchema>
