/** Gaussian blur by plain convolution, on values multiplied with alpha; beyond the edge the edge goes on. */
import { blank, type Raster } from './raster.ts'

/** `radius` in pixels of the picture; sigma is half of it. */
export function blurred(picture: Raster, radius: number): Raster {
  const sigma = radius / 2
  if (sigma < 1e-3) return picture
  return along(along(picture, sigma, 'x'), sigma, 'y')
}

function along({ width, height, data }: Raster, sigma: number, axis: 'x' | 'y'): Raster {
  const reach = Math.ceil(4 * sigma)
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => gauss((i - reach) / sigma))
  const total = weights.reduce((a, b) => a + b)
  const result = blank(width, height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = 4 * (y * width + x)
      for (let i = -reach; i <= reach; i++) {
        const column = axis === 'x' ? Math.min(width - 1, Math.max(0, x + i)) : x
        const row = axis === 'y' ? Math.min(height - 1, Math.max(0, y + i)) : y
        const from = 4 * (row * width + column)
        const weight = (weights[i + reach] ?? 0) / total
        for (let c = 0; c < 4; c++)
          result.data[to + c] = (result.data[to + c] ?? 0) + weight * (data[from + c] ?? 0)
      }
    }
  }
  return result
}

const gauss = (x: number): number => Math.exp((-x * x) / 2)
