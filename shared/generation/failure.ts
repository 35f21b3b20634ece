/** Why a generation did not give a take, in one shape for both engines. */

import type { Said } from '../words/Said.ts'
import { SaidError } from '../words/SaidError.ts'
export type FailureKind =
  | 'validation'
  | 'auth'
  | 'quota'
  | 'rateLimit'
  | 'safety'
  | 'provider'
  | 'timeout'
  | 'notFound'
  | 'serverError'
  | 'connection'
  | 'input'
  | 'unsupported'
  | 'unknown'

export class GenerationError extends SaidError {
  override readonly name = 'GenerationError'
  readonly kind: FailureKind
  /** The service's raw words, kept for support; never shown first. */
  readonly detail: string | undefined
  /** Whether the service may have accepted (and bill) the request all the same. */
  readonly mayBeBilled: boolean
  /** Whether the service has ended the task, so that asking for it again would change nothing. */
  readonly isOver: boolean
  constructor(
    said: Said,
    options: {
      kind: FailureKind
      detail?: string
      mayBeBilled?: boolean
      isOver?: boolean
      cause?: unknown
    },
  ) {
    super(said, { cause: options.cause })
    this.kind = options.kind
    this.detail = options.detail
    this.mayBeBilled = options.mayBeBilled ?? false
    this.isOver = options.isOver ?? false
  }
}
