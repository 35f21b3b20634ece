import { z } from 'zod'
import { duplicate } from '../edit/duplicate.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipNames } from './words.ts'

export const duplicateClips = defineCommand({
  type: 'clips.duplicate',
  payload: z.strictObject({
    itemIds: z.array(itemIdSchema).min(1),
    /** Frames from the originals; positive = later. */
    delta: z.int(),
    /** Tracks of the same kind as the first item's, up positive. */
    trackDelta: z.int(),
    mode: z.enum(['overwrite', 'insert']),
    linked: z.boolean(),
  }),
  label: ({ itemIds }, project) =>
    say('label:duplicateClips', { clips: clipNames(project, itemIds) }),
  apply: duplicate,
})
