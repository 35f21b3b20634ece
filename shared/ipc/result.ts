/** What crosses the process boundary instead of an exception. */

import { z } from 'zod'
import { saidSchema } from '../words/Said.ts'

export const failureSchema = z.object({
  /** For code: decides what the interface offers next. */
  code: z.enum([
    'badInput',
    'refused',
    'conflict',
    'notFound',
    'media',
    'generation',
    'storage',
    'cancelled',
    'internal',
  ]),
  /** For people: what happened, what it means, what to do. The window words it. */
  said: saidSchema,
  /** `said` in English, for logs. */
  message: z.string(),
  /** For support: can be copied, never shown first; holds no secrets. */
  detail: z.string().optional(),
})
export type Failure = z.infer<typeof failureSchema>

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const failed = (failure: Failure): Result<never> => ({ ok: false, failure })
