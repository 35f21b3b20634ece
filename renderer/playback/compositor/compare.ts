/** Two takes of one frame on one canvas. */
import type { Picture } from '../../../shared/render/picture.ts'
import { compose, type Tools } from './compose.ts'
import type { Surface } from './Surface.ts'

export interface Compared {
  readonly other: Picture
  readonly comparison: 'side' | 'wipe' | 'difference'
  /** Where a wipe divides, 0..1 of the width. */
  readonly wipe: number
}

/** `surface` has the one picture; the other joins it. */
export function compare(surface: Surface, compared: Compared, tools: Tools): void {
  const { context, image, width, height } = surface
  const { other, comparison, wipe } = compared
  const sheet = tools.sheets.take(width, height)
  compose({ ...sheet, isOpaque: true }, other, tools)
  context.save()
  if (comparison === 'side') {
    const one = tools.sheets.take(width, height)
    one.context.drawImage(image, 0, 0)
    context.fillStyle = '#000000'
    context.fillRect(0, 0, width, height)
    context.drawImage(one.image, 0, height / 4, width / 2, height / 2)
    context.drawImage(sheet.image, width / 2, height / 4, width / 2, height / 2)
    tools.sheets.give(one)
  } else if (comparison === 'wipe') {
    const x = Math.round(width * wipe)
    if (x < width) {
      context.drawImage(sheet.image, x, 0, width - x, height, x, 0, width - x, height)
    }
  } else {
    context.globalCompositeOperation = 'difference'
    context.drawImage(sheet.image, 0, 0)
  }
  context.restore()
  tools.sheets.give(sheet)
}
