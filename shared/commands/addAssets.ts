import { z } from 'zod'
import { change } from '../edit/draft.ts'
import { assetSchema } from '../model/asset.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const addAssets = defineCommand({
  type: 'assets.add',
  payload: z.strictObject({ assets: z.array(assetSchema).min(1) }),
  label: ({ assets }) =>
    assets.length === 1
      ? say('label:importFile', { name: assets[0]?.name ?? '' })
      : say('label:importFiles', { count: assets.length }),
  apply: (project, { assets }) =>
    change(project, (draft) => {
      for (const asset of assets) draft.add('assets', asset)
    }),
})
