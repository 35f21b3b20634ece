import { z } from 'zod'
import { nest } from '../edit/nest.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipNames } from './words.ts'

export const nestClips = defineCommand({
  type: 'clips.nest',
  payload: z.strictObject({
    itemIds: z.array(itemIdSchema).min(1),
    /** Of the new timeline. */
    name: z.string().min(1),
    linked: z.boolean(),
  }),
  label: ({ itemIds, name }, project) =>
    say('label:nestClips', { clips: clipNames(project, itemIds), name }),
  apply: nest,
})
