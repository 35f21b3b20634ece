/** Sets a text in lines of a proportional type, from rough widths: ffmpeg draws text but does not wrap it. */

/** Widths in ems, a little generous, after Inter's own. */
const NARROW = /[ijlI.,:;'|!()[\]{}´`‘’ft ]/
const WIDE = /[mwMW@%—…]/
const CAPITAL = /[A-ZÄÖÜ0-9&#]/

function widthOf(character: string): number {
  if (NARROW.test(character)) return 0.33
  if (WIDE.test(character)) return 0.92
  if (CAPITAL.test(character)) return 0.69
  return (character.codePointAt(0) ?? 0) > 0x2e7f ? 1.02 : 0.59
}

/** In ems. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, character) => sum + widthOf(character), 0)

/** Lines of at most `width` ems; words longer than a line are cut. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  const words = text.split(/\s+/).filter((word) => word !== '')
  for (const word of words.flatMap((long) => cutWord(long, width))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (textWidth(longer) <= width || line === '') line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return line === '' ? lines : [...lines, line]
}

function cutWord(word: string, width: number): string[] {
  if (textWidth(word) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}

export interface FittedText {
  readonly lines: readonly string[]
  /** Pixels. */
  readonly fontSize: number
  readonly isCut: boolean
}

export const LINE_HEIGHT = 1.42

/** The largest type between `least` and `most` pixels at which the text fits; cut with an ellipsis if none does. */
export function fitText(
  text: string,
  box: { readonly width: number; readonly height: number },
  type: { readonly least: number; readonly most: number },
): FittedText {
  const linesAt = (size: number): number =>
    Math.max(1, Math.floor(box.height / (size * LINE_HEIGHT)))
  for (let fontSize = type.most; fontSize >= type.least; fontSize--) {
    const lines = wrapText(text, box.width / fontSize)
    if (lines.length <= linesAt(fontSize)) return { lines, fontSize, isCut: false }
  }
  const kept = wrapText(text, box.width / type.least).slice(0, linesAt(type.least))
  const last = kept.pop() ?? ''
  const words = `${last.split(' ').slice(0, -1).join(' ') || last}…`
  return { lines: [...kept, words], fontSize: type.least, isCut: true }
}
