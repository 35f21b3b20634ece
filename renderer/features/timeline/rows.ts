/** The timeline's rows from top to bottom: picture tracks (the topmost first), sound tracks, and open lanes under their track. */
import type { ValuePath } from '../../../shared/model/animatedPath.ts'
import type { Clip } from '../../../shared/model/clip.ts'
import type { ItemId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { holdsItem, pinsOf, tracksOf } from '../../../shared/model/select.ts'
import type { Timeline } from '../../../shared/model/timeline.ts'
import { type Track, trackHeight } from '../../../shared/model/track.ts'
import type { FocusedLane } from '../../store/session.ts'
import { hasValue, keyedValues, lanesOfClip } from './lanes/laneValues.ts'

interface Placed {
  /** Pixels from the top of the first row. */
  readonly top: number
  readonly height: number
}

export interface TrackRow extends Placed {
  readonly kind: 'track'
  readonly key: string
  readonly track: Track
}
export interface LaneRow extends Placed {
  readonly kind: 'keyframes'
  readonly key: string
  readonly track: Track
  readonly itemId: ItemId
  readonly property: ValuePath
  /** It is a curve editor. */
  readonly isCurve: boolean
}
export interface PinRow extends Placed {
  readonly kind: 'pins'
  readonly key: string
  readonly track: Track
  readonly itemId: ItemId
}
export type Row = TrackRow | LaneRow | PinRow

const HEIGHTS = { pins: 56, keyframes: 34, curve: 148 }

/** Which lanes there are besides the keyed ones, and how they look. */
export interface LaneChoice {
  readonly shown: readonly FocusedLane[]
  /** Keys of rows. */
  readonly curves: readonly string[]
}

/** Pins stand under a shot that is made from them, and wherever some are left. */
function hasPins(project: Project, clip: Clip, track: Track): boolean {
  if (clip.source.kind !== 'shot' || track.kind !== 'picture') return false
  const shot = project.shots.get(clip.source.shotId)
  if (shot?.mode === 'pins' || shot?.mode === 'transform') return true
  return shot !== undefined && pinsOf(project, shot.id).length > 0
}

/** Lanes of a clip: the pins of a shot, then its keyed values and those asked for, or the usual one where there is none. */
function lanesOf(
  project: Project,
  clip: Clip,
  track: Track,
  { shown }: LaneChoice,
): ('pins' | ValuePath)[] {
  const asked = shown.filter(({ itemId }) => itemId === clip.id).map(({ lane }) => lane)
  const all = lanesOfClip(clip, track.kind)
  const wanted = new Set([...keyedValues(clip), ...asked])
  const lanes = all.filter((path) => wanted.has(path) && hasValue(clip, path))
  const usual = all.slice(0, 1)
  return [
    ...(hasPins(project, clip, track) ? ['pins' as const] : []),
    ...(lanes.length > 0 ? lanes : usual),
  ]
}

export function rowsOf(
  project: Project,
  timeline: Timeline,
  openLanes: readonly ItemId[],
  choice: LaneChoice = { shown: [], curves: [] },
): Row[] {
  const tracks = tracksOf(project, timeline)
  const ordered = [
    ...tracks.filter(({ kind }) => kind === 'subtitle'),
    ...tracks.filter(({ kind }) => kind === 'picture').reverse(),
    ...tracks.filter(({ kind }) => kind === 'sound'),
  ]
  const rows: Row[] = []
  let top = 0
  const push = (row: Row): void => {
    rows.push(row)
    top += row.height
  }
  for (const track of ordered) {
    push({ kind: 'track', key: track.id, track, top, height: trackHeight(track) })
    for (const itemId of openOn(track, openLanes)) {
      const item = project.items.get(itemId)
      if (item?.kind !== 'clip') continue
      for (const lane of lanesOf(project, item, track, choice)) {
        const key = `${itemId}/${lane}`
        if (lane === 'pins') push({ kind: 'pins', key, track, itemId, top, height: HEIGHTS.pins })
        else {
          const isCurve = choice.curves.includes(key)
          const height = isCurve ? HEIGHTS.curve : HEIGHTS.keyframes
          push({ kind: 'keyframes', key, track, itemId, property: lane, isCurve, top, height })
        }
      }
    }
  }
  return rows
}

export const rowsHeight = (rows: readonly Row[]): number => {
  const last = rows.at(-1)
  return last ? last.top + last.height : 0
}

/** In the order in which they lie on the track. */
const openOn = (track: Track, openLanes: readonly ItemId[]): ItemId[] =>
  openLanes
    .filter((id) => holdsItem(track, id))
    .sort((a, b) => track.items.indexOf(a) - track.items.indexOf(b))

/** The row at `y` pixels from the top of the first one. */
export const rowAt = (rows: readonly Row[], y: number): Row | null =>
  rows.find(({ top, height }) => y >= top && y < top + height) ?? null

/** Rows that show in `[top, top + height)`. */
export const rowsWithin = (rows: readonly Row[], top: number, height: number): Row[] =>
  rows.filter((row) => row.top < top + height && row.top + row.height > top)
