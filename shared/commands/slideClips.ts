import { z } from 'zod'
import { slide } from '../edit/slide.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { byFrames, clipNames } from './words.ts'

export const slideClips = defineCommand({
  type: 'clips.slide',
  payload: z.strictObject({
    /** Side by side on each track. */
    itemIds: z.array(itemIdSchema).min(1),
    /** Frames; positive = later. */
    delta: z.int(),
    linked: z.boolean(),
  }),
  label: ({ itemIds, delta }, project) =>
    say('label:slideClips', { clips: clipNames(project, itemIds), by: byFrames(delta) }),
  apply: slide,
})
