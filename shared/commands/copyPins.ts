import { z } from 'zod'
import { copyPins as copy } from '../edit/pins.ts'
import { pinIdSchema, shotIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const copyPins = defineCommand({
  type: 'pins.copy',
  payload: z.strictObject({
    pinIds: z.array(pinIdSchema).min(1),
    /** May be the shot they are on. */
    toShotId: shotIdSchema,
    /** Where the first one lands. */
    index: z.int().nonnegative(),
  }),
  label: ({ pinIds, toShotId }, project) =>
    say('label:copyPins', {
      count: pinIds.length,
      shot: project.shots.get(toShotId)?.name ?? toShotId,
    }),
  apply: copy,
})
