/** What a use case answers instead of its result. The sentence is for people: what happened, what to do. */
import type { Failure } from '../../shared/ipc/result.ts'
import type { Said } from '../../shared/words/Said.ts'
import { SaidError } from '../../shared/words/SaidError.ts'

export class ServiceError extends SaidError {
  override readonly name = 'ServiceError'
  readonly code: Failure['code']
  readonly detail: string | undefined
  constructor(code: Failure['code'], said: Said, options?: { detail?: string; cause?: unknown }) {
    super(said, { cause: options?.cause })
    this.code = code
    this.detail = options?.detail
  }
}
