import { z } from 'zod'
import { setClip as set } from '../edit/setClip.ts'
import { itemIdSchema } from '../model/ids.ts'
import { rationalSchema } from '../time/rational.ts'
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
    const name = clipName(project, itemId)
    if (patch.speed !== undefined) return `Change the speed of ${name}`
    if (patch.enabled !== undefined) return `${patch.enabled ? 'Enable' : 'Disable'} ${name}`
    return `Rename ${name} to "${patch.name ?? ''}"`
  },
  apply: set,
})
