import { z } from 'zod'
import { removeUnusedAssets } from '../edit/removeUnusedAssets.ts'
import { assetIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const removeAssets = defineCommand({
  type: 'assets.remove',
  payload: z.strictObject({ assetIds: z.array(assetIdSchema).min(1) }),
  label: ({ assetIds }, project) => {
    const [only] = assetIds
    return assetIds.length === 1 && only !== undefined
      ? say('label:removeAsset', { name: project.assets.get(only)?.name ?? only })
      : say('label:removeAssets', { count: assetIds.length })
  },
  apply: (project, { assetIds }) => removeUnusedAssets(project, assetIds),
})
