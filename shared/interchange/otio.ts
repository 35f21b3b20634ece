/**
 * OpenTimelineIO's JSON: every object names its schema and version, `Clip.2`. Whatever this program does not know is
 * kept as it came, so that a file that passes through loses nothing.
 */

import type { Said } from '../words/Said.ts'
import { SaidError } from '../words/SaidError.ts'
import { say } from '../words/say.ts'

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

/** What of a file has no place in our model, kept beside the project for the way back. */
export interface OtioKept {
  /** The file's root object, without its tracks. */
  readonly timeline: JsonObject
  /** The `Stack` that holds the tracks, without them. */
  readonly stack: JsonObject
  /** Original objects by the id of the track or item that was made of them; tracks without their children. */
  readonly originals: Readonly<Record<string, JsonObject>>
  /** Children of tracks and of the stack that no item stands for (transitions, unknown tracks). */
  readonly strays: readonly OtioStray[]
}

export interface OtioStray {
  /** Undefined for children of the stack itself. */
  readonly trackId: string | undefined
  /** Id of the item or track it stands before; undefined at the end. */
  readonly before: string | undefined
  readonly node: JsonObject
}

/** Why the file's root cannot be read, to follow a colon. */
export class OtioUnreadable extends SaidError {
  override readonly name = 'OtioUnreadable'
  readonly reason: 'notJson' | 'wrongRoot'
  constructor(said: Said, reason: 'notJson' | 'wrongRoot') {
    super(said)
    this.reason = reason
  }
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const objectAt = (node: JsonObject, key: string): JsonObject | undefined => {
  const value = node[key]
  return isObject(value) ? value : undefined
}

export const listAt = (node: JsonObject, key: string): JsonObject[] => {
  const value = node[key]
  return Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : []
}

export const textAt = (node: JsonObject | undefined, key: string): string | undefined => {
  const value = node?.[key]
  return typeof value === 'string' ? value : undefined
}

/** `Clip` of `Clip.2`; empty where an object names none. */
export const schemaOf = (node: JsonObject | undefined): string =>
  (textAt(node, 'OTIO_SCHEMA') ?? '').replace(/\.\d+$/, '')

/** This program's own words inside an object's metadata. */
export const keyreel = (node: JsonObject): JsonObject | undefined =>
  objectAt(objectAt(node, 'metadata') ?? {}, 'keyreel')

/** The file's text as its root. @throws OtioUnreadable */
export function parseOtio(text: string): JsonObject {
  let root: Json
  try {
    root = JSON.parse(plainNumbers(text.replace(/^\uFEFF/, ''))) as Json
  } catch (error) {
    const where = error instanceof Error ? error.message : String(error)
    throw new OtioUnreadable(say('otio:notJson', { where }), 'notJson')
  }
  if (!isObject(root)) {
    throw new OtioUnreadable(say('otio:noObject'), 'wrongRoot')
  }
  const schema = textAt(root, 'OTIO_SCHEMA')
  if (schema === 'Timeline.1') return root
  throw new OtioUnreadable(
    schema === undefined ? say('otio:noSchema') : say('otio:otherSchema', { schema }),
    'wrongRoot',
  )
}

/** OTIO allows NaN and infinities, JSON does not: outside of strings they become null. */
const plainNumbers = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity|Inf)\b/g, (token) =>
    token.startsWith('"') ? token : 'null',
  )

/** A clip's media reference: `Clip.2` has several by name, one of them active; `Clip.1` has one. */
export function activeReference(clip: JsonObject): JsonObject | undefined {
  const several = objectAt(clip, 'media_references')
  const key = textAt(clip, 'active_media_reference_key') ?? 'DEFAULT_MEDIA'
  return (several && objectAt(several, key)) ?? objectAt(clip, 'media_reference')
}
