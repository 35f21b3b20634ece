/** A thrown error as the end of a job: a sentence for people and details for support. */
import { redactText } from '../log/redact.ts'

export function explainFailure(
  thrown: unknown,
  secrets: readonly string[],
): { message: string; detail?: string } {
  if (!(thrown instanceof Error)) return { message: `The job failed: ${String(thrown)}` }
  const detail = 'detail' in thrown && typeof thrown.detail === 'string' ? thrown.detail : undefined
  const known = ['GenerationError', 'MediaError', 'ServiceError', 'PathError', 'OutputError']
  const isPlain = known.includes(thrown.name) || thrown.name === 'StorageError'
  const message = isPlain
    ? thrown.message
    : `Something unexpected stopped this job (${thrown.message}). Try it again; if it happens again, copy the details and report it.`
  const words = detail ?? (isPlain ? undefined : thrown.stack)
  return {
    message: redactText(message, secrets),
    ...(words === undefined ? {} : { detail: redactText(words, secrets) }),
  }
}
