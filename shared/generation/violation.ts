/** What a rule says about a request: which field, why, and the nearest legal value where there is one. */
import type { Said } from '../words/Said.ts'
import { say } from '../words/say.ts'
import type { Json } from './canonical.ts'
import type { VideoInferenceRequest } from './request.ts'

/** `error` keeps the request from being sent; `warning` is shown and may be sent. */
export type Severity = 'error' | 'warning'

/** A change that makes the request legal: wire path -> new value, null to leave the field out. */
export interface Suggestion {
  /** What the change does, for a button: `Use 5 s`. */
  readonly label: Said
  readonly changes: Readonly<Record<string, Json>>
}

export interface RuleViolation {
  /** The wire path, e.g. `settings.sourcePosition.x` or `inputs.frameImages[2].frame`. */
  readonly field: string
  /** What is wrong and what to do. */
  readonly said: Said
  readonly severity: Severity
  readonly suggestion?: Suggestion
}

const violation = (
  severity: Severity,
  field: string,
  said: Said,
  suggestion?: Suggestion,
): RuleViolation => (suggestion ? { field, said, severity, suggestion } : { field, said, severity })

export const error = (field: string, said: Said, suggestion?: Suggestion): RuleViolation =>
  violation('error', field, said, suggestion)

export const warning = (field: string, said: Said, suggestion?: Suggestion): RuleViolation =>
  violation('warning', field, said, suggestion)

/** The suggestion of leaving fields out. */
export const leaveOut = (...fields: readonly string[]): Suggestion => ({
  label: say('generation:leaveOut', { fields }),
  changes: Object.fromEntries(fields.map((field) => [field, null])),
})

/** The suggestion of one new value. */
export const use = (field: string, value: string | number): Suggestion => ({
  label: say('generation:use', { value }),
  changes: { [field]: value },
})

export const useDuration = (seconds: number): Suggestion => ({
  label: say('generation:useSeconds', { seconds }),
  changes: { duration: seconds },
})

export const useIndex = (field: string, index: number): Suggestion => ({
  label: say('generation:useIndex', { index }),
  changes: { [field]: index },
})

/** Pixels; `more` changes with them. */
export const useSize = (
  { width, height }: { readonly width: number; readonly height: number },
  more: Suggestion['changes'] = {},
): Suggestion => ({
  label: say('generation:useSize', { width, height }),
  changes: { width, height, ...more },
})

/** The request with a suggestion carried out; it may need further ones. */
export function applySuggestion(
  request: VideoInferenceRequest,
  suggestion: Suggestion,
): VideoInferenceRequest {
  return Object.entries(suggestion.changes).reduce<unknown>(
    (document, [path, value]) => changed(document, path.match(/[^.[\]]+/g) ?? [], value),
    request,
  ) as VideoInferenceRequest
}

function changed(node: unknown, path: readonly string[], value: Json): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(node)) {
    const index = Number(key)
    if (rest.length === 0 && value === null) return node.filter((_, i) => i !== index)
    return node.map((item, i) => (i === index ? changed(item, rest, value) : item))
  }
  const members = typeof node === 'object' && node !== null ? Object.entries(node) : []
  if (rest.length === 0 && value === null) {
    return Object.fromEntries(members.filter(([name]) => name !== key))
  }
  const current = members.find(([name]) => name === key)?.[1]
  return { ...Object.fromEntries(members), [key]: changed(current, rest, value) }
}
