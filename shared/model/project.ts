/**
 * The document: tables of records by id. A change replaces whole records and shares all others, so that comparing
 * two documents is comparing references, and a revision's patch is the list of records that differ.
 */
import { z } from 'zod'
import { assetSchema } from './asset.ts'
import { binSchema } from './bin.ts'
import { itemSchema } from './clip.ts'
import { projectIdSchema, timelineIdSchema } from './ids.ts'
import { lookSchema } from './look.ts'
import { openObject } from './openObject.ts'
import { pinSchema, shotSchema } from './shot.ts'
import { takeSchema } from './take.ts'
import { markerSchema, timelineSchema } from './timeline.ts'
import { trackSchema } from './track.ts'

/** The version of the document's form; migrations/ leads from every older one to it. */
export const DOCUMENT_VERSION = 2

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

export const projectSchema = openObject({
  version: z.literal(DOCUMENT_VERSION),
  settings: z.record(z.string(), settingsSchema),
  timelines: z.record(z.string(), timelineSchema),
  tracks: z.record(z.string(), trackSchema),
  items: z.record(z.string(), itemSchema),
  markers: z.record(z.string(), markerSchema),
  assets: z.record(z.string(), assetSchema),
  shots: z.record(z.string(), shotSchema),
  pins: z.record(z.string(), pinSchema),
  takes: z.record(z.string(), takeSchema),
  bins: z.record(z.string(), binSchema),
  looks: z.record(z.string(), lookSchema),
})
export type Project = z.infer<typeof projectSchema>

export const TABLES = [
  'settings',
  'timelines',
  'tracks',
  'items',
  'markers',
  'assets',
  'shots',
  'pins',
  'takes',
  'bins',
  'looks',
] as const
export type Table = (typeof TABLES)[number]
export type Row<T extends Table> = Project[T][string]
