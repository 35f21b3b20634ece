/**
 * The document: tables of records by id (records.ts). A change replaces whole records and shares all others, so that
 * comparing two documents is comparing references, and a revision's patch is the list of records that differ.
 */
import { z } from 'zod'
import { assetSchema } from './asset.ts'
import { binSchema } from './bin.ts'
import { itemSchema } from './clip.ts'
import { projectIdSchema, timelineIdSchema } from './ids.ts'
import { lookSchema } from './look.ts'
import { openObject } from './openObject.ts'
import type { Records } from './records.ts'
import { pinSchema, shotSchema } from './shot.ts'
import { takeSchema } from './take.ts'
import { markerSchema, timelineSchema } from './timeline.ts'
import { trackSchema } from './track.ts'
import { transitionSchema } from './transition.ts'

/** The version of the document's form; migrations/ leads from every older one to it. */
export const DOCUMENT_VERSION = 3

export const colorSpaceSchema = z.enum(['rec709', 'display-p3', 'rec2100-pq', 'rec2100-hlg'])
export type ColorSpace = z.infer<typeof colorSpaceSchema>
export const DEFAULT_COLOR_SPACE: ColorSpace = 'rec709'

/** What broadcasters and streaming services ask for, in LUFS. */
export const LOUDNESS_TARGETS = {
  streaming: -14,
  podcast: -16,
  ebuR128: -23,
  atscA85: -24,
} as const

export const settingsSchema = openObject({
  id: projectIdSchema,
  name: z.string().min(1),
  /** The timeline that opens. */
  timelineId: timelineIdSchema,
  /** In which pictures are mixed and shown; absent: {@link DEFAULT_COLOR_SPACE}. */
  colorSpace: colorSpaceSchema.optional(),
  /** Integrated loudness that exports aim at, in LUFS; absent: as mixed. */
  loudness: z.number().min(-70).max(0).optional(),
  /** Free text of the people who work on it. */
  notes: z.string().optional(),
})
export type ProjectSettings = z.infer<typeof settingsSchema>

/** What a record of each table is. */
export const rowSchemas = {
  settings: settingsSchema,
  timelines: timelineSchema,
  tracks: trackSchema,
  items: itemSchema,
  transitions: transitionSchema,
  markers: markerSchema,
  assets: assetSchema,
  shots: shotSchema,
  pins: pinSchema,
  takes: takeSchema,
  bins: binSchema,
  looks: lookSchema,
} as const

export type Table = keyof typeof rowSchemas
export type Row<T extends Table> = z.output<(typeof rowSchemas)[T]>
export const TABLES = Object.keys(rowSchemas) as readonly Table[]

export type Tables = { readonly [T in Table]: Records<Row<T>> }

export interface Project extends Tables {
  readonly version: typeof DOCUMENT_VERSION
}
