/** Takes of one frame on one canvas. */
import type { Picture } from '../../../shared/render/picture.ts'
import { compose, type Tools } from './compose.ts'
import type { Surface } from './Surface.ts'
import { sideBySide } from './sideBySide.ts'

export interface Compared {
  /** One to three beside the picture that is there; a wipe and a difference take the last. */
  readonly others: readonly Picture[]
  readonly comparison: 'side' | 'wipe' | 'difference'
  /** Where a wipe divides, 0..1 of the width. */
  readonly wipe: number
}

/** `surface` has the one picture; the others join it. */
export function compare(surface: Surface, compared: Compared, tools: Tools): void {
  const { context } = surface
  context.save()
  if (compared.comparison === 'side') beside(surface, compared.others, tools)
  else over(surface, compared, tools)
  context.restore()
}

function beside(surface: Surface, others: readonly Picture[], tools: Tools): void {
  const { context, image, width, height } = surface
  const sheets = others.map((other) => {
    const sheet = tools.sheets.take(width, height)
    compose({ ...sheet, isOpaque: true }, other, tools)
    return sheet
  })
  const one = tools.sheets.take(width, height)
  one.context.drawImage(image, 0, 0)
  context.fillStyle = '#000000'
  context.fillRect(0, 0, width, height)
  const cells = sideBySide(others.length + 1)
  for (const [i, sheet] of [one, ...sheets].entries()) {
    const { x, y, size } = cells[i] ?? { x: 0, y: 0, size: 1 }
    context.drawImage(sheet.image, width * x, height * y, width * size, height * size)
    tools.sheets.give(sheet)
  }
}

function over(surface: Surface, { others, comparison, wipe }: Compared, tools: Tools): void {
  const { context, width, height } = surface
  const other = others.at(-1)
  if (!other) return
  const sheet = tools.sheets.take(width, height)
  compose({ ...sheet, isOpaque: true }, other, tools)
  if (comparison === 'wipe') {
    const x = Math.round(width * wipe)
    if (x < width) {
      context.drawImage(sheet.image, x, 0, width - x, height, x, 0, width - x, height)
    }
  } else {
    context.globalCompositeOperation = 'difference'
    context.drawImage(sheet.image, 0, 0)
  }
  tools.sheets.give(sheet)
}
