/**
 * Which things of the rows are parts of the page: never more than a browser lays out at once. Everything is painted
 * in one way, mounted or not, and found by geometry; what is mounted is told to screen readers and can have the focus.
 * Pure.
 */
import type { Project } from '../../../shared/model/project.ts'
import { placedClips } from '../../../shared/model/select.ts'
import { transitionsOf } from '../../../shared/model/transitionsOf.ts'
import type { Row } from './rows.ts'

/** Parts of the page that the rows may have together. */
const MOST = 300
/** Of them, for what hangs on the things under the hand and in the selection. */
const SPARE = 36
/** Parts of a row without what lies in it, and of each thing in it. */
const OF_ROW: Readonly<Record<Row['kind'], number>> = { track: 9, keyframes: 9, pins: 8 }
const OF_THING: Readonly<Record<Row['kind'], number>> = { track: 3, keyframes: 1, pins: 1 }
/** Pixels; of more things than a row may mount, those without room for controls of their own are only painted. */
const NARROW = 72

/** A row in the window, and how many things of it are there, too. */
export interface RowInView {
  readonly kind: Row['kind']
  readonly count: number
}

/** How many things each row may mount, so that rows with few leave room for the others. */
export function shareOf(rows: readonly RowInView[]): number {
  let left = MOST - SPARE - rows.reduce((sum, { kind }) => sum + OF_ROW[kind], 0)
  let cost = rows.reduce((sum, { kind }) => sum + OF_THING[kind], 0)
  let share = 0
  for (const { kind, count } of [...rows].sort((a, b) => a.count - b.count)) {
    const rise = (count - share) * cost
    if (rise > left) return share + Math.max(0, Math.floor(left / cost))
    left -= rise
    share = count
    cost -= OF_THING[kind]
  }
  return Infinity
}

interface Span {
  readonly start: number
  readonly end: number
}

/** The widest, in their order: those that say most. */
export function widest<Thing extends Span>(
  things: readonly Thing[],
  share: number,
  framesPerPixel: number,
): readonly Thing[] {
  if (things.length <= share) return things
  const room = things
    .filter(({ start, end }) => end - start >= NARROW * framesPerPixel)
    .sort((a, b) => b.end - b.start - (a.end - a.start))
    .slice(0, share)
  return room.sort((a, b) => a.start - b.start)
}

/** Columns of the grid: the headers, and as many as the fullest track has clips and transitions. */
export const columnsOf = (project: Project, rows: readonly Row[]): number =>
  rows.reduce((most, row) => {
    if (row.kind !== 'track') return Math.max(most, 2)
    const clips = placedClips(project, row.track).length
    return Math.max(most, 1 + clips + transitionsOf(project, row.track.id).length)
  }, 1)
