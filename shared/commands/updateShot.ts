import { z } from 'zod'
import { shotPatchSchema, updateShot as update } from '../edit/updateShot.ts'
import { shotIdSchema } from '../model/ids.ts'
import { defineCommand } from './Command.ts'

export const updateShot = defineCommand({
  type: 'shot.update',
  payload: z.strictObject({ shotId: shotIdSchema, patch: shotPatchSchema }),
  label: ({ shotId, patch }, project) => {
    const name = `"${project.shots.get(shotId)?.name ?? shotId}"`
    const fields = Object.keys(patch)
    if (fields.length === 1 && patch.name !== undefined) return `Rename ${name} to "${patch.name}"`
    return fields.length === 1 ? `Change the ${fields[0]} of ${name}` : `Change ${name}`
  },
  apply: update,
})
