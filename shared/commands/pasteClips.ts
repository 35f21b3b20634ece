import { z } from 'zod'
import { paste } from '../edit/paste.ts'
import { clipSchema } from '../model/clip.ts'
import { timelineIdSchema, trackIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const pasteClips = defineCommand({
  type: 'clips.paste',
  payload: z.strictObject({
    timelineId: timelineIdSchema,
    clips: z
      .array(
        z.strictObject({
          /** As it was when it was copied. */
          clip: clipSchema,
          trackId: trackIdSchema,
          /** Frames behind the first of them. */
          offset: z.int().nonnegative(),
        }),
      )
      .min(1),
    frame: z.int().nonnegative(),
    mode: z.enum(['overwrite', 'insert']),
  }),
  label: ({ clips }) => say('label:pasteClips', { count: clips.length }),
  apply: paste,
})
