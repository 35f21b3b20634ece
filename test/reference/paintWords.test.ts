/** The reference painter's words: where their ink and their boxes stand. */
import { expect, it } from 'vitest'
import type { Title } from '../../shared/model/generator.ts'
import { clipOn } from '../fixtures/documents.ts'
import type { Painted } from './paintFrame.ts'
import { close, GREY, grey, paint, row } from './smallFrames.ts'

const format = { width: 160, height: 80 }
const title = (more: Partial<Title>): Title => ({
  ...{ kind: 'title', text: 'HH', font: 'Inter', size: 0.5, weight: 600, color: '#ffffff' },
  ...{ align: 'center', x: 0.5, y: 0.5, ...more },
})
const titled = (more: Partial<Title>, below: 'grey' | 'black' = 'black'): Promise<Painted> =>
  paint(
    [
      ...(below === 'grey' ? [{ items: [clipOn(GREY, 1)] }] : []),
      { items: [clipOn(title(more), 1)] },
    ],
    0,
    { format },
  )

/** What of a frame is brighter than half: left, top, right, bottom. */
function ink({ width, height, rgb }: Painted): number[] {
  let [left, top, right, bottom] = [width, height, 0, 0]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((rgb[3 * (y * width + x)] ?? 0) < 0.5) continue
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y + 1)
    }
  }
  return [left, top, right, bottom]
}

it('stands capitals about the middle of a line, 0.728 em high', async () => {
  const [left = 0, top = 0, right = 0, bottom = 0] = ink(await titled({}))
  expect([Math.abs(top + bottom - 80) <= 1, Math.abs(bottom - top - 0.728 * 40) <= 1]).toEqual([
    true,
    true,
  ])
  expect(Math.abs(left + right - 160)).toBeLessThanOrEqual(1)
  const [, upper = 0, , lower = 0] = ink(await titled({ size: 0.25, text: 'H\nH' }))
  // Two lines of 20: their middles 24 apart.
  expect(Math.abs(lower - upper - (24 + 0.728 * 20))).toBeLessThanOrEqual(1)
})

it('anchors by its edges, and is as heavy as it is said to be', async () => {
  const [left = 0] = ink(await titled({ align: 'left', x: 0.25, size: 0.25 }))
  const [, , right = 0] = ink(await titled({ align: 'right', x: 0.25, size: 0.25 }))
  // The letters keep a little of their width beside them.
  expect([left - 40, 40 - right].every((gap) => gap >= 0 && gap <= 3)).toBe(true)
  const weights = await Promise.all(
    [100, 400, 600, 900].map(async (weight) => {
      const { rgb } = await titled({ weight })
      return rgb.reduce((sum, value) => sum + value, 0)
    }),
  )
  expect(weights).toEqual(weights.toSorted((a, b) => a - b))
  expect(new Set(weights).size).toBe(4)
})

it('lays a box 0.35 em beyond the sides and 0.2 em above and below', async () => {
  const background = { color: '#000000', opacity: 0.5 }
  const painted = await titled({ background, size: 0.25, text: ' ' }, 'grey')
  // One line of 20: 24 high, and 4 on each side of it: rows 24 to 56.
  const column = [23, 24, 55, 56].map((y) => row(painted, y, 80, 81)[0])
  expect(column.map((v) => Math.round(100 * (v ?? 0)))).toEqual(
    close(100 * grey, 50 * grey, 50 * grey, 100 * grey).map(Math.round),
  )
})

it('wraps captions by words and ends them at 0.92 of the height, in their box', async () => {
  const caption = (text: string) =>
    paint(
      [
        { items: [clipOn(GREY, 1)] },
        { kind: 'subtitle', items: [clipOn({ kind: 'caption', text }, 1)] },
      ],
      0,
      { format: { width: 200, height: 400 } },
    )
  const box = ({ width, height, rgb }: Painted): [top: number, bottom: number] => {
    const rows = Array.from({ length: height }, (_, y) =>
      Array.from({ length: width }, (_x, x) => rgb[3 * (y * width + x)] ?? 0),
    )
    const dark = rows.map((values) => Math.min(...values) < grey - 0.1)
    return [dark.indexOf(true), dark.lastIndexOf(true) + 1]
  }
  // An em is 18: a line 21.6, and 3.6 above and below.
  expect(box(await caption('One'))).toEqual([368 - 25, 368 + 4])
  const [top, bottom] = box(await caption('One two three four five six seven'))
  expect([bottom, (368 - 3.6 - top) % 21.6 < 1 || (368 - 3.6 - top) % 21.6 > 20.6]).toEqual([
    372,
    true,
  ])
  expect(top).toBeLessThan(368 - 25 - 20)
})
