import { expect, test } from 'vitest'
import { createDrops } from '../../../renderer/playback/drops.ts'

/** Moves at 24 frames a second, one call for each frame that the playhead comes to; painted are those of `seen`. */
function played(frames: readonly number[], speed: number, seen: (frame: number) => boolean) {
  let dropped = 0
  const drops = createDrops((count) => {
    dropped += count
  })
  drops.moved(frames[0] ?? 0, frames[0] ?? 0, speed, 0)
  for (const [i, frame] of frames.entries()) {
    drops.moved(frames[i - 1] ?? frame, frame, speed, (i * 1000) / 24)
    if (seen(frame)) drops.painted(frame)
  }
  return dropped
}
const from = (first: number, count: number, by = 1): number[] =>
  Array.from({ length: count }, (_, i) => first + i * by)

test('frames that are passed over are counted, to both sides', () => {
  expect([
    played(from(0, 20), 1, () => true),
    played(from(0, 20), 1, (frame) => frame % 3 === 0),
    played(from(40, 20, -1), -1, (frame) => frame % 2 === 0),
  ]).toEqual([0, 12, 9])
})

test('going round, and going elsewhere while it plays, drops nothing', () => {
  expect(played([...from(0, 10), ...from(0, 10)], 1, () => true)).toBe(0)
  expect(played([...from(0, 10), ...from(500, 10)], 1, () => true)).toBe(0)
})

test('at other speeds nothing is due', () => {
  expect(played(from(0, 10, 2), 2, () => true)).toBe(0)
})
