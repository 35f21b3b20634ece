/** One picture over another of the same size, or in its place: W3C's Compositing and Blending, from its formulas. */
import type { BlendMode } from '../../shared/model/effect.ts'
import { blank, type Raster } from './raster.ts'

/** `B(Cb, Cs)` of straight values; `add` is no such function. */
function blended(mode: Exclude<BlendMode, 'add'>, below: number, above: number): number {
  switch (mode) {
    case 'normal':
      return above
    case 'multiply':
      return below * above
    case 'screen':
      return below + above - below * above
    case 'overlay':
      return below <= 0.5 ? 2 * below * above : 1 - 2 * (1 - below) * (1 - above)
    case 'darken':
      return Math.min(below, above)
    case 'lighten':
      return Math.max(below, above)
    case 'difference':
      return Math.abs(below - above)
    case 'softLight': {
      if (above <= 0.5) return below - (1 - 2 * above) * below * (1 - below)
      const d = below <= 0.25 ? ((16 * below - 12) * below + 4) * below : Math.sqrt(below)
      return below + (2 * above - 1) * (d - below)
    }
  }
}

export function layOver(below: Raster, above: Raster, mode: BlendMode): Raster {
  const result = blank(below.width, below.height)
  for (let at = 0; at < result.data.length; at += 4) {
    const [ab, as] = [below.data[at + 3] ?? 0, above.data[at + 3] ?? 0]
    for (let i = at; i < at + 3; i++) {
      const [b, s] = [below.data[i] ?? 0, above.data[i] ?? 0]
      if (mode === 'add') {
        result.data[i] = Math.min(1, b + s)
        continue
      }
      const [cb, cs] = [ab > 0 ? b / ab : 0, as > 0 ? s / as : 0]
      result.data[i] = (1 - ab) * s + (1 - as) * b + as * ab * blended(mode, cb, cs)
    }
    result.data[at + 3] = mode === 'add' ? Math.min(1, ab + as) : ab + as - ab * as
  }
  return result
}

/** A share of another picture instead of as much of the one below. */
export function inPlaceOf(below: Raster, picture: Raster, share: number): Raster {
  const result = blank(below.width, below.height)
  for (let at = 0; at < result.data.length; at++) {
    result.data[at] = (below.data[at] ?? 0) * (1 - share) + (picture.data[at] ?? 0) * share
  }
  return result
}
