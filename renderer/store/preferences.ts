/** What is remembered across projects and restarts, and is not undoable. Unknown or broken values fall back singly. */
import { z } from 'zod'
import { create } from 'zustand'
import { PRESETS } from '../../shared/actions/presets.ts'
import { itemIdSchema } from '../../shared/model/ids.ts'
import { TIME_DISPLAYS } from '../../shared/time/position.ts'
import { LANGUAGE_CHOICES } from '../../shared/words/languages.ts'
import { call } from '../bridge/keyreel.ts'
import type { FocusedLane } from './session.ts'

/**
 * What the monitors show of media.
 *
 * automatic   proxies while it moves, the file itself where it stands
 * full        the file itself, always
 * half        the same, composed at half of the size
 * proxy       proxies, always
 */
export const QUALITIES = ['automatic', 'full', 'half', 'proxy'] as const
export type Quality = (typeof QUALITIES)[number]

/** What becomes of the empty timeline of a project that gets its first footage. */
export const FIRST_FOOTAGE = ['ask', 'match', 'keep'] as const

/** What the library may be ordered by. */
export const SORTS = ['name', 'kind', 'length', 'size', 'uses'] as const
export type SortBy = (typeof SORTS)[number]

const isText = (value: unknown): boolean => typeof value === 'string'

/** How a project was looked at (store/views). */
const viewShape = z.object({
  framesPerPixel: z.number().positive(),
  scrollFrame: z.number().min(0),
  /** Pixels that the rows are scrolled down. */
  scrollTop: z.number().min(0).default(0),
  /** Of the playhead. */
  frame: z.int().min(0),
  clips: z.array(itemIdSchema).readonly(),
  openLanes: z.array(itemIdSchema).readonly(),
  shownLanes: z
    .array(z.object({ itemId: itemIdSchema, lane: z.custom<FocusedLane['lane']>(isText) }))
    .readonly(),
  curveLanes: z.array(z.string()).readonly(),
  inspectorTab: z.enum(['content', 'transform', 'effects', 'sound', 'info']),
})
export type RememberedView = z.output<typeof viewShape>

const shapes = {
  language: z.enum(LANGUAGE_CHOICES).catch('system'),
  /** 1 = 100 %. */
  uiScale: z.number().min(1).max(2).catch(1),
  /** Panel sizes by group, as react-resizable-panels gives them. */
  layout: z.record(z.string(), z.record(z.string(), z.number())).catch({}),
  /** Panels that were put away while there was room for them. */
  closedPanels: z.array(z.enum(['library', 'inspector'])).catch([]),
  /** Which editor's keys, and what was changed in them by hand. */
  shortcuts: z
    .object({
      preset: z.enum(PRESETS).catch('premiere'),
      keys: z.record(z.string(), z.array(z.string())).catch({}),
    })
    .catch({ preset: 'premiere', keys: {} }),
  workspace: z.enum(['edit', 'direct', 'deliver']).catch('edit'),
  /** How places in time read. */
  timeDisplay: z.enum(TIME_DISPLAYS).catch('timecode'),
  /** Which copies of media the monitors show, and how large they compose. */
  quality: z.enum(QUALITIES).catch('automatic'),
  /** Lines over the picture within which action and titles are safe. */
  safeAreas: z.boolean().catch(false),
  libraryView: z.enum(['grid', 'list']).catch('grid'),
  librarySort: z
    .object({ by: z.enum(SORTS).catch('name'), isDescending: z.boolean().catch(false) })
    .catch({ by: 'name', isDescending: false }),
  /** Whether a playhead that is moved by hand is heard. */
  scrubSound: z.boolean().catch(true),
  firstFootage: z.enum(FIRST_FOOTAGE).catch('ask'),
  engine: z.enum(['local', 'runware']).catch('local'),
  /** Whether uploads are deleted at Runware once no take needs them (main/services/uploadKeeper). */
  deleteUploads: z.boolean().catch(false),
  /** By project, the one that was looked at last behind the others. */
  views: z.record(z.string(), viewShape).catch({}),
}

export type Preferences = { readonly [K in keyof typeof shapes]: z.output<(typeof shapes)[K]> }

const parse = (values: Record<string, unknown>): Preferences => ({
  language: shapes.language.parse(values.language),
  uiScale: shapes.uiScale.parse(values.uiScale),
  layout: shapes.layout.parse(values.layout),
  closedPanels: shapes.closedPanels.parse(values.closedPanels),
  shortcuts: shapes.shortcuts.parse(values.shortcuts),
  workspace: shapes.workspace.parse(values.workspace),
  timeDisplay: shapes.timeDisplay.parse(values.timeDisplay),
  quality: shapes.quality.parse(values.quality),
  safeAreas: shapes.safeAreas.parse(values.safeAreas),
  libraryView: shapes.libraryView.parse(values.libraryView),
  librarySort: shapes.librarySort.parse(values.librarySort),
  scrubSound: shapes.scrubSound.parse(values.scrubSound),
  firstFootage: shapes.firstFootage.parse(values.firstFootage),
  engine: shapes.engine.parse(values.engine),
  deleteUploads: shapes.deleteUploads.parse(values.deleteUploads),
  views: shapes.views.parse(values.views),
})

export const usePreferences = create<Preferences>(() => parse({}))

export async function loadPreferences(): Promise<Preferences> {
  const { values } = await call('preferences:read', {})
  const preferences = parse(values)
  usePreferences.setState(preferences)
  return preferences
}

export async function setPreference<K extends keyof Preferences>(
  key: K,
  value: Preferences[K],
): Promise<void> {
  usePreferences.setState({ [key]: value } as Pick<Preferences, K>)
  await call('preferences:write', { key, value })
}
