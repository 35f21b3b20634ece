import { z } from 'zod'
import { change } from '../edit/draft.ts'
import { refuse } from '../edit/refuse.ts'
import { assetIdSchema } from '../model/ids.ts'
import { compare, rationalSchema } from '../time/rational.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

/** Seconds from the asset's zero, `[in, out)`; null: its own end. */
export const markAsset = defineCommand({
  type: 'asset.mark',
  payload: z.strictObject({
    assetId: assetIdSchema,
    in: rationalSchema.nullable(),
    out: rationalSchema.nullable(),
  }),
  label: ({ assetId, in: start, out }, project) => {
    const name = project.assets.get(assetId)?.name ?? assetId
    return say(start === null && out === null ? 'label:unmarkAsset' : 'label:markAsset', { name })
  },
  apply: (project, { assetId, in: start, out }) => {
    if (start !== null && out !== null && compare(start, out) >= 0) refuse('edit:inBehindOut')
    const marks =
      start === null && out === null
        ? undefined
        : { ...(start !== null && { in: start }), ...(out !== null && { out }) }
    return change(project, (draft) => draft.set('assets', assetId, { marks }))
  },
})
