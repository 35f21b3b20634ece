/** A folder of the library. Assets name the bin they lie in; those that name none lie at the top. */
import { z } from 'zod'
import { binIdSchema } from './ids.ts'
import { openObject } from './openObject.ts'

export const binSchema = openObject({
  id: binIdSchema,
  name: z.string().min(1),
  /** Absent: at the top. */
  parentId: binIdSchema.optional(),
})
export type Bin = z.infer<typeof binSchema>
