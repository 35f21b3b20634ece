import { z } from 'zod'
import { interpretAsset as interpret } from '../edit/interpretAsset.ts'
import { assetIdSchema } from '../model/ids.ts'
import { mediaInfoSchema } from '../model/mediaInfo.ts'
import { record } from '../model/select.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const interpretAsset = defineCommand({
  type: 'asset.interpret',
  payload: z.strictObject({
    assetId: assetIdSchema,
    mediaKey: z.string().min(1),
    info: mediaInfoSchema,
  }),
  label: ({ assetId }, project) =>
    say('label:interpretAsset', { name: record(project, 'assets', assetId).name }),
  apply: interpret,
})
