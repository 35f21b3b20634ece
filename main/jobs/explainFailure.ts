/** A thrown error as the end of a job: a sentence for people and details for support. */
import type { Said } from '../../shared/words/Said.ts'
import { SaidError } from '../../shared/words/SaidError.ts'
import { say } from '../../shared/words/say.ts'
import { redactSaid, redactText } from '../log/redact.ts'

/** What the system says when a disk or its quota is full. */
const NO_ROOM: readonly string[] = ['ENOSPC', 'EDQUOT']

interface Explained<Detail = string> {
  readonly message: Said
  readonly detail?: Detail
}

function explained(thrown: Error): Explained<string | undefined> {
  const detail = 'detail' in thrown && typeof thrown.detail === 'string' ? thrown.detail : undefined
  if (thrown instanceof SaidError) return { message: thrown.said, detail }
  const isFull = 'code' in thrown && NO_ROOM.includes(String(thrown.code))
  const message = isFull ? say('job:noRoom') : say('job:unexpected', { why: thrown.message })
  return { message, detail: detail ?? thrown.stack }
}

export function explainFailure(
  thrown: unknown,
  secrets: readonly string[],
): Explained & { readonly cause?: string } {
  if (!(thrown instanceof Error)) return { message: say('job:failed', { why: String(thrown) }) }
  const { message, detail } = explained(thrown)
  return {
    message: redactSaid(message, secrets),
    ...(detail === undefined ? {} : { detail: redactText(detail, secrets) }),
    ...(thrown instanceof SaidError ? { cause: causeOf(thrown) } : {}),
  }
}

/** `MediaError.missing`, `ServiceError.refused`. */
function causeOf(thrown: Error): string {
  const kind = 'kind' in thrown ? thrown.kind : 'code' in thrown ? thrown.code : undefined
  return typeof kind === 'string' ? `${thrown.name}.${kind}` : thrown.name
}
