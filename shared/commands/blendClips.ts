import { z } from 'zod'
import { changeClip } from '../edit/changeClip.ts'
import { withFields } from '../edit/draft.ts'
import type { Clip } from '../model/clip.ts'
import { blendModeSchema } from '../model/effect.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipNames } from './words.ts'

export const blendClips = defineCommand({
  type: 'clips.blend',
  payload: z.strictObject({
    itemIds: z.array(itemIdSchema).min(1),
    blendMode: blendModeSchema,
  }),
  label: ({ itemIds }, project) => say('label:changeBlend', { clips: clipNames(project, itemIds) }),
  apply: (project, { itemIds, blendMode }) =>
    itemIds.reduce(
      (changed, id) =>
        changeClip(changed, id, (clip) =>
          // The usual one is not kept: absent is normal.
          withFields<Clip>(clip, { blendMode: blendMode === 'normal' ? undefined : blendMode }),
        ),
      project,
    ),
})
