import { z } from 'zod'
import { change } from '../edit/draft.ts'
import { assetSchema } from '../model/asset.ts'
import { defineCommand } from './Command.ts'
import { count } from './words.ts'

export const addAssets = defineCommand({
  type: 'assets.add',
  payload: z.strictObject({ assets: z.array(assetSchema).min(1) }),
  label: ({ assets }) =>
    assets.length === 1 ? `Import "${assets[0]?.name}"` : `Import ${count(assets.length, 'file')}`,
  apply: (project, { assets }) =>
    change(project, (draft) => {
      for (const asset of assets) draft.add('assets', asset)
    }),
})
