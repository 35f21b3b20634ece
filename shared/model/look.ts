/** A prompt with settings, kept to be used for other shots. Absent settings leave the shot's own. */
import { z } from 'zod'
import { lookIdSchema } from './ids.ts'
import { openObject } from './openObject.ts'
import { aspectSchema, editControlsSchema, resolutionSchema } from './shot.ts'

export const lookSchema = openObject({
  id: lookIdSchema,
  name: z.string().min(1),
  prompt: z.string().max(6000),
  resolution: resolutionSchema.optional(),
  aspect: aspectSchema.optional(),
  loop: z.boolean().optional(),
  hdr: z.boolean().optional(),
  edit: editControlsSchema.optional(),
  notes: z.string().optional(),
})
export type Look = z.infer<typeof lookSchema>
