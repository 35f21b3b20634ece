/** A piece of media the project knows. Its bytes live elsewhere: `mediaKey` identifies them by content. */
import { z } from 'zod'
import { rationalSchema } from '../time/rational.ts'
import { assetIdSchema, binIdSchema } from './ids.ts'
import { mediaInfoSchema } from './mediaInfo.ts'
import { openObject } from './openObject.ts'

export const assetSchema = openObject({
  id: assetIdSchema,
  name: z.string().min(1),
  /** Content identity: byte size and sampled hash (main/files/identity). Finds the file again after a move. */
  mediaKey: z.string().min(1),
  /** footage: a file of the user's; generated: a result kept in the store's media folder. */
  origin: z.enum(['footage', 'generated']),
  info: mediaInfoSchema,
  /**
   * Present: nobody has this media, it is known only by name (another program's missing reference, or declared so).
   * A file that cannot be found just now is no such thing: that is a fact of the machine, not of the document.
   * `info` then says what is known: its kind and length, and no streams.
   */
  missing: openObject({
    /** Where another program last saw it: words for people, never a path to open. */
    lastSeen: z.string().optional(),
  }).optional(),
  /** Who made it and under which licence, shown with the asset and in exports' credits. */
  credit: z.string().optional(),
  /** The part that is wanted of it, in exact seconds from its zero, `[in, out)`; an absent end is the media's own. */
  marks: openObject({ in: rationalSchema.optional(), out: rationalSchema.optional() }).optional(),
  /** Absent: at the top of the library. */
  binId: binIdSchema.optional(),
})
export type Asset = z.infer<typeof assetSchema>
