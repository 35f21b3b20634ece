import { expect, test } from 'vitest'
import {
  markersInView,
  tickSpacing,
  tickSteps,
  ticks,
} from '../../../renderer/features/timeline/ticks.ts'
import { rational } from '../../../shared/time/rational.ts'

const film = rational(24)

test('steps within a second divide it; above it they are whole seconds', () => {
  expect(tickSteps(film).slice(0, 10)).toEqual([1, 2, 3, 4, 6, 8, 12, 24, 48, 120])
  expect(tickSteps(rational(30000, 1001)).slice(0, 9)).toEqual([1, 2, 3, 5, 6, 10, 15, 30, 60])
})

test('labels have room and the marks between them divide their distance, at every zoom', () => {
  expect(tickSpacing(1 / 48, film)).toEqual({ major: 2, minor: 1 })
  expect(tickSpacing(24 / 118, film)).toEqual({ major: 24, minor: 3 })
  expect(tickSpacing(1, film)).toEqual({ major: 120, minor: 24 })
  expect(tickSpacing(100, film)).toEqual({ major: 14400, minor: 1440 })
})

test('marks cover the window and nothing else, with timecode from the timeline’s start', () => {
  const shown = ticks(
    { framesPerPixel: 1, scrollFrame: 130 },
    250,
    { rate: film, startFrame: 86400 },
    'timecode',
  )
  expect(shown).toEqual([
    { frame: 120, x: -10, label: '01:00:05:00' },
    { frame: 144, x: 14, label: null },
    { frame: 168, x: 38, label: null },
    { frame: 192, x: 62, label: null },
    { frame: 216, x: 86, label: null },
    { frame: 240, x: 110, label: '01:00:10:00' },
    { frame: 264, x: 134, label: null },
    { frame: 288, x: 158, label: null },
    { frame: 312, x: 182, label: null },
    { frame: 336, x: 206, label: null },
    { frame: 360, x: 230, label: '01:00:15:00' },
  ])
})

test('of thousands of markers those in the window are shown, one for each few pixels', () => {
  const markers = Array.from({ length: 10_000 }, (_, order) => ({ frame: order * 10 }))
  const near = { framesPerPixel: 1, scrollFrame: 1000 }
  expect(markersInView(markers, near, 100).map(({ frame }) => frame)).toEqual([
    1000, 1010, 1020, 1030, 1040, 1050, 1060, 1070, 1080, 1090, 1100,
  ])
  const whole = { framesPerPixel: 100, scrollFrame: 0 }
  const shown = markersInView(markers, whole, 1000)
  expect([shown.length, shown[0], shown[1]]).toEqual([200, { frame: 0 }, { frame: 500 }])
  // Scrolled by a little, the same ones are shown.
  const moved = markersInView(markers, { ...whole, scrollFrame: 730 }, 1000)
  expect(shown).toEqual(expect.arrayContaining(moved))
  expect(markersInView([], near, 100)).toEqual([])
})
