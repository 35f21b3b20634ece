/** A clip's name on a canvas, as the stylesheet writes it on parts of the page. */

/** Pixels before it, and behind it. */
const BEFORE = 7
const BEHIND = 4
/** Of its line's middle, from the clip's upper edge. */
const MIDDLE = 9.5
/** Fewer letters than this with dots behind them say nothing. */
const LEAST = 2

const widths = new Map<string, number>()
/** Names that are remembered; a cut has fewer. */
const KEPT = 5000

function widthOf(context: CanvasRenderingContext2D, text: string): number {
  const key = `${context.font} ${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  if (widths.size > KEPT) widths.clear()
  const { width } = context.measureText(text)
  widths.set(key, width)
  return width
}

/** As much of a text as there is room for, with dots for the rest; letters count as equally wide. Pure. */
export function shortened(text: string, width: number, room: number): string {
  if (width <= room) return text
  const letters = [...text]
  const fits = Math.floor((letters.length * room) / width) - 1
  return fits < LEAST ? '' : `${letters.slice(0, fits).join('').trimEnd()}…`
}

/** `width`: pixels of what is seen of the clip. */
export function paintName(
  context: CanvasRenderingContext2D,
  name: string,
  width: number,
  style: CSSStyleDeclaration,
): void {
  const room = width - BEFORE - BEHIND
  if (room <= 0) return
  context.font = `${style.getPropertyValue('--size-caption')} ${style.fontFamily}`
  context.textBaseline = 'middle'
  const text = shortened(name, widthOf(context, name), room)
  if (text === '') return
  context.fillStyle = 'rgb(0 0 0 / 0.6)'
  context.fillText(text, BEFORE, MIDDLE + 1)
  context.fillStyle = style.getPropertyValue('--text')
  context.fillText(text, BEFORE, MIDDLE)
}
