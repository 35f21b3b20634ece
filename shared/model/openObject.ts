/**
 * The shape of a record of the document: its known fields are checked, fields of other versions are kept as they
 * are, so that a document travels through this version without losing what it does not know. The type names the
 * known fields only, so that a misspelt one does not compile.
 */
import { z } from 'zod'

export const openObject = <Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> =>
  z.looseObject(shape) as unknown as z.ZodObject<Shape>
