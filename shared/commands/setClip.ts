import { z } from 'zod'
import { setClip as set } from '../edit/setClip.ts'
import { itemIdSchema } from '../model/ids.ts'
import { rationalSchema } from '../time/rational.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName } from './words.ts'

export const setClip = defineCommand({
  type: 'clip.set',
  payload: z.strictObject({
    itemId: itemIdSchema,
    patch: z.strictObject({
      name: z.string().optional(),
      enabled: z.boolean().optional(),
      /** Media seconds per timeline second; linked clips follow. */
      speed: rationalSchema.optional(),
    }),
  }),
  label: ({ itemId, patch }, project) => {
    const clip = clipName(project, itemId)
    if (patch.speed !== undefined) return say('label:changeSpeed', { clip })
    if (patch.enabled !== undefined) {
      return say(patch.enabled ? 'label:enableClip' : 'label:disableClip', { clip })
    }
    return say('label:renameClip', { clip, name: patch.name ?? '' })
  },
  apply: set,
})
