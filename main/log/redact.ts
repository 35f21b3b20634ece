/** Keeps secrets out of everything that is written down. */

import type { Said, SaidParam } from '../../shared/words/Said.ts'
import { encodedForms } from './encodedForms.ts'

const HIDDEN = '[hidden]'
const SECRET_NAMES = /^(api_?key|authorization|key|secret|token|password|cookie)$/i
const BEARER = /\b(Bearer|Basic)\s+[\w.~+/=-]{6,}/gi
/** `"apiKey":"…"` inside text that is JSON already. */
const QUOTED = /("(?:api_?key|authorization|secret|token|password)"\s*:\s*")[^"]*(")/gi
const DATA_URI = /data:[\w.+-]+\/[\w.+-]+;base64,[A-Za-z0-9+/=]+/g

/** `secrets` are the values known to be secret now; empty ones are ignored. */
export function redactText(text: string, secrets: readonly string[]): string {
  const plain = secrets
    .flatMap(encodedForms)
    .reduce((redacted, form) => redacted.replaceAll(form, HIDDEN), text)
  return plain
    .replace(BEARER, `$1 ${HIDDEN}`)
    .replace(QUOTED, `$1${HIDDEN}$2`)
    .replace(DATA_URI, '[picture data]')
}

/** The same sentence with what it speaks of redacted; its key is ours and says nothing. */
export const redactSaid = ({ key, params }: Said, secrets: readonly string[]): Said =>
  params === undefined ? { key } : { key, params: redactParams(params, secrets) }

const redactParams = (
  params: NonNullable<Said['params']>,
  secrets: readonly string[],
): NonNullable<Said['params']> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, redactParam(value, secrets)]),
  )

function redactParam(value: SaidParam, secrets: readonly string[]): SaidParam {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return redactText(value, secrets)
  return 'key' in value
    ? redactSaid(value, secrets)
    : value.map((part) => redactParam(part, secrets))
}

/** A copy without secrets: by name of the field, by known value, by form. Errors become plain objects. */
export function redact(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return redactText(value, secrets)
  if (Array.isArray(value)) return value.map((item) => redact(item, secrets))
  if (value instanceof Error) {
    const { name, message, stack, cause } = value
    return redact({ name, message, stack, ...(cause === undefined ? {} : { cause }) }, secrets)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      SECRET_NAMES.test(name) && typeof member === 'string' ? HIDDEN : redact(member, secrets),
    ]),
  )
}
