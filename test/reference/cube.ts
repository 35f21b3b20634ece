/** Look-up tables (.cube), read between their points linearly along each axis. */
import type { Color } from './raster.ts'
import { clamp } from './values.ts'

export type Table = (color: Color) => Color

/** @throws Error for what is no table of three or one dimensions. */
export function parseCube(text: string): Table {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const setting = (name: string): number[] | undefined =>
    lines
      .find((line) => line.startsWith(`${name} `))
      ?.split(/\s+/)
      .slice(1)
      .map(Number)
  const rows = lines
    .filter((line) => /^[-+.\d]/.test(line))
    .map((line) => line.split(/\s+/).map(Number))
  const low = setting('DOMAIN_MIN') ?? [0, 0, 0]
  const high = setting('DOMAIN_MAX') ?? [1, 1, 1]
  const inDomain = (color: Color): number[] =>
    color.map((value, i) => clamp((value - (low[i] ?? 0)) / ((high[i] ?? 1) - (low[i] ?? 0))))
  const [cube] = setting('LUT_3D_SIZE') ?? []
  const [line] = setting('LUT_1D_SIZE') ?? []
  if (cube && rows.length === cube ** 3) return (color) => inCube(rows, cube, inDomain(color))
  if (line && rows.length === line) return (color) => inLine(rows, line, inDomain(color))
  throw new Error('Not a .cube table')
}

function inCube(rows: readonly number[][], size: number, at: readonly number[]): Color {
  const result: [number, number, number] = [0, 0, 0]
  const places = at.map((value) => {
    const low = Math.min(size - 2, Math.floor(value * (size - 1)))
    return { low, part: value * (size - 1) - low }
  })
  for (let corner = 0; corner < 8; corner++) {
    let [index, weight, stride] = [0, 1, 1]
    places.forEach(({ low, part }, axis) => {
      const isHigh = (corner >> axis) & 1
      index += (low + isHigh) * stride
      weight *= isHigh ? part : 1 - part
      // Red changes fastest.
      stride *= size
    })
    for (let i = 0; i < 3; i++) result[i] = (result[i] ?? 0) + weight * (rows[index]?.[i] ?? 0)
  }
  return result
}

function inLine(rows: readonly number[][], size: number, at: readonly number[]): Color {
  const channel = (i: number): number => {
    const place = (at[i] ?? 0) * (size - 1)
    const low = Math.min(size - 2, Math.floor(place))
    const [a, b] = [rows[low]?.[i] ?? 0, rows[low + 1]?.[i] ?? 0]
    return a + (b - a) * (place - low)
  }
  return [channel(0), channel(1), channel(2)]
}
