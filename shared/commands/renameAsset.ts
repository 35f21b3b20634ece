import { z } from 'zod'
import { change } from '../edit/draft.ts'
import { assetIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const renameAsset = defineCommand({
  type: 'asset.rename',
  payload: z.strictObject({ assetId: assetIdSchema, name: z.string().min(1) }),
  label: ({ assetId, name }, project) =>
    say('label:renameAsset', { from: project.assets.get(assetId)?.name ?? assetId, to: name }),
  apply: (project, { assetId, name }) =>
    change(project, (draft) => draft.set('assets', assetId, { name })),
})
