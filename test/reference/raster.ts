/** Pictures of the reference painter: floating point, one value after the other. */

/** R'G'B' (BT.709, coded) times alpha, then alpha; 4 values a pixel, rows from the top. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly data: Float32Array
}

export const blank = (width: number, height: number): Raster => ({
  width,
  height,
  data: new Float32Array(width * height * 4),
})

export type Color = readonly [red: number, green: number, blue: number]

export function filled(width: number, height: number, [red, green, blue]: Color): Raster {
  const raster = blank(width, height)
  for (let at = 0; at < raster.data.length; at += 4) raster.data.set([red, green, blue, 1], at)
  return raster
}

/** `#rrggbb` */
export const colorOf = (text: string): Color => [
  Number.parseInt(text.slice(1, 3), 16) / 255,
  Number.parseInt(text.slice(3, 5), 16) / 255,
  Number.parseInt(text.slice(5, 7), 16) / 255,
]

/** BT.709 */
export const lumaOf = (red: number, green: number, blue: number): number =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue

/** Changes every pixel by its straight colour; `change` answers colour and alpha. Columns and rows are counted from 0. */
export function mapPixels(
  { width, height, data }: Raster,
  change: (color: Color, alpha: number, x: number, y: number) => readonly [...Color, number],
): Raster {
  const result = blank(width, height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x)
      const alpha = data[at + 3] ?? 0
      const straight = (channel: number): number =>
        alpha > 0 ? (data[at + channel] ?? 0) / alpha : 0
      const [red, green, blue, a] = change([straight(0), straight(1), straight(2)], alpha, x, y)
      result.data.set([red * a, green * a, blue * a, a], at)
    }
  }
  return result
}

/** `a (1 - m) + b m`, `m` for every pixel. */
export function mixed(a: Raster, b: Raster, m: (x: number, y: number) => number): Raster {
  const result = blank(a.width, a.height)
  for (let y = 0; y < a.height; y++) {
    for (let x = 0; x < a.width; x++) {
      const share = m(x, y)
      const at = 4 * (y * a.width + x)
      for (let i = at; i < at + 4; i++)
        result.data[i] = (a.data[i] ?? 0) * (1 - share) + (b.data[i] ?? 0) * share
    }
  }
  return result
}
