/**
 * A sentence that is not worded yet: which one, and what it speaks of. It travels, is stored and is compared like any
 * value, and becomes words only where somebody reads it.
 */
import { z } from 'zod'
import type { MessageKey } from './messages.ts'

/** Whether something that was not parsed, as on its way into JSON, is one. */
export const isSaid = (value: unknown): value is Said =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  typeof value.key === 'string' &&
  /^[a-z]\w*:[\w.]+$/i.test(value.key) &&
  Object.keys(value).every((name) => name === 'key' || name === 'params')

/** Text and numbers as they are, other sentences, and lists of these ("a, b and c"). */
export type SaidParam = string | number | Said | readonly SaidParam[]

export interface Said {
  readonly key: MessageKey
  readonly params?: { readonly [name: string]: SaidParam }
}

/** One after the other. */
export const sentences = (said: readonly Said[]): Said =>
  said.reduce<Said | undefined>(
    (before, next) => (before ? { key: 'words:sentences', params: { before, next } } : next),
    undefined,
  ) ?? asWritten('')

/** Words that a person wrote, or that an older Keyreel stored, told as they are. */
export const asWritten = (text: string): Said => ({ key: 'words:asWritten', params: { text } })

const paramSchema: z.ZodType<SaidParam> = z.lazy(() =>
  z.union([z.string(), z.number(), messageSchema, z.array(paramSchema)]),
)

// A key that another version wrote parses too: wording says that it is not known.
const messageSchema = z.object({
  key: z.string(),
  params: z.record(z.string(), paramSchema).optional(),
}) as unknown as z.ZodType<Said>

/** Plain text, as Keyreel stored it before sentences had keys, reads as {@link asWritten}. */
export const saidSchema: z.ZodType<Said> = z.union([z.string().transform(asWritten), messageSchema])
