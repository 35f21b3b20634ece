/** JSON in a column, parsed when it is read. */

import { z } from 'zod'
import { asWritten, type Said, saidSchema } from '../../shared/words/Said.ts'

/** @throws SyntaxError inside the parse when the text is not JSON: the store is damaged. */
export const jsonColumn = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema as z.ZodType<z.output<T>, unknown>)

/** A sentence in a column. What stood there before sentences had keys is plain text, and is told as it is. */
export const saidColumn = z.string().transform((text): Said => {
  if (!text.startsWith('{')) return asWritten(text)
  const parsed = saidSchema.safeParse(jsonOrUndefined(text))
  return parsed.success ? parsed.data : asWritten(text)
})

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Null in the column is undefined here. */
export const optional = <T extends z.ZodType>(schema: T) =>
  schema.nullable().transform((value) => value ?? undefined)

export const flag = z.union([z.literal(0), z.literal(1)]).transform((value) => value === 1)
