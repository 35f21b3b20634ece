/**
 * Reading a request that somebody wrote or saved: bare, in an array as the service takes it, or beside its
 * response as in the vendor's examples.
 */
import type { z } from 'zod'
import {
  type VideoInferenceRequest,
  type VideoInferenceResult,
  videoInferenceRequestSchema,
  videoInferenceResultSchema,
} from './request.ts'

export interface DocumentProblem {
  /** Wire path within the request; empty for the document itself. */
  readonly field: string
  readonly kind: 'missing' | 'unknown' | 'invalid'
  /** What is wrong and what to do. */
  readonly message: string
}

export type ParsedDocument =
  | {
      readonly ok: true
      readonly request: VideoInferenceRequest
      /** Present where the document held one. */
      readonly response?: VideoInferenceResult
    }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] }

/** Names that other models, older interfaces or the vendor's own interface use -> what Ray3.2 has instead. */
const KNOWN_STRANGERS: Readonly<Record<string, string>> = {
  prompt: 'Write positivePrompt instead.',
  negativePrompt: 'Ray3.2 has no negative prompt: say in positivePrompt what should be seen.',
  seed: 'Ray3.2 has no seed: leave it out.',
  fps: 'Ray3.2 always makes 24 pictures per second: leave it out.',
  steps: 'Ray3.2 has no steps: leave it out.',
  CFGScale: 'Ray3.2 has no CFGScale: leave it out.',
  acceleration: 'Ray3.2 has no acceleration: leave it out.',
  frameImages: 'Write it inside inputs, as [{"image": ..., "frame": ...}].',
  inputImage: 'Write image instead.',
  timestamp: 'Write frame instead, an index on the 24 fps grid.',
  video: 'Write it inside inputs.',
  referenceImages: 'Ray3.2 takes no reference pictures: pin them with inputs.frameImages.',
  referenceVideos: 'Ray3.2 takes no reference footage: give it as inputs.video.',
  providerSettings: 'It belongs to older models: use settings.',
  concepts: 'It belongs to older models: write camera moves into positivePrompt.',
  loop: 'Write it inside settings.',
  hdr: 'Write it inside settings.',
  exrExport: 'Write it inside settings.',
  sourcePosition: 'Write it inside settings.',
  edit: 'Write it inside settings.',
  strength: 'Write it inside settings.edit.',
  controls: 'Write it inside settings.edit.',
  autoControls: 'Write it inside settings.edit.',
  aspect_ratio: 'Write width and height instead.',
  keyframes: 'Write inputs.frameImages instead.',
}

const FIELD_NAMES = [
  'taskType taskUUID model positivePrompt resolution width height duration inputs settings deliveryMethod',
  'includeCost numberResults outputType outputFormat outputQuality ttl webhookURL uploadEndpoint safety video',
  'frameImages image frame loop hdr exrExport sourcePosition edit autoControls strength controls poseStrength',
  'depthBlur normalsAugmentation trajectorySparsity face checkContent mode',
].flatMap((line) => line.split(' '))

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const refused = (field: string, message: string): ParsedDocument => ({
  ok: false,
  problems: [{ field, kind: 'invalid', message }],
})

/** Never throws: what cannot be read comes back as problems, each naming its field. */
export function parseRequestDocument(document: unknown): ParsedDocument {
  if (Array.isArray(document)) {
    if (document.length === 1) return parseRequestDocument(document[0])
    return refused(
      '',
      `The document holds ${document.length} requests. Give exactly one, or each in a file of its own.`,
    )
  }
  if (!isObject(document)) {
    return refused(
      '',
      'The document is not a request. Give a JSON object with taskType, model and positivePrompt.',
    )
  }
  if (isObject(document.request)) return parseWrapped(document)
  const parsed = videoInferenceRequestSchema.safeParse(document)
  if (parsed.success) return { ok: true, request: parsed.data }
  return { ok: false, problems: parsed.error.issues.flatMap((issue) => explain(issue, document)) }
}

function parseWrapped(document: Readonly<Record<string, unknown>>): ParsedDocument {
  const parsed = parseRequestDocument(document.request)
  if (!parsed.ok || document.response === undefined) return parsed
  const response = videoInferenceResultSchema.safeParse(document.response)
  if (response.success) return { ...parsed, response: response.data }
  return {
    ok: false,
    problems: response.error.issues.map((issue) => ({
      field: ['response', ...issue.path].join('.'),
      kind: 'invalid',
      message: `The response beside the request cannot be read at ${pathOf(issue.path) || 'its root'}. Correct it, or leave the response out.`,
    })),
  }
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number'
        ? `${text}[${part}]`
        : text === ''
          ? String(part)
          : `${text}.${String(part)}`,
    '',
  )
}

const valueAt = (document: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined,
    document,
  )

function explain(issue: z.core.$ZodIssue, document: unknown): DocumentProblem[] {
  const field = pathOf(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: field === '' ? key : `${field}.${key}`,
      kind: 'unknown',
      message: strangerMessage(key),
    }))
  }
  const value = valueAt(document, issue.path)
  if (value === undefined) return [{ field, kind: 'missing', message: missingMessage(field) }]
  const message = `${field} is ${shown(value)}. ${expectation(issue, field)}`
  return [{ field, kind: 'invalid', message }]
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

function strangerMessage(key: string): string {
  const known = KNOWN_STRANGERS[key]
  const near = FIELD_NAMES.find((name) => editDistance(name.toLowerCase(), key.toLowerCase()) <= 2)
  const advice =
    known ??
    (near === undefined ? 'Leave it out.' : `Did you mean ${near}? Otherwise leave it out.`)
  return `Ray3.2 has no field "${key}" here, and the service would bill the request all the same. ${advice}`
}

function missingMessage(field: string): string {
  if (field === 'taskUUID') return 'taskUUID is missing. Give the request a new UUID of version 4.'
  if (field === 'model') return 'model is missing. Write "luma:ray@3.2".'
  if (field === 'taskType') return 'taskType is missing. Write "videoInference".'
  return `${field} is missing. Give it.`
}

function expectation(issue: z.core.$ZodIssue, field: string): string {
  if (field.endsWith('.frame')) return 'Write "first", "last" or a whole index such as 0 or 120.'
  switch (issue.code) {
    case 'invalid_value':
      return `It must be ${issue.values.map((value) => JSON.stringify(value)).join(', ')}.`
    case 'invalid_format':
      return field === 'taskUUID'
        ? 'It must be a UUID of version 4: make a new one.'
        : `It must have the form of a ${issue.format}.`
    case 'invalid_type':
      return `It must be ${TYPE_NAMES[issue.expected] ?? `of type ${issue.expected}`}.`
    case 'too_small':
      return 'It is empty: give a value or leave it out.'
    default:
      return 'Correct it or leave it out.'
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text in quotes',
  number: 'a number without quotes',
  int: 'a whole number without quotes',
  boolean: 'true or false',
  object: 'an object in braces',
  array: 'a list in brackets',
}

/** Levenshtein distance, for "did you mean". */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(substitution, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    previous = row
  }
  return previous[b.length] ?? 0
}
