import { z } from 'zod'
import { placedMediaSchema, placeMedia } from '../edit/placeMedia.ts'
import { timelineIdSchema, trackIdSchema } from '../model/ids.ts'
import { defineCommand } from './Command.ts'
import { count } from './words.ts'

const WORDS = { overwrite: 'Overwrite with', insert: 'Insert', append: 'Append' } as const

export const placeClips = defineCommand({
  type: 'clips.place',
  payload: z.strictObject({
    timelineId: timelineIdSchema,
    mode: z.enum(['overwrite', 'insert', 'append']),
    /** Where the first one starts; `append` does without it. */
    frame: z.int().nonnegative(),
    /** Absent: the first unlocked track of the kind. */
    pictureTrackId: trackIdSchema.optional(),
    soundTrackId: trackIdSchema.optional(),
    media: z.array(placedMediaSchema).min(1),
  }),
  label: ({ mode, media }) =>
    `${WORDS[mode]} ${media.length === 1 ? `"${media[0]?.name}"` : count(media.length, 'clip')}`,
  apply: placeMedia,
})
