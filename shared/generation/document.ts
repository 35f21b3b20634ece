/**
 * Reading a request that somebody wrote or saved: bare, in an array as the service takes it, or beside its
 * response as in the vendor's examples.
 */
import type { z } from 'zod'
import type { Said } from '../words/Said.ts'
import { say } from '../words/say.ts'
import { RAY_3_2 } from './models.ts'
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
  readonly said: Said
}

export type ParsedDocument =
  | {
      readonly ok: true
      readonly request: VideoInferenceRequest
      /** Present where the document held one. */
      readonly response?: VideoInferenceResult
    }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] }

const RATE = { rate: RAY_3_2.rate.num / RAY_3_2.rate.den } as const
const inside = (field: string): Said => say('request:writeInside', { field })

/** Names that other models, older interfaces or the vendor's own interface use -> what Ray3.2 has instead. */
const KNOWN_STRANGERS: Readonly<Record<string, Said>> = {
  prompt: say('request:writeInstead', { field: 'positivePrompt' }),
  negativePrompt: say('request:noNegativePrompt'),
  seed: say('request:hasNone', { field: 'seed' }),
  fps: say('request:fixedRate', RATE),
  steps: say('request:hasNone', { field: 'steps' }),
  CFGScale: say('request:hasNone', { field: 'CFGScale' }),
  acceleration: say('request:hasNone', { field: 'acceleration' }),
  frameImages: say('request:frameImagesInside'),
  inputImage: say('request:writeInstead', { field: 'image' }),
  timestamp: say('request:frameInstead', RATE),
  video: inside('inputs'),
  referenceImages: say('request:noReferencePictures'),
  referenceVideos: say('request:noReferenceFootage'),
  providerSettings: say('request:olderSettings'),
  concepts: say('request:olderConcepts'),
  loop: inside('settings'),
  hdr: inside('settings'),
  exrExport: inside('settings'),
  sourcePosition: inside('settings'),
  edit: inside('settings'),
  strength: inside('settings.edit'),
  controls: inside('settings.edit'),
  autoControls: inside('settings.edit'),
  aspect_ratio: say('request:sizeInstead'),
  keyframes: say('request:writeInstead', { field: 'inputs.frameImages' }),
}

const FIELD_NAMES = [
  'taskType taskUUID model positivePrompt resolution width height duration inputs settings deliveryMethod',
  'includeCost numberResults outputType outputFormat outputQuality ttl webhookURL uploadEndpoint safety video',
  'frameImages image frame loop hdr exrExport sourcePosition edit autoControls strength controls poseStrength',
  'depthBlur normalsAugmentation trajectorySparsity face checkContent mode',
].flatMap((line) => line.split(' '))

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const refused = (field: string, said: Said): ParsedDocument => ({
  ok: false,
  problems: [{ field, kind: 'invalid', said }],
})

/** Never throws: what cannot be read comes back as problems, each naming its field. */
export function parseRequestDocument(document: unknown): ParsedDocument {
  if (Array.isArray(document)) {
    if (document.length === 1) return parseRequestDocument(document[0])
    return refused('', say('request:several', { count: document.length }))
  }
  if (!isObject(document)) {
    return refused('', say('request:noRequest'))
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
      said:
        issue.path.length === 0
          ? say('request:responseRootUnread')
          : say('request:responseUnread', { at: pathOf(issue.path) }),
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
      said: strangerSaid(key),
    }))
  }
  const value = valueAt(document, issue.path)
  if (value === undefined) return [{ field, kind: 'missing', said: missingSaid(field) }]
  const expected = expectation(issue, field)
  return [
    {
      field,
      kind: 'invalid',
      said: say('request:wrong', { field, value: shown(value), expected }),
    },
  ]
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

function strangerSaid(key: string): Said {
  const known = KNOWN_STRANGERS[key]
  const near = FIELD_NAMES.find((name) => editDistance(name.toLowerCase(), key.toLowerCase()) <= 2)
  const advice =
    known ??
    (near === undefined ? say('request:leaveItOut') : say('request:didYouMean', { field: near }))
  return say('request:unknownField', { field: key, advice })
}

function missingSaid(field: string): Said {
  if (field === 'taskUUID') return say('request:noTaskUuid')
  if (field === 'model') return say('request:noModel')
  if (field === 'taskType') return say('request:noTaskType')
  return say('request:missing', { field })
}

function expectation(issue: z.core.$ZodIssue, field: string): Said {
  if (field.endsWith('.frame')) return say('request:expectFrame')
  switch (issue.code) {
    case 'invalid_value':
      return say('request:expectOneOf', {
        values: issue.values.map((value) => JSON.stringify(value) ?? String(value)),
      })
    case 'invalid_format':
      return field === 'taskUUID'
        ? say('request:expectTaskUuid')
        : say('request:expectForm', { form: issue.format })
    case 'invalid_type':
      return TYPES[issue.expected] ?? say('request:expectType', { type: issue.expected })
    case 'too_small':
      return say('request:expectSomething')
    default:
      return say('request:expectOther')
  }
}

const TYPES: Readonly<Record<string, Said>> = {
  string: say('request:expectString'),
  number: say('request:expectNumber'),
  int: say('request:expectInt'),
  boolean: say('request:expectBoolean'),
  object: say('request:expectObject'),
  array: say('request:expectArray'),
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
