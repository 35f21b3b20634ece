/** One call: what goes in, what comes out. */
import { z } from 'zod'

export const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  input,
  output,
})

export const nothing = z.object({})
