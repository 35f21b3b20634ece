import { z } from 'zod'
import { join } from '../edit/join.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName } from './words.ts'

export const joinEdit = defineCommand({
  type: 'edit.join',
  payload: z.strictObject({
    leftId: itemIdSchema,
    /** Starts where the left one ends, on the same track, and goes on with its media. */
    rightId: itemIdSchema,
    linked: z.boolean(),
  }),
  label: ({ leftId }, project) => say('label:joinParts', { clip: clipName(project, leftId) }),
  apply: join,
})
