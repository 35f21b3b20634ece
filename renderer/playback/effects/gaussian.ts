/**
 * How a Gaussian is computed along one axis: small ones pixel by pixel, large ones on a coarser grid, so that a blur over
 * a quarter of the picture costs no more than a small one. The coarse grid reaches beyond the picture by the kernel's
 * reach, and its points there hold the picture's edge.
 *
 *     shrink (mean of `factor` pixels)  ->  convolve with `weights`  ->  grow (linear between points)
 */

export interface Gaussian {
  /** Pixels in a point of the coarse grid: a power of two, 1 = the picture's own grid. */
  readonly factor: number
  /** Of the middle point and of those at 1, 2, ... points from it; both sides together come to 1. */
  readonly weights: readonly number[]
  /** Points of the coarse grid before the picture's first pixel and behind its last. */
  readonly margin: number
}

/** The coarse grid is no coarser than this many of its points to a sigma: what is lost between them cannot be seen. */
const FINEST_COARSE_SIGMA = 4
/** Behind it lies a four-hundredth of the weight. */
const REACH_IN_SIGMAS = 3

/** `sigma` in pixels, above 0. */
export function gaussianOf(sigma: number): Gaussian {
  let factor = 1
  while (sigma / (factor * 2) >= FINEST_COARSE_SIGMA) factor *= 2
  // Shrinking and growing blur by themselves: what they add is taken off.
  const added = factor === 1 ? 0 : (factor ** 2 - 1) / 12 + factor ** 2 / 6
  const coarse = Math.sqrt(sigma ** 2 - added) / factor
  const reach = Math.max(1, Math.ceil(coarse * REACH_IN_SIGMAS))
  const bell = Array.from({ length: reach + 1 }, (_, at) => Math.exp(-((at / coarse) ** 2) / 2))
  const sum = bell.reduce((total, weight, at) => total + (at === 0 ? weight : 2 * weight), 0)
  return {
    factor,
    weights: bell.map((weight) => weight / sum),
    // One more for the line between the outermost pixel and the point beyond it.
    margin: factor === 1 ? 0 : reach + 1,
  }
}

/** Points of the coarse grid along a side of `pixels`. */
export const coarseLength = ({ factor, margin }: Gaussian, pixels: number): number =>
  Math.ceil(pixels / factor) + 2 * margin
