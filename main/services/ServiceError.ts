/** What a use case answers instead of its result. The message is for people: what happened, what to do. */
import type { Failure } from '../../shared/ipc/result.ts'

export class ServiceError extends Error {
  override readonly name = 'ServiceError'
  readonly code: Failure['code']
  readonly detail: string | undefined
  constructor(
    code: Failure['code'],
    message: string,
    options?: { detail?: string; cause?: unknown },
  ) {
    super(message, { cause: options?.cause })
    this.code = code
    this.detail = options?.detail
  }
}
