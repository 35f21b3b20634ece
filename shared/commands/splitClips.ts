import { z } from 'zod'
import { split } from '../edit/split.ts'
import { itemIdSchema, timelineIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipNames } from './words.ts'

export const splitClips = defineCommand({
  type: 'clips.split',
  payload: z.strictObject({
    timelineId: timelineIdSchema,
    frame: z.int().positive(),
    /** Absent: every clip under the frame on an unlocked track. */
    itemIds: z.array(itemIdSchema).min(1).optional(),
    linked: z.boolean(),
  }),
  label: ({ itemIds }, project) =>
    itemIds
      ? say('label:splitClips', { clips: clipNames(project, itemIds) })
      : say('label:splitAtPlayhead'),
  apply: split,
})
