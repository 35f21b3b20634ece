/**
 * The document: tables of records by id. A change replaces whole records and shares all others, so that comparing
 * two documents is comparing references, and a revision's patch is the list of records that differ.
 */
import { z } from 'zod'
import { assetSchema } from './asset.ts'
import { itemSchema } from './clip.ts'
import { projectIdSchema, timelineIdSchema } from './ids.ts'
import { openObject } from './openObject.ts'
import { pinSchema, shotSchema } from './shot.ts'
import { takeSchema } from './take.ts'
import { markerSchema, timelineSchema } from './timeline.ts'
import { trackSchema } from './track.ts'

/** The version of the document's form; migrations/ leads from every older one to it. */
export const DOCUMENT_VERSION = 1

export const settingsSchema = openObject({
  id: projectIdSchema,
  name: z.string().min(1),
  /** The timeline that opens. */
  timelineId: timelineIdSchema,
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
] as const
export type Table = (typeof TABLES)[number]
export type Row<T extends Table> = Project[T][string]
