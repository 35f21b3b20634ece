/** JSON in a column, parsed when it is read. */
import { z } from 'zod'

/** @throws SyntaxError inside the parse when the text is not JSON: the store is damaged. */
export const jsonColumn = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema as z.ZodType<z.output<T>, unknown>)

/** Null in the column is undefined here. */
export const optional = <T extends z.ZodType>(schema: T) =>
  schema.nullable().transform((value) => value ?? undefined)

export const flag = z.union([z.literal(0), z.literal(1)]).transform((value) => value === 1)
