import { z } from 'zod'
import { replaceClip as replace } from '../edit/replaceClip.ts'
import { clipSourceSchema } from '../model/clip.ts'
import { itemIdSchema } from '../model/ids.ts'
import { rationalSchema } from '../time/rational.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName } from './words.ts'

export const replaceClip = defineCommand({
  type: 'clip.replace',
  payload: z.strictObject({
    itemId: itemIdSchema,
    source: clipSourceSchema,
    name: z.string(),
    /** Exact seconds of media time at the clip's first frame. */
    sourceStart: rationalSchema,
    linked: z.boolean(),
  }),
  label: ({ itemId, name }, project) =>
    say('label:replaceClip', { clip: clipName(project, itemId), name }),
  apply: replace,
})
