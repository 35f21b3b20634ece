import { z } from 'zod'
import { supplyMedia as supply } from '../edit/supplyMedia.ts'
import { assetSchema } from '../model/asset.ts'
import { assetIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { assetName } from './words.ts'

const { mediaKey, info } = assetSchema.shape

export const supplyMedia = defineCommand({
  type: 'asset.supply',
  payload: z.strictObject({ assetId: assetIdSchema, mediaKey, info }),
  label: ({ assetId }, project) => say('label:supplyMedia', { name: assetName(project, assetId) }),
  apply: supply,
})
