import { z } from 'zod'
import { removeBin as remove } from '../edit/bins.ts'
import { binIdSchema } from '../model/ids.ts'
import { defineCommand } from './Command.ts'

export const removeBin = defineCommand({
  type: 'bin.remove',
  /** What lies in it moves up. */
  payload: z.strictObject({ binId: binIdSchema }),
  label: ({ binId }, project) => `Remove the bin "${project.bins.get(binId)?.name ?? ''}"`,
  apply: remove,
})
