import { z } from 'zod'
import { slip } from '../edit/slip.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { byFrames, clipName } from './words.ts'

export const slipClip = defineCommand({
  type: 'clip.slip',
  payload: z.strictObject({
    itemId: itemIdSchema,
    /** Frames of the timeline; positive = later media is shown. */
    delta: z.int(),
    linked: z.boolean(),
  }),
  label: ({ itemId, delta }, project) =>
    say('label:slipClip', { clip: clipName(project, itemId), by: byFrames(delta) }),
  apply: slip,
})
