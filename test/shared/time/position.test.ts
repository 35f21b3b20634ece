import { expect, test } from 'vitest'
import { formatPosition, parsePosition, TIME_DISPLAYS } from '../../../shared/time/position.ts'
import { rational } from '../../../shared/time/rational.ts'

const film = rational(24)
const ntsc = rational(30000, 1001)

test('a place reads as timecode, frames or seconds', () => {
  const read = (frame: number, rate = film) =>
    TIME_DISPLAYS.map((display) => formatPosition(frame, rate, display))
  expect(read(0)).toEqual(['00:00:00:00', '0', '0.00'])
  expect(read(1499)).toEqual(['00:01:02:11', '1499', '62.46'])
  expect(read(1800, ntsc)).toEqual(['00:01:00;02', '1800', '60.06'])
  expect(read(121, rational(120))).toEqual(['00:00:01:001', '121', '1.008'])
})

test('what reads as a place is typed as one', () => {
  for (const rate of [film, ntsc, rational(120)]) {
    for (const display of TIME_DISPLAYS) {
      for (const frame of [0, 1, 47, 48, 1001, 86_399]) {
        const text = formatPosition(frame, rate, display)
        expect([text, parsePosition(text, rate, 0, display)]).toEqual([text, frame])
      }
    }
  }
})

test('a plain number counts what is displayed, and a sign goes on from here', () => {
  const typed = (text: string) =>
    TIME_DISPLAYS.map((display) => parsePosition(text, film, 100, display))
  expect(typed('1500')).toEqual([360, 1500, 36_000])
  expect(typed('+2')).toEqual([102, 102, 148])
  expect(typed('-2')).toEqual([98, 98, 52])
  expect(typed('2.5')).toEqual([60, 60, 60])
  expect(typed('1:00')).toEqual([24, 24, 24])
  expect(typed('soon')).toEqual([null, null, null])
})
