/** Frames small enough to work out by hand: painting them and reading their pixels. */
import type { Asset } from '../../shared/model/asset.ts'
import {
  type DescribedTimeline,
  type DescribedTrack,
  documentOf,
  solid,
} from '../fixtures/documents.ts'
import { type Painted, paintFrame } from './paintFrame.ts'

export const RED = solid('#ff0000')
export const GREY = solid('#808080')
/** What {@link GREY} is, 0..1. */
export const grey = 128 / 255

/** What a frame holds beside its tracks; the canvas is 32 x 16 at 25 frames a second where nothing else is said. */
export interface More {
  readonly format?: Partial<DescribedTimeline>
  readonly others?: Readonly<Record<string, DescribedTimeline>>
  readonly assets?: readonly Asset[]
  readonly fileOf?: (asset: Asset) => string
}

export function paint(
  tracks: readonly DescribedTrack[],
  frame = 0,
  { format, others, assets, fileOf = ({ name }) => name }: More = {},
): Promise<Painted> {
  const { project, timeline } = documentOf({ main: { tracks, ...format }, ...others }, assets)
  return paintFrame(project, timeline.id, frame, fileOf)
}

const toFour = (value: number): number => Number(value.toFixed(4))
export const close = (...values: number[]): number[] => values.map(toFour)

/** A pixel, to four decimals. */
export const at = ({ width, rgb }: Painted, x: number, y: number): number[] =>
  Array.from(rgb.slice(3 * (y * width + x), 3 * (y * width + x) + 3), toFour)

/** The red of the columns `[from, to)`. */
export const row = (painted: Painted, y: number, from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => at(painted, from + i, y)[0] ?? 0)

/** The pixel right and below of the middle of a usual canvas. */
export const color = async (...args: Parameters<typeof paint>): Promise<number[]> =>
  at(await paint(...args), 16, 8)
