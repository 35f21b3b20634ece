/** The words of an export have the weights of their fonts, as they have them in a window. */
import { expect, it } from 'vitest'
import { drawWords } from '../../../main/exports/plates/drawWords.ts'
import { defaultTitle } from '../../../shared/model/generator.ts'

it('sets a title in every weight of its family', () => {
  const ink = (weight: number): number => {
    const title = { ...defaultTitle('Keyreel'), size: 0.4, weight }
    const pixels = drawWords({ kind: 'title', title }, { width: 320, height: 180 })
    return pixels.reduce((sum, value, i) => (i % 4 === 3 ? sum + value / 255 : sum), 0)
  }
  const inks = [100, 200, 300, 400, 500, 600, 700, 800, 900].map((weight) =>
    Math.round(ink(weight)),
  )
  expect(inks).toEqual([...new Set(inks)].sort((a, b) => a - b))
  // From hairlines to strokes several times as thick.
  expect((inks.at(-1) ?? 0) / (inks[0] ?? 1)).toBeGreaterThan(3)
})
