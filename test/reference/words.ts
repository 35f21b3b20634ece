/** Where words may stand on a canvas: boxes that surely hold them, since this painter does not lay out text. */
import type { Caption, Title } from '../../shared/model/generator.ts'
import { blank, type Raster } from './raster.ts'

interface Canvas {
  readonly width: number
  readonly height: number
}

/** No letter of the fonts that ship is wider than this, in ems. */
const WIDEST = 1.3

/** White where a title's words and the box behind them may stand. */
export function titleBox(title: Title, canvas: Canvas): Raster {
  const em = title.size * canvas.height
  const lines = title.text.split('\n')
  const width = Math.max(...lines.map((line) => line.length)) * WIDEST * em + 2 * em
  const height = lines.length * 1.2 * em + em
  const x = title.x * canvas.width
  const left =
    title.align === 'left' ? x - em : title.align === 'right' ? x - width + em : x - width / 2
  return box(canvas, left, title.y * canvas.height - height / 2, width, height)
}

/** White where a caption may stand: it is wrapped at 0.8 of the width and grows upwards. */
export function captionBox({ text }: Caption, canvas: Canvas): Raster {
  const em = 0.045 * canvas.height
  const letters = (0.8 * canvas.width) / (WIDEST * em)
  const lines = text
    .split('\n')
    .reduce((count, line) => count + Math.max(1, Math.ceil((2 * line.length) / letters)), 0)
  const height = lines * 1.2 * em + em
  return box(canvas, 0, 0.92 * canvas.height - height + em, canvas.width, height)
}

function box(canvas: Canvas, left: number, top: number, width: number, height: number): Raster {
  const raster = blank(canvas.width, canvas.height)
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(canvas.height, top + height); y++) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(canvas.width, left + width); x++)
      raster.data.fill(1, 4 * (y * canvas.width + x), 4 * (y * canvas.width + x) + 4)
  }
  return raster
}
