import { z } from 'zod'
import { change } from '../edit/draft.ts'
import { refuse } from '../edit/refuse.ts'
import { assetIdSchema } from '../model/ids.ts'
import { record } from '../model/select.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { assetName } from './words.ts'

/** Says that nobody has an asset's media any more, or that it is there after all. What probing found is kept. */
export const setMissing = defineCommand({
  type: 'asset.setMissing',
  payload: z.strictObject({ assetId: assetIdSchema, missing: z.boolean() }),
  label: ({ assetId, missing }, project) =>
    say(missing ? 'label:declareMissing' : 'label:declareFound', {
      name: assetName(project, assetId),
    }),
  apply: (project, { assetId, missing }) =>
    change(project, (draft) => {
      const asset = record(project, 'assets', assetId)
      const { video, audio } = asset.info
      if (!missing && video.length + audio.length === 0) {
        refuse('source:neverFound', { name: asset.name })
      }
      if (missing !== (asset.missing !== undefined)) {
        draft.set('assets', assetId, { missing: missing ? {} : undefined })
      }
    }),
})
