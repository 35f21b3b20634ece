import { z } from 'zod'
import { setEffect as apply } from '../edit/effects.ts'
import { colorSchema, toneCurvesSchema } from '../model/effect.ts'
import { assetIdSchema, effectIdSchema, itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName, effectName } from './words.ts'

export const setEffect = defineCommand({
  type: 'effect.set',
  payload: z.strictObject({
    itemId: itemIdSchema,
    effectId: effectIdSchema,
    patch: z.strictObject({
      enabled: z.boolean().optional(),
      /** Of a key. */
      color: colorSchema.optional(),
      /** Of a grade; null takes them away. */
      curves: toneCurvesSchema.nullable().optional(),
      lutId: assetIdSchema.nullable().optional(),
    }),
  }),
  label: ({ itemId, effectId, patch }, project) => {
    const names = { effect: effectName(project, itemId, effectId), clip: clipName(project, itemId) }
    if (patch.enabled === undefined) return say('label:changeEffect', names)
    return patch.enabled ? say('label:turnEffectOn', names) : say('label:turnEffectOff', names)
  },
  apply: apply,
})
