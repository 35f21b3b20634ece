/** What a window reads of a sound's outline, and what it draws meanwhile. */
import { expect, it } from 'vitest'
import { PeakLevels } from '../../../main/media/ffmpeg/peakLevels.ts'
import { createPeakReader } from '../../../renderer/features/timeline/waveform/peakReader.ts'
import { fileBytes, type PeakFile } from '../../../shared/render/peakLayout.ts'

const LOUD = 16_384
/** One sample a window: 400 a second. `loudAt` are seconds, by channel. */
function outlineOf(
  seconds: number,
  loudAt: readonly number[][],
): { file: PeakFile; bytes: Buffer } {
  const channels = loudAt.length
  const samples = new Int16Array(400 * seconds * channels)
  for (const [channel, times] of loudAt.entries()) {
    for (const time of times) samples[time * 400 * channels + channel] = LOUD
  }
  const outline = new PeakLevels(channels, 400)
  const parts = [...outline.push(new Uint8Array(samples.buffer)), ...outline.finish()]
  return { file: { channels, count: outline.count, isWhole: true }, bytes: Buffer.concat(parts) }
}

/** A reader of these bytes that counts what it reads; `gone` makes reading find nothing. */
function reading(bytes: Uint8Array) {
  const reads: { readonly offset: number; readonly length: number }[] = []
  const failures: unknown[] = []
  const state = { isGone: false }
  const reader = createPeakReader({
    async read(offset, length) {
      reads.push({ offset, length })
      return state.isGone ? null : bytes.subarray(offset, offset + length)
    },
    onFailure: (error) => failures.push(error),
  })
  const settled = async (): Promise<void> => {
    let before = -1
    while (before !== reads.length) {
      before = reads.length
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { reader, reads, failures, state, settled }
}

it('reads only what is in view, at the level that is drawn, and draws each channel', async () => {
  const { file, bytes } = outlineOf(600, [[30, 100.5], [500]])
  const { reader, reads, settled, failures } = reading(bytes)
  reader.update(file)
  reader.want(0, 600, 0.5)
  await settled()
  const total = () => reads.reduce((sum, { length }) => sum + length, 0)
  expect(total()).toBeLessThan(40_000)
  expect(bytes.length).toBeGreaterThan(1_200_000)
  const highs = (channel: number, secondsPerPixel = 0.5, from = 0, to = 600): number[] => {
    const found: number[] = []
    for (let pixel = 0; pixel < Math.round((to - from) / secondsPerPixel); pixel++) {
      const at = from + pixel * secondsPerPixel
      const { high } = reader.extremes(channel, at, at + secondsPerPixel, secondsPerPixel)
      if (high > 0) found.push(Math.floor(at))
    }
    return found
  }
  // At this level a window is 0.16 s: the pixel before may show it too.
  expect([...new Set(highs(0))].filter((at) => at !== 29)).toEqual([30, 100])
  expect([...new Set(highs(1))].filter((at) => at !== 499)).toEqual([500])
  const before = total()
  // Closer: what was read stands in until the finer level is here.
  expect(reader.extremes(0, 30, 30.0025, 0.0025).high).toBeCloseTo(64 / 127)
  expect(reader.extremes(0, 30.05, 30.0525, 0.0025).high).toBeCloseTo(64 / 127)
  reader.want(28, 32, 0.0025)
  await settled()
  expect(reader.extremes(0, 30, 30.0025, 0.0025).high).toBeCloseTo(64 / 127)
  expect(reader.extremes(0, 30.05, 30.0525, 0.0025).high).toBe(0)
  expect(total() - before).toBeLessThan(40_000)
  const count = reads.length
  reader.want(28, 32, 0.0025)
  await settled()
  expect([reads.length, failures]).toEqual([count, []])
})

it('is silent outside of the media, and shows a moment that stands still', async () => {
  const { file, bytes } = outlineOf(3, [[1]])
  const { reader, reads, settled } = reading(bytes)
  const silence = { low: 0, high: 0 }
  expect(reader.extremes(0, 0, 1, 0.01)).toEqual(silence)
  reader.update(file)
  reader.want(-5, -1, 0.01)
  reader.want(3, 9, 0.01)
  expect(reads).toEqual([])
  reader.want(-1, 9, 0.0025)
  await settled()
  expect([
    reader.extremes(0, -2, -1, 0.0025),
    reader.extremes(0, 3, 4, 0.0025),
    reader.extremes(0, 1, 1, 0).high > 0,
  ]).toEqual([silence, silence, true])
})

it('shows what there is of a growing file, its end from finer levels', async () => {
  const { file, bytes } = outlineOf(60, [[5, 25, 45]])
  const { reader, settled } = reading(bytes)
  // 20 chunks of the finest level, of which 16 make one of the level after the next: 51.2 s.
  const loud = (): number[] =>
    Array.from({ length: 60 }, (_, at) => at).filter(
      (at) => reader.extremes(0, at + 0.01, at + 1, 0.04).high > 0 || isLoudAt(at),
    )
  const isLoudAt = (at: number): boolean => reader.extremes(0, at, at + 0.01, 0.04).high > 0
  const versions = new Set<number>()
  reader.subscribe(() => versions.add(reader.version()))
  for (const [count, seen] of [
    [3 * 1024, [5]],
    [11 * 1024, [5, 25]],
    [20 * 1024, [5, 25, 45]],
  ] as const) {
    reader.update({ ...file, count, isWhole: false })
    reader.want(0, 60, 0.04)
    await settled()
    expect(loud().filter((at) => [5, 25, 45].includes(at))).toEqual(seen)
  }
  reader.update(file)
  reader.want(0, 60, 0.04)
  await settled()
  expect(loud().filter((at) => [5, 25, 45].includes(at))).toEqual([5, 25, 45])
  expect(versions.size).toBeGreaterThan(6)
})

it('asks again for what was purged, once it is there again', async () => {
  const { file, bytes } = outlineOf(10, [[4]])
  const { reader, reads, state, settled, failures } = reading(bytes)
  state.isGone = true
  reader.update(file)
  reader.want(0, 10, 0.0025)
  await settled()
  expect([reader.extremes(0, 4, 4.01, 0.0025).high, failures]).toEqual([0, []])
  const count = reads.length
  state.isGone = false
  reader.update({ ...file })
  reader.want(0, 10, 0.0025)
  await settled()
  expect(reads.length).toBeGreaterThan(count)
  expect(reader.extremes(0, 4, 4.01, 0.0025).high).toBeCloseTo(64 / 127)
})

it('looks over twelve hours with little to read and to keep', async () => {
  const file = { channels: 2, count: 12 * 3600 * 400, isWhole: true }
  const read: number[] = []
  const reader = createPeakReader({
    async read(offset, length) {
      expect(offset + length).toBeLessThanOrEqual(fileBytes(file))
      read.push(length)
      return new Uint8Array(length)
    },
    onFailure: (error) => {
      throw error
    },
  })
  reader.update(file)
  for (let width = 12 * 3600; width > 1; width /= 4) {
    read.length = 0
    reader.want(20_000, 20_000 + width, width / 1500)
    expect(read.length).toBeLessThan(12)
    expect(read.reduce((sum, length) => sum + length, 0)).toBeLessThan(150_000)
  }
})
