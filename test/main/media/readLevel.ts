import { CHUNK_PEAKS, type PeakFile, placeOf } from '../../../shared/render/peakLayout.ts'

/** (min, max) of every window of a level that the bytes of a file hold. */
export function readLevel(
  bytes: Uint8Array,
  file: PeakFile,
  level: number,
  channel: number,
): [number, number][] {
  const values = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  const pairs: [number, number][] = []
  for (let index = 0; ; index++) {
    const place = placeOf(file, level, index)
    if (!place) return pairs
    const { offset, peaks } = place
    for (let peak = 0; peak < peaks; peak++) {
      const at = offset + 2 * (channel * peaks + peak)
      pairs.push([values[at] as number, values[at + 1] as number])
    }
    if (peaks < CHUNK_PEAKS) return pairs
  }
}
