/** The scrolling area of rows as a place: window pixels to frames and rows. */
import { useSession } from '../../store/session.ts'
import { type Row, rowAt } from './rows.ts'
import { positionAt } from './zoom.ts'

/** Track headers are this wide; frames start behind them. */
export const HEADER_WIDTH = 150

export interface Surface {
  readonly host: HTMLElement
  readonly rows: () => readonly Row[]
}

/** Pixels right of the headers. */
export const xWithin = ({ host }: Surface, clientX: number): number =>
  clientX - host.getBoundingClientRect().left - HEADER_WIDTH

/** Pixels below the top of the first row. */
export const yWithin = ({ host }: Surface, clientY: number): number =>
  clientY - host.getBoundingClientRect().top + host.scrollTop

/** The position between frames under the pointer, at the present zoom and scrolling. */
export const positionUnder = (surface: Surface, clientX: number): number =>
  positionAt(xWithin(surface, clientX), useSession.getState())

export const rowUnder = (surface: Surface, clientY: number): Row | null =>
  rowAt(surface.rows(), yWithin(surface, clientY))
