import { z } from 'zod'
import { fileAssets as file } from '../edit/bins.ts'
import { assetIdSchema, binIdSchema } from '../model/ids.ts'
import { defineCommand } from './Command.ts'
import { count } from './words.ts'

export const fileAssets = defineCommand({
  type: 'assets.file',
  payload: z.strictObject({
    assetIds: z.array(assetIdSchema).min(1),
    /** Null: to the top of the library. */
    binId: binIdSchema.nullable(),
  }),
  label: ({ assetIds, binId }, project) => {
    const where = binId === null ? 'the top' : `"${project.bins.get(binId)?.name ?? ''}"`
    return `Move ${count(assetIds.length, 'asset')} to ${where}`
  },
  apply: file,
})
