/** One spelling for each document, so that equality is string equality and hashes are stable. */
import type { VideoInferenceRequest } from './request.ts'

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [k: string]: Json }

/**
 * JSON with sorted keys and no white space; undefined members are left out as JSON.stringify does.
 * @throws TypeError for values that JSON does not have (functions, NaN, big integers).
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError(`${value} cannot be written as JSON`)
  }
  const text = JSON.stringify(value)
  if (text === undefined) throw new TypeError(`A ${typeof value} cannot be written as JSON`)
  return text
}

/** Flags whose absence means false. */
const FALSE_BY_DEFAULT = ['loop', 'hdr', 'exrExport'] as const

/**
 * The request without what says nothing: undefined members, empty `settings`, `inputs`, `edit` or `controls`
 * objects, and flags that spell out their default.
 */
export function canonicalRequest(request: VideoInferenceRequest): VideoInferenceRequest {
  const settings = Object.fromEntries(
    Object.entries(request.settings ?? {}).filter(
      ([key, value]) => !(value === false && FALSE_BY_DEFAULT.some((flag) => flag === key)),
    ),
  )
  return withoutEmpty({ ...request, settings }) as VideoInferenceRequest
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value)
    .map(([key, member]) => [key, withoutEmpty(member)] as const)
    .filter(([, member]) => member !== undefined && !isEmptyObject(member))
  return Object.fromEntries(members)
}

const isEmptyObject = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length === 0

/** The same document in every respect, the task UUID included. */
export const sameDocument = (a: VideoInferenceRequest, b: VideoInferenceRequest): boolean =>
  canonicalJson(canonicalRequest(a)) === canonicalJson(canonicalRequest(b))

/**
 * What a request asks for, without what only concerns its delivery: two requests with the same recipe (and the
 * same media behind their media strings) ask for the same thing.
 */
export function recipeOf(request: VideoInferenceRequest): string {
  const {
    taskUUID: _taskUUID,
    deliveryMethod: _deliveryMethod,
    includeCost: _includeCost,
    outputType: _outputType,
    ttl: _ttl,
    webhookURL: _webhookURL,
    uploadEndpoint: _uploadEndpoint,
    ...recipe
  } = canonicalRequest(request)
  return canonicalJson(recipe)
}
