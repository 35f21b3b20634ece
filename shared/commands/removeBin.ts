import { z } from 'zod'
import { removeBin as remove } from '../edit/bins.ts'
import { binIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const removeBin = defineCommand({
  type: 'bin.remove',
  /** What lies in it moves up. */
  payload: z.strictObject({ binId: binIdSchema }),
  label: ({ binId }, project) =>
    say('label:removeBin', { name: project.bins.get(binId)?.name ?? '' }),
  apply: remove,
})
