/** One spelling for each document, so that equality is string equality and hashes are stable. */
import { rational } from '../time/rational.ts'
import { lastIndex } from './frameGrid.ts'
import { RAY_3_2 } from './models.ts'
import type {
  EditSettings,
  FrameReference,
  GenerationSettings,
  VideoInferenceRequest,
  WireSourcePosition,
} from './request.ts'
import { readSourcePosition, writeSourcePosition } from './sourcePosition.ts'

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
 * The request without what says nothing, and with one spelling for what can be said in several ways: undefined members
 * and empty objects go, so do flags and deliveries that spell out their default and automatic control of a
 * transformation; pictures stand in the order of their indexes; a source position is written from the top left corner.
 */
export function canonicalRequest(request: VideoInferenceRequest): VideoInferenceRequest {
  const { deliveryMethod: _only, outputType: _alone, numberResults, ...rest } = request
  const document = {
    ...rest,
    ...(numberResults === 1 ? {} : { numberResults }),
    settings: canonicalSettings(request.settings),
    inputs: canonicalInputs(request),
  }
  return withoutEmpty(document) as VideoInferenceRequest
}

function canonicalSettings(settings: GenerationSettings | undefined): object {
  const kept = Object.entries(settings ?? {}).filter(
    ([key, value]) => !(value === false && FALSE_BY_DEFAULT.some((flag) => flag === key)),
  )
  const { edit, sourcePosition } = settings ?? {}
  return {
    ...Object.fromEntries(kept),
    edit: canonicalEdit(edit),
    sourcePosition: sourcePosition && canonicalPosition(sourcePosition),
  }
}

/** Automatic is what an absent edit means; by hand is what a strength or controls mean. */
function canonicalEdit(edit: EditSettings | undefined): object | undefined {
  const { autoControls, ...byHand } = edit ?? {}
  const isSet = Object.keys(withoutEmpty(byHand) as object).length > 0
  if (autoControls === undefined || autoControls !== isSet) return byHand
  return edit
}

/** A canvas of 1 x 1: fractions of it are its pixels. */
const canonicalPosition = (position: WireSourcePosition): WireSourcePosition =>
  writeSourcePosition(readSourcePosition(position).rect, { width: 1, height: 1 })

function canonicalInputs(request: VideoInferenceRequest): object {
  const { frameImages, ...rest } = request.inputs ?? {}
  if (frameImages === undefined) return rest
  const isNumbered = frameImages.some(({ frame }) => typeof frame === 'number' && frame >= 0)
  const { duration } = request
  const end =
    rest.video === undefined && duration !== undefined && RAY_3_2.durations.includes(duration)
      ? lastIndex(rational(duration))
      : undefined
  const spelled = frameImages.map((picture) =>
    picture.frame === -1 ? { ...picture, frame: isNumbered ? (end ?? -1) : 'last' } : picture,
  )
  const place = ({ frame }: { frame: FrameReference | string }): number =>
    frame === 'first' ? 0 : typeof frame === 'number' && frame !== -1 ? frame : (end ?? Infinity)
  return { ...rest, frameImages: spelled.toSorted((a, b) => place(a) - place(b)) }
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
