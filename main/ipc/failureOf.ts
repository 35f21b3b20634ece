/** Any thrown error as the failure that crosses to the window. Stacks stay here; secrets do too. */
import { z } from 'zod'
import { CommandRefused } from '../../shared/commands/Command.ts'
import { GenerationError } from '../../shared/generation/failure.ts'
import type { Failure } from '../../shared/ipc/result.ts'
import { MissingRecord } from '../../shared/model/select.ts'
import { StorageError } from '../database/StorageError.ts'
import { PathError } from '../files/approvedPaths.ts'
import { OutputError } from '../files/atomicOutput.ts'
import { redactText } from '../log/redact.ts'
import { MediaError } from '../media/MediaEngine.ts'
import { ServiceError } from '../services/ServiceError.ts'

function judged(thrown: unknown): Failure {
  if (thrown instanceof ServiceError) return withDetail(thrown.code, thrown)
  if (thrown instanceof CommandRefused || thrown instanceof MissingRecord) {
    return { code: 'refused', message: thrown.message }
  }
  if (thrown instanceof MediaError) return withDetail('media', thrown)
  if (thrown instanceof PathError || thrown instanceof OutputError) {
    return { code: 'media', message: thrown.message }
  }
  if (thrown instanceof GenerationError) return withDetail('generation', thrown)
  if (thrown instanceof StorageError) return { code: 'storage', message: thrown.message }
  if (thrown instanceof z.ZodError) {
    return {
      code: 'badInput',
      message:
        'The request was not understood, so nothing was done. Copy the details and report it.',
      detail: z.prettifyError(thrown),
    }
  }
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return { code: 'cancelled', message: 'This was cancelled.' }
  }
  return {
    code: 'internal',
    message:
      'Something unexpected went wrong. Your work up to here is kept; try again, and if it happens again copy the details and report it.',
    detail: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown),
  }
}

const withDetail = (
  code: Failure['code'],
  { message, detail }: { readonly message: string; readonly detail: string | undefined },
): Failure => ({ code, message, ...(detail === undefined ? {} : { detail }) })

export function failureOf(thrown: unknown, secrets: readonly string[]): Failure {
  const { code, message, detail } = judged(thrown)
  return {
    code,
    message: redactText(message, secrets),
    ...(detail === undefined ? {} : { detail: redactText(detail, secrets) }),
  }
}
