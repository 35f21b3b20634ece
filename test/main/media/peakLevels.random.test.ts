/** The outline of any sound, cut anywhere on its way, read whole and while it grows, at every level of detail. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PeakLevels } from '../../../main/media/ffmpeg/peakLevels.ts'
import {
  countOf,
  fileBytes,
  LEVEL_FACTOR,
  LEVELS,
  PEAKS_PER_SECOND,
  placeOf,
} from '../../../shared/render/peakLayout.ts'
import { seeded } from '../../shared/model/seeded.ts'
import { readLevel } from './readLevel.ts'

const runs = seeded({ sample: 40, soak: 2_000 })

/** Few samples a window, so that long files are quick. */
const soundArbitrary = fc.record({
  channels: fc.integer({ min: 1, max: 3 }),
  rate: fc.constantFrom(400, 401, 800, 1000),
  /** Around whole chunks and whole chunks of the next level, and anywhere. */
  peaks: fc.oneof(
    fc.integer({ min: 1, max: 9000 }),
    fc
      .tuple(fc.constantFrom(1024, 2048, 4096, 5120, 8192, 16_384), fc.integer({ min: -2, max: 2 }))
      .map(([base, off]) => base + off),
  ),
  loud: fc.array(fc.tuple(fc.nat(), fc.integer({ min: -32_768, max: 32_767 })), { maxLength: 30 }),
  cuts: fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 10 }),
})

// Plus zero, so that none is negative.
const toInt8 = (sample: number): number =>
  Math.max(-128, Math.min(127, Math.round(sample / 256))) + 0

type Pair = [number, number]

/** The windows of every level, by definition. */
function levelsOf(samples: readonly number[], rate: number): Pair[][] {
  const finest: Pair[] = []
  for (let from = 0, k = 1; from < samples.length; k++) {
    const to = Math.min(samples.length, Math.ceil((k * rate) / PEAKS_PER_SECOND))
    const window = samples.slice(from, to)
    finest.push([toInt8(Math.min(...window)), toInt8(Math.max(...window))])
    from = to
  }
  const levels = [finest]
  for (let level = 1; level < LEVELS; level++) {
    const finer = levels[level - 1] as Pair[]
    levels.push(
      Array.from({ length: Math.ceil(finer.length / LEVEL_FACTOR) }, (_, index): Pair => {
        const of = finer.slice(index * LEVEL_FACTOR, (index + 1) * LEVEL_FACTOR)
        return [Math.min(...of.map(([low]) => low)), Math.max(...of.map(([, high]) => high))]
      }),
    )
  }
  return levels
}

it('is exact at every level, and what is there of a growing file is already in its place', () => {
  fc.assert(
    fc.property(soundArbitrary, ({ channels, rate, peaks, loud, cuts }) => {
      const frames = Math.ceil((peaks * rate) / PEAKS_PER_SECOND)
      const samples = new Int16Array(frames * channels)
      for (const [at, value] of loud) samples[at % samples.length] = value
      const bytes = new Uint8Array(samples.buffer)
      const outline = new PeakLevels(channels, rate)
      const written: Uint8Array[] = []
      const parts: { readonly count: number; readonly bytes: number }[] = []
      for (let at = 0, turn = 0; at < bytes.length; turn++) {
        const end = at + (cuts[turn % cuts.length] as number)
        written.push(...outline.push(bytes.subarray(at, end)))
        parts.push({ count: outline.given, bytes: Buffer.concat(written).length })
        at = end
      }
      written.push(...outline.finish())
      const file = Buffer.concat(written)
      const { count } = outline
      expect(count).toBe(peaks)
      expect(file.length).toBe(fileBytes({ channels, count }))
      expect(countOf(file.length, channels)).toBe(count)
      const whole = { channels, count, isWhole: true }
      for (let channel = 0; channel < channels; channel++) {
        const own = Array.from(samples).filter((_, index) => index % channels === channel)
        const expected = levelsOf(own, rate)
        for (let level = 0; level < LEVELS; level++) {
          expect(readLevel(file, whole, level, channel)).toEqual(expected[level])
        }
      }
      for (const { count: given, bytes: length } of parts.slice(-40)) {
        const part = { channels, count: given, isWhole: false }
        for (let level = 0; level < LEVELS; level++) {
          const found = readLevel(file.subarray(0, length), part, level, 0)
          expect(found).toEqual(readLevel(file, whole, level, 0).slice(0, found.length))
          const steps = LEVEL_FACTOR ** level
          expect(found.length).toBe(1024 * Math.floor(given / 1024 / steps))
          expect(placeOf(part, level, found.length / 1024)).toBeUndefined()
        }
      }
    }),
    { ...runs },
  )
}, 300_000)
