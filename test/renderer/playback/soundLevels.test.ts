import { expect, test } from 'vitest'
import {
  decibels,
  isSilent,
  largestSince,
  type MeterLevel,
  moved,
  SILENT,
} from '../../../renderer/playback/soundLevels.ts'

test('a sample of full size is 0 dB, half of it -6, twice as much +6, and silence is the bottom', () => {
  expect([1, 0.5, 2, 1e-9, 0].map((factor) => Number(decibels(factor).toFixed(2)))).toEqual([
    ...[0, -6.02, 6.02, -60, -60],
  ])
})

test('a level jumps up, falls 20 dB in 1.7 s, and its peak is held before it follows', () => {
  const steps: MeterLevel[] = [moved(SILENT, -6, 0.01)]
  for (let i = 0; i < 7; i++) steps.push(moved(steps.at(-1) ?? SILENT, -60, 0.85))
  expect(steps.map(({ level, held }) => [Math.round(level), Math.round(held * 10) / 10])).toEqual([
    [-6, -6],
    [-16, -6],
    // Held for 0.65 s of these, and fallen for the rest.
    [-26, -8.4],
    [-36, -18.4],
    [-46, -28.4],
    [-56, -38.4],
    [-60, -48.4],
    [-60, -58.4],
  ])
  expect(steps.map((step) => isSilent(step))).not.toContain(true)
  expect(isSilent(moved(steps.at(-1) ?? SILENT, -60, 0.85))).toBe(true)
})

test('a louder peak is held anew', () => {
  const held = moved(moved(SILENT, -20, 0.1), -60, 1)
  expect(moved(held, -12, 0.1)).toEqual({ level: -12, held: -12, holds: 1.5 })
})

test('only what is new and heard already is looked at, whatever its sign', () => {
  const samples = new Float32Array(4096)
  samples[1000] = 0.9
  samples[3000] = -0.5
  samples[4000] = 0.7
  expect(
    [
      largestSince(samples, 4096, 0),
      // From 1596 on: what lies before has been seen.
      largestSince(samples, 2500, 0),
      // The last hundred are not heard yet.
      largestSince(samples, 2500, 100),
      largestSince(samples, 100, 0),
      // More than is kept.
      largestSince(samples, 10_000, 4096),
      largestSince(samples, 10_000, 0),
    ].map((value) => Number(value.toFixed(2))),
  ).toEqual([0.9, 0.7, 0.5, 0.7, 0, 0.9])
})
