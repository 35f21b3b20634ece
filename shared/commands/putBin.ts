import { z } from 'zod'
import { putBin as put } from '../edit/bins.ts'
import { binSchema } from '../model/bin.ts'
import { defineCommand } from './Command.ts'

export const putBin = defineCommand({
  type: 'bin.put',
  /** Adds the bin, or puts it in place of the one with its id. */
  payload: z.strictObject({ bin: binSchema }),
  label: ({ bin }, project) =>
    `${project.bins.get(bin.id) ? 'Change' : 'Add'} the bin "${bin.name}"`,
  apply: put,
})
