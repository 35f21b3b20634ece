/** A change of colours as a .cube table, which ffmpeg's lut3d reads. */
import { setImmediate } from 'node:timers/promises'
import { intoGamut, type Triple, toOklab } from './colorSpace.ts'

/** OKLab -> OKLab. */
export type ColourChange = (colour: Triple) => Triple

/** Steps per side: fine enough for smooth changes. */
const STEPS = 25

/** Lets the event loop breathe between planes; about 20 ms in all. */
export async function cubeText(change: ColourChange): Promise<string> {
  const lines = [`LUT_3D_SIZE ${STEPS}`]
  const at = (step: number): number => step / (STEPS - 1)
  for (let blue = 0; blue < STEPS; blue++) {
    for (let green = 0; green < STEPS; green++) {
      for (let red = 0; red < STEPS; red++) {
        const colour = intoGamut(change(toOklab([at(red), at(green), at(blue)])))
        lines.push(colour.map((value) => value.toFixed(5)).join(' '))
      }
    }
    await setImmediate()
  }
  return `${lines.join('\n')}\n`
}
