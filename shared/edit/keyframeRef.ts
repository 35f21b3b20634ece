/** A keyframe of a clip: its property and its id, which is unique within that property. */
import { z } from 'zod'
import { propertySchema } from '../model/clip.ts'
import { keyframeIdSchema } from '../model/ids.ts'

export const keyframeRefSchema = z.strictObject({
  property: propertySchema,
  keyframeId: keyframeIdSchema,
})
export type KeyframeRef = z.infer<typeof keyframeRefSchema>
