import { expect, it } from 'vitest'
import {
  DENSITIES,
  denseTileAt,
  densityFor,
  segmentSpan,
  tileInterval,
} from '../../../shared/render/filmstrip.ts'
import { rational, toNumber } from '../../../shared/time/rational.ts'

it('tiles lie from a minute to a sixteenth of a second apart', () => {
  const intervals = Array.from({ length: DENSITIES }, (_, density) => tileInterval(density))
  expect([intervals[0], intervals[6], intervals.at(-1)]).toEqual([
    rational(64),
    rational(1),
    rational(1, 16),
  ])
})

it('a slot has a tile of its own, where the whole strip has none and the film has pictures', () => {
  // A film of two hours: a tile every two minutes, 24 pictures a second.
  const of = (seconds: number) => densityFor(seconds, 120, 1 / 24)
  expect([of(500), of(120), of(119), of(33), of(1), of(0.3), of(0.01)]).toEqual([
    ...[null, null, 0, 1, 6, 8, 10],
  ])
  for (const seconds of [100, 7, 0.9]) {
    const density = of(seconds)
    const interval = toNumber(tileInterval(density ?? 0))
    expect(interval <= seconds && interval * 2 > seconds).toBe(true)
  }
  // A picture a second.
  expect([densityFor(2, 120, 1), densityFor(0.1, 120, 1)]).toEqual([5, 6])
  // A short film, whose strip has every picture already.
  expect(densityFor(0.01, 1 / 24, 1 / 24)).toBeNull()
  // Ten pictures in twenty seconds have nothing between them.
  expect(densityFor(0.5, 2, 2)).toBeNull()
})

it('a segment holds eight tiles, the last one what is left of the film', () => {
  const span = (segment: number) => segmentSpan({ density: 6, segment }, rational(43, 2))
  expect([span(0), span(2), span(3), span(-1)]).toEqual([
    { start: rational(0), end: rational(8), count: 8 },
    { start: rational(16), end: rational(22), count: 6 },
    null,
    null,
  ])
  expect([
    denseTileAt(6, 0),
    denseTileAt(6, 9.99),
    denseTileAt(8, 1.3),
    denseTileAt(6, -3),
  ]).toEqual([0, 9, 5, 0])
})
