/** How alike two pictures are, to know whether anything can be interpolated between them. */
import type { MediaEngine } from '../../media/MediaEngine.ts'
import { inputArguments, pngInput } from './filmInput.ts'

/** Small and soft, so that moved things still overlap. */
const SIDE = 24

/** Correlation of brightness, -1..1; 0 when one of the pictures is plain. */
export function correlation(a: Uint8Array, b: Uint8Array): number {
  const mean = (v: Uint8Array): number => v.reduce((sum, x) => sum + x, 0) / v.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let [both, onlyA, onlyB] = [0, 0, 0]
  for (const [i, value] of a.entries()) {
    const [x, y] = [value - meanA, (b[i] ?? 0) - meanB]
    both += x * y
    onlyA += x * x
    onlyB += y * y
  }
  return onlyA === 0 || onlyB === 0 ? 0 : both / Math.sqrt(onlyA * onlyB)
}

/** Of two PNG files, -1..1. */
export async function likeness(
  media: MediaEngine,
  a: string,
  b: string,
  signal: AbortSignal,
): Promise<number> {
  const look = async (path: string): Promise<Uint8Array> => {
    const args = [
      ...inputArguments(pngInput(path)),
      ...['-vf', `scale=${SIDE}:${SIDE}:flags=area,format=gray`, '-frames:v', '1'],
      ...['-f', 'rawvideo', 'pipe:1'],
    ]
    const chunks: Uint8Array[] = []
    for await (const chunk of media.stream(args, { signal })) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
  return correlation(await look(a), await look(b))
}
