import { z } from 'zod'
import { fileAssets as file } from '../edit/bins.ts'
import { assetIdSchema, binIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const fileAssets = defineCommand({
  type: 'assets.file',
  payload: z.strictObject({
    assetIds: z.array(assetIdSchema).min(1),
    /** Null: to the top of the library. */
    binId: binIdSchema.nullable(),
  }),
  label: ({ assetIds, binId }, project) =>
    binId === null
      ? say('label:fileAssetsAtTop', { count: assetIds.length })
      : say('label:fileAssets', {
          count: assetIds.length,
          bin: project.bins.get(binId)?.name ?? '',
        }),
  apply: file,
})
