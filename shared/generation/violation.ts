/** What a rule says about a request: which field, why, and the nearest legal value where there is one. */
import type { Json } from './canonical.ts'
import type { VideoInferenceRequest } from './request.ts'

/** `error` keeps the request from being sent; `warning` is shown and may be sent. */
export type Severity = 'error' | 'warning'

/** A change that makes the request legal: wire path -> new value, null to leave the field out. */
export interface Suggestion {
  /** What the change does, for a button: `Use 5 s`. */
  readonly label: string
  readonly changes: Readonly<Record<string, Json>>
}

export interface RuleViolation {
  /** The wire path, e.g. `settings.sourcePosition.x` or `inputs.frameImages[2].frame`. */
  readonly field: string
  /** Plain sentences: what is wrong and what to do. */
  readonly message: string
  readonly severity: Severity
  readonly suggestion?: Suggestion
}

const violation = (
  severity: Severity,
  field: string,
  message: string,
  suggestion?: Suggestion,
): RuleViolation =>
  suggestion ? { field, message, severity, suggestion } : { field, message, severity }

export const error = (field: string, message: string, suggestion?: Suggestion): RuleViolation =>
  violation('error', field, message, suggestion)

export const warning = (field: string, message: string, suggestion?: Suggestion): RuleViolation =>
  violation('warning', field, message, suggestion)

/** The suggestion of leaving fields out. */
export const leaveOut = (...fields: readonly string[]): Suggestion => ({
  label: `Leave out ${fields.join(' and ')}`,
  changes: Object.fromEntries(fields.map((field) => [field, null])),
})

/** The suggestion of one new value. */
export const use = (field: string, value: Json, label = `Use ${value}`): Suggestion => ({
  label,
  changes: { [field]: value },
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
