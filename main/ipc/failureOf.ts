/** Any thrown error as the failure that crosses to the window. Stacks stay here; secrets do too. */
import { z } from 'zod'
import { CommandRefused } from '../../shared/commands/Command.ts'
import { GenerationError } from '../../shared/generation/failure.ts'
import type { Failure } from '../../shared/ipc/result.ts'
import { MissingRecord } from '../../shared/model/select.ts'
import { inEnglish } from '../../shared/words/english.ts'
import type { Said } from '../../shared/words/Said.ts'
import { saidOf } from '../../shared/words/SaidError.ts'
import { say } from '../../shared/words/say.ts'
import { StorageError } from '../database/StorageError.ts'
import { PathError } from '../files/approvedPaths.ts'
import { OutputError } from '../files/atomicOutput.ts'
import { redactSaid, redactText } from '../log/redact.ts'
import { MediaError } from '../media/MediaEngine.ts'
import { ServiceError } from '../services/ServiceError.ts'

interface Judged {
  readonly code: Failure['code']
  readonly said: Said
  readonly detail?: string | undefined
}

function judged(thrown: unknown): Judged {
  if (thrown instanceof ServiceError) return withDetail(thrown.code, thrown)
  if (thrown instanceof CommandRefused || thrown instanceof MissingRecord) {
    return { code: 'refused', said: thrown.said }
  }
  if (thrown instanceof MediaError) return withDetail('media', thrown)
  if (thrown instanceof PathError || thrown instanceof OutputError) {
    return { code: 'media', said: saidOf(thrown) }
  }
  if (thrown instanceof GenerationError) return withDetail('generation', thrown)
  if (thrown instanceof StorageError) return { code: 'storage', said: saidOf(thrown) }
  if (thrown instanceof z.ZodError) {
    return { code: 'badInput', said: say('failure:badRequest'), detail: z.prettifyError(thrown) }
  }
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return { code: 'cancelled', said: say('failure:cancelled') }
  }
  return {
    code: 'internal',
    said: say('failure:internal'),
    detail: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown),
  }
}

const withDetail = (
  code: Failure['code'],
  error: Error & { readonly detail: string | undefined },
): Judged => ({ code, said: saidOf(error), detail: error.detail })

export function failureOf(thrown: unknown, secrets: readonly string[]): Failure {
  const { code, said, detail } = judged(thrown)
  const safe = redactSaid(said, secrets)
  return {
    code,
    said: safe,
    message: inEnglish(safe),
    ...(detail === undefined ? {} : { detail: redactText(detail, secrets) }),
  }
}
