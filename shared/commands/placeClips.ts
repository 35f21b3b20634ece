import { z } from 'zod'
import { placedMediaSchema, placeMedia } from '../edit/placeMedia.ts'
import { timelineIdSchema, trackIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { mediaNames } from './words.ts'

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
  label: ({ mode, media }) => say(`label:${mode}Clips`, { clips: mediaNames(media) }),
  apply: placeMedia,
})
