import { z } from 'zod'
import { shotPatchSchema, updateShot as update } from '../edit/updateShot.ts'
import { shotIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { shotFieldName } from './words.ts'

export const updateShot = defineCommand({
  type: 'shot.update',
  payload: z.strictObject({ shotId: shotIdSchema, patch: shotPatchSchema }),
  label: ({ shotId, patch }, project) => {
    const shot = project.shots.get(shotId)?.name ?? shotId
    const [field, ...more] = Object.keys(patch)
    if (field === undefined || more.length > 0) return say('label:changeShot', { shot })
    return patch.name !== undefined
      ? say('label:renameShot', { from: shot, to: patch.name })
      : say('label:changeShotField', { field: shotFieldName(field), shot })
  },
  apply: update,
})
