import { z } from 'zod'
import { putBin as put } from '../edit/bins.ts'
import { binSchema } from '../model/bin.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const putBin = defineCommand({
  type: 'bin.put',
  /** Adds the bin, or puts it in place of the one with its id. */
  payload: z.strictObject({ bin: binSchema }),
  label: ({ bin }, project) =>
    say(project.bins.get(bin.id) ? 'label:changeBin' : 'label:addBin', { name: bin.name }),
  apply: put,
})
