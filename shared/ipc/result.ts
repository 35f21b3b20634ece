/** What crosses the process boundary instead of an exception. Without a schema: the preload carries this module too. */
import type { Said } from '../words/Said.ts'

export interface Failure {
  /** For code: decides what the interface offers next. */
  readonly code:
    | 'badInput'
    | 'refused'
    | 'conflict'
    | 'notFound'
    | 'media'
    | 'generation'
    | 'storage'
    | 'cancelled'
    | 'internal'
  /** For people: what happened, what it means, what to do. The window words it. */
  readonly said: Said
  /** `said` in English, for logs. */
  readonly message: string
  /** For support: can be copied, never shown first; holds no secrets. */
  readonly detail?: string | undefined
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const failed = (failure: Failure): Result<never> => ({ ok: false, failure })
