/** A clip's name on a canvas, as the stylesheet writes it on parts of the page. */

import type { Tokens } from '../tokens.ts'

/** Pixels before it, and behind it. */
const BEFORE = 7
const BEHIND = 4
/** Of its line's middle, from the clip's upper edge. */
const MIDDLE = 9.5

/** Of letters, by the canvas's font. */
const widths = new Map<string, number>()

function widthOf(context: CanvasRenderingContext2D, letter: string): number {
  const key = `${context.font} ${letter}`
  const known = widths.get(key)
  if (known !== undefined) return known
  const { width } = context.measureText(letter)
  widths.set(key, width)
  return width
}

const DOTS = '…'

/** As much of a text as there is room for, with dots for the rest; empty where not even a letter has room. Pure. */
export function shortened(
  text: string,
  room: number,
  widthOfLetter: (one: string) => number,
): string {
  const dots = widthOfLetter(DOTS)
  let [width, fits] = [0, 0]
  for (const letter of text) {
    width += widthOfLetter(letter)
    if (width + dots <= room) fits += letter.length
    if (width > room) {
      return fits === 0 ? '' : `${text.slice(0, fits).trimEnd()}${DOTS}`
    }
  }
  return text
}

/** `width`: pixels of what is seen of the clip. */
export function paintName(
  context: CanvasRenderingContext2D,
  name: string,
  width: number,
  tokens: Tokens,
): void {
  const room = width - BEFORE - BEHIND
  if (room <= 0) return
  context.font = tokens.caption
  context.textBaseline = 'middle'
  const text = shortened(name, room, (letter) => widthOf(context, letter))
  if (text === '') return
  context.fillStyle = 'rgb(0 0 0 / 0.6)'
  context.fillText(text, BEFORE, MIDDLE + 1)
  context.fillStyle = tokens.of('text')
  context.fillText(text, BEFORE, MIDDLE)
}
