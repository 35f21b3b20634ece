import { z } from 'zod'
import { removeUnusedAssets } from '../edit/removeUnusedAssets.ts'
import { assetIdSchema } from '../model/ids.ts'
import { defineCommand } from './Command.ts'
import { count } from './words.ts'

export const removeAssets = defineCommand({
  type: 'assets.remove',
  payload: z.strictObject({ assetIds: z.array(assetIdSchema).min(1) }),
  label: ({ assetIds }, project) => {
    const [only] = assetIds
    return assetIds.length === 1 && only !== undefined
      ? `Remove "${project.assets.get(only)?.name ?? only}" from the library`
      : `Remove ${count(assetIds.length, 'file')} from the library`
  },
  apply: (project, { assetIds }) => removeUnusedAssets(project, assetIds),
})
