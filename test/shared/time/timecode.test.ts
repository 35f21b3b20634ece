import { describe, expect, it } from 'vitest'
import { formatRate, frameAt, RATE_NAMES, RATES, secondsAt } from '../../../shared/time/frames.ts'
import { parseRational, type Rational, rational } from '../../../shared/time/rational.ts'
import { formatTimecode, parseTimecode, supportsDropFrame } from '../../../shared/time/timecode.ts'
import { isSoak } from '../../soak.ts'

const rateOf = (name: string): Rational => {
  const rate = RATES[name]
  if (!rate) throw new Error(`There is no rate ${name}`)
  return rate
}

const DROP = ['29.97', '59.94', '119.88'] as const

/**
 * Counts timecodes the way the standard words it: every frame number in turn, leaving out the first ones of each
 * minute that is no tenth. Shares nothing with the formula under test.
 */
function* counted(perSecond: number, dropped: number, hours: number): Generator<string> {
  const pad = (n: number): string => String(n).padStart(2, '0')
  const width = perSecond > 100 ? 3 : 2
  for (let minute = 0; minute < hours * 60; minute++) {
    const head = `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
    for (let second = 0; second < 60; second++) {
      const first = second === 0 && minute % 10 !== 0 ? dropped : 0
      for (let frame = first; frame < perSecond; frame++) {
        yield `${head}:${pad(second)};${String(frame).padStart(width, '0')}`
      }
    }
  }
}

describe('drop-frame timecode', () => {
  // A day in soak; two hours and every minute of a day (below) otherwise.
  const hours = isSoak ? 24 : 2

  it.each([
    ['29.97', 30, 2, 107_892],
    ['59.94', 60, 4, 215_784],
    ['119.88', 120, 8, 431_568],
  ] as const)(
    'at %s agrees with counting',
    (name, perSecond, dropped, perHour) => {
      const rate = rateOf(name)
      const wrong: string[] = []
      let frame = 0
      for (const timecode of counted(perSecond, dropped, hours)) {
        if (isSoak || frame % 7 === 0) {
          const back = parseTimecode(timecode, rate)
          if (formatTimecode(frame, rate) !== timecode || back !== frame) {
            wrong.push(`${frame} is ${timecode}, not ${formatTimecode(frame, rate)}; back ${back}`)
          }
        }
        frame++
      }
      expect([frame, wrong.slice(0, 5)]).toEqual([hours * perHour, []])
    },
    isSoak ? 1_800_000 : 30_000,
  )

  it.each(DROP)('at %s is right at every minute of a day', (name) => {
    const rate = rateOf(name)
    const perSecond = Math.round(rate.num / rate.den)
    const dropped = (perSecond / 30) * 2
    const wrong: number[] = []
    for (let minute = 1; minute < 24 * 60; minute++) {
      const start = minute * 60 * perSecond - dropped * (minute - Math.floor(minute / 10))
      const isTenth = minute % 10 === 0
      const expected = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00;`
      const width = perSecond > 100 ? 3 : 2
      const first = formatTimecode(isTenth ? start : start + dropped, rate)
      const number = String(isTenth ? 0 : dropped).padStart(width, '0')
      if (first !== `${expected}${number}`) wrong.push(minute)
      const last = formatTimecode((isTenth ? start : start + dropped) - 1, rate)
      if (!last.endsWith(`:59;${perSecond - 1}`)) wrong.push(-minute)
    }
    expect(wrong).toEqual([])
  })

  // Boundaries as SMPTE ST 12-1 and every converter give them.
  it.each([
    ['29.97', 1799, '00:00:59;29'],
    ['29.97', 1800, '00:01:00;02'],
    ['29.97', 17981, '00:09:59;29'],
    ['29.97', 17982, '00:10:00;00'],
    ['29.97', 107892, '01:00:00;00'],
    ['59.94', 3600, '00:01:00;04'],
    ['59.94', 215784, '01:00:00;00'],
    ['119.88', 7200, '00:01:00;008'],
    ['119.88', 431568, '01:00:00;000'],
  ] as const)('at %s frame %i is %s', (name, frame, timecode) => {
    expect(formatTimecode(frame, rateOf(name))).toBe(timecode)
    expect(parseTimecode(timecode, rateOf(name))).toBe(frame)
  })

  it('exists for the 30 family only', () => {
    expect(Object.keys(RATES).filter((name) => supportsDropFrame(rateOf(name)))).toEqual([...DROP])
  })

  it('can be left out', () => {
    expect(formatTimecode(1800, rateOf('29.97'), false)).toBe('00:01:00:00')
    expect(parseTimecode('00:01:00:00', rateOf('29.97'), 0, false)).toBe(1800)
  })
})

describe('timecode', () => {
  it.each(Object.keys(RATES))('at %s comes back from text', (name) => {
    const rate = rateOf(name)
    const wrong: number[] = []
    for (let frame = 0; frame < 400_000; frame += 97) {
      if (parseTimecode(formatTimecode(frame, rate), rate) !== frame) wrong.push(frame)
    }
    expect(wrong).toEqual([])
  })

  it('shows negative frames and more than a day', () => {
    expect([
      formatTimecode(-14, rational(24)),
      formatTimecode(100 * 3600 * 25, rational(25)),
      formatTimecode(119, rational(120)),
    ]).toEqual(['-00:00:00:14', '100:00:00:00', '00:00:00:119'])
  })

  // What an editor types, with the playhead at frame 100.
  it.each<[string, string, number | null]>([
    ['24', '1500', 360],
    ['24', '90', 90],
    ['24', '100', 24],
    ['24', '01020304', ((1 * 60 + 2) * 60 + 3) * 24 + 4],
    ['24', '1:02:03', 62 * 24 + 3],
    ['24', '01:02:03:04', ((1 * 60 + 2) * 60 + 3) * 24 + 4],
    ['24', '+30', 130],
    ['24', '+ 30', 130],
    ['24', '+100', 124],
    ['24', '-1:00', 76],
    ['24', '-5:00', -20],
    ['24', '+1.5', 136],
    ['24', '2.5', 60],
    ['24', '2,5', 60],
    ['24', '.5', 12],
    ['23.976', '2.5', 60],
    ['23.976', '1.0', 24],
    ['23.976', '41.7', 1000],
    ['29.97', '33.34', 999],
    ['29.97', '33.35', 1000],
    ['29.97', '00:01:00;00', 1800],
    ['29.97', '00:01:00:01', 1800],
    ['29.97', '10000', 1800],
    ['29.97', '9000', 2698],
    ['29.97', '+1:00', 130],
    ['120', '00:00:01:119', 239],
    ['120', '1119', 239],
    ['24', '00:00:60:00', null],
    ['24', '00:60:00:00', null],
    ['24', '00:00:00:24', null],
    ['24', '00000024', null],
    ['24', '1:2:3:4:5', null],
    ['24', '123456789', null],
    ['24', 'now', null],
    ['24', '', null],
    ['24', '+', null],
    ['24', '1..5', null],
  ])('at %s reads "%s" as %s', (name, text, frame) => {
    expect(parseTimecode(text, rateOf(name), 100)).toBe(frame)
  })
})

// conventions.md, "Click it and type", at every rate it names; the playhead is at frame 1000.
describe('what conventions.md says can be typed', () => {
  it.each<[rate: string, fifteenSeconds: number, secondEarlier: number, twoAndAHalf: number]>([
    ['23.976', 360, 976, 60],
    ['24', 360, 976, 60],
    ['25', 375, 975, 63],
    ['29.97', 450, 970, 75],
    ['30', 450, 970, 75],
    ['48', 720, 952, 120],
    ['50', 750, 950, 125],
    ['59.94', 900, 940, 150],
    ['60', 900, 940, 150],
    // Frames have three digits here, so that 15:00 is typed as 15000.
    ['119.88', 1800, 880, 300],
    ['120', 1800, 880, 300],
  ])('at %s', (name, fifteenSeconds, secondEarlier, twoAndAHalf) => {
    const rate = rateOf(name)
    const read = (text: string) => parseTimecode(text, rate, 1000)
    const digits = rate.num / rate.den > 100 ? '15000' : '1500'
    expect([
      ...[read(digits), read('15:00'), read('0:15:0'), read('+30'), read('+ 30')],
      ...[read('-1:00'), read('2.5'), read('2,5'), read('+2.5'), read('-2.5')],
    ]).toEqual([
      ...[fifteenSeconds, fifteenSeconds, fifteenSeconds, 1030, 1030],
      ...[secondEarlier, twoAndAHalf, twoAndAHalf, 1000 + twoAndAHalf, 1000 - twoAndAHalf],
    ])
    const separator = ['29.97', '59.94', '119.88'].includes(name) ? ';' : ':'
    const shown = formatTimecode(fifteenSeconds, rate)
    expect([shown, read(shown)]).toEqual([
      `00:00:15${separator}${rate.num / rate.den > 100 ? '000' : '00'}`,
      fifteenSeconds,
    ])
  })

  it('names every rate there is, offered from slow to fast', () => {
    expect(RATE_NAMES).toEqual([
      ...['23.976', '24', '25', '29.97', '30', '48', '50', '59.94', '60', '119.88', '120'],
    ])
  })
})

describe('frames', () => {
  it.each(Object.keys(RATES))('at %s start at exact seconds', (name) => {
    const rate = rateOf(name)
    const wrong = [1, 2, 1001, 123_457, 10_357_632].filter(
      (frame) =>
        frameAt(secondsAt(frame, rate), rate) !== frame ||
        frameAt(secondsAt(frame, rate), rate, 'ceil') !== frame,
    )
    expect([wrong, formatRate(rate)]).toEqual([[], name])
  })

  it('hold the time until the next one starts', () => {
    const rate = rateOf('23.976')
    expect([
      frameAt(parseRational('1.0'), rate),
      frameAt(parseRational('1.001'), rate),
      frameAt(parseRational('1.0'), rate, 'nearest'),
      formatRate(rational(15)),
      formatRate(rational(125, 10)),
    ]).toEqual([23, 24, 24, '15', '12.5'])
  })
})
