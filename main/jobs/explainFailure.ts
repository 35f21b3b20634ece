/** A thrown error as the end of a job: a sentence for people and details for support. */
import { redactText } from '../log/redact.ts'

/** Errors whose own words are for people. */
const PLAIN: readonly string[] = [
  ...['GenerationError', 'MediaError', 'ServiceError', 'PathError', 'OutputError', 'StorageError'],
]
/** What the system says when a disk or its quota is full. */
const NO_ROOM: readonly string[] = ['ENOSPC', 'EDQUOT']

function wordsOf(thrown: Error): { readonly message: string; readonly detail?: string } {
  const detail = 'detail' in thrown && typeof thrown.detail === 'string' ? thrown.detail : undefined
  if (PLAIN.includes(thrown.name)) {
    return { message: thrown.message, ...(detail === undefined ? {} : { detail }) }
  }
  const isFull = 'code' in thrown && NO_ROOM.includes(String(thrown.code))
  const message = isFull
    ? 'The disk has no room left for what this job makes. Free some space and try it again; nothing else was lost.'
    : `Something unexpected stopped this job (${thrown.message}). Try it again; if it happens again, copy the details and report it.`
  const found = detail ?? thrown.stack
  return { message, ...(found === undefined ? {} : { detail: found }) }
}

export function explainFailure(
  thrown: unknown,
  secrets: readonly string[],
): { message: string; detail?: string; cause?: string } {
  if (!(thrown instanceof Error)) return { message: `The job failed: ${String(thrown)}` }
  const { message, detail } = wordsOf(thrown)
  return {
    message: redactText(message, secrets),
    ...(detail === undefined ? {} : { detail: redactText(detail, secrets) }),
    ...(PLAIN.includes(thrown.name) ? { cause: causeOf(thrown) } : {}),
  }
}

/** `MediaError.missing`, `ServiceError.refused`. */
function causeOf(thrown: Error): string {
  const kind = 'kind' in thrown ? thrown.kind : 'code' in thrown ? thrown.code : undefined
  return typeof kind === 'string' ? `${thrown.name}.${kind}` : thrown.name
}
