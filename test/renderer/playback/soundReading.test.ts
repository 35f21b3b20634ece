import { expect, test } from 'vitest'
import type { DecodedPiece } from '../../../renderer/playback/soundPieces.ts'
import { type Heard, type ReadSound, soundPieces } from '../../../renderer/playback/soundReading.ts'

const RATE = 1000
const MIX = { left: [1], right: [1] }

/** A medium of so many seconds whose every sample is its number; packets of 64 samples, aligned as a file's are. */
const medium = (seconds: number): ReadSound =>
  async function* (from, to) {
    const first = Math.max(0, Math.floor((from * RATE) / 64))
    for (let packet = first; packet * 64 < Math.min(seconds, to) * RATE; packet++) {
      const samples = Float32Array.from(
        { length: Math.min(64, seconds * RATE - packet * 64) },
        (_, i) => packet * 64 + i + 1,
      )
      yield {
        ...{ timestamp: (packet * 64) / RATE, sampleRate: RATE, channels: [samples] },
      } satisfies DecodedPiece
    }
  }

async function played(seconds: number, heard: Heard): Promise<number[]> {
  const out: number[] = []
  for await (const { time, sound } of soundPieces(medium(seconds), heard, MIX)) {
    expect(Math.round(time * RATE)).toBe(out.length)
    out.push(...sound[0])
  }
  return out
}
const down = (from: number, to: number): number[] =>
  Array.from({ length: from - to + 1 }, (_, i) => from - i)

test('backwards every sample is heard once, from the last to the first', async () => {
  const heard = { mediaStart: 1.73, length: 1.3, playbackRate: -1 }
  expect(await played(2, heard)).toEqual(down(1730, 431))
})

test('before the beginning and behind the end it is silent', async () => {
  const silence = (length: number): number[] => Array.from({ length }, () => 0)
  const heard = { mediaStart: 2.6, length: 2.7, playbackRate: -1 }
  expect(await played(2, heard)).toEqual([...silence(600), ...down(2000, 1), ...silence(100)])
})

test('faster backwards takes as much less time', async () => {
  const out = await played(2, { mediaStart: 2, length: 0.8, playbackRate: -2 })
  expect(out.length).toBeGreaterThanOrEqual(800)
  // It goes on falling all the way.
  expect([out[0], Math.round(out[799] ?? 0)]).toEqual([2000, expect.closeTo(400, -2)])
})

test('forwards begins on the sample that is asked for', async () => {
  const heard = { mediaStart: 0.5, length: 0.2, playbackRate: 1 }
  expect((await played(2, heard)).slice(0, 200)).toEqual(down(700, 501).toReversed())
})
