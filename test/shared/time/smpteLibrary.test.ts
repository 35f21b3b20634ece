/**
 * Drop-frame labels against the tables of an independent library (`smpte-timecode`). It knows 29.97 and 59.94; at
 * 119.88 it would skip as many numbers as at 59.94, so there only the counting of timecode.test.ts is the oracle.
 */
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { RATES } from '../../../shared/time/frames.ts'
import { formatTimecode, parseTimecode } from '../../../shared/time/timecode.ts'
import { isSoak } from '../../soak.ts'

interface Label {
  readonly frameCount: number
  toString(): string
}
type Library = new (from: number | string, rate: [number, number], dropFrame: boolean) => Label
const Timecode = createRequire(import.meta.url)('smpte-timecode') as Library

const PER_HOUR = { '29.97': 107_892, '59.94': 215_784 } as const
/** Coprime to the frames of a second, a minute and ten minutes, so that a sample meets every kind of label. */
const STRIDE = 101

/** Every frame in soak; otherwise every 101st and those about each of the 1440 minutes of a day. */
function* framesOfDay(perHour: number): Generator<number> {
  const day = 24 * perHour
  if (isSoak) for (let frame = 0; frame < day; frame++) yield frame
  else {
    for (let frame = 0; frame < day; frame += STRIDE) yield frame
    for (let minute = 0; minute <= 24 * 60; minute++) {
      const near = Math.round((minute * perHour) / 60)
      for (let by = -12; by <= 12; by++) if (near + by >= 0 && near + by < day) yield near + by
    }
  }
}

it.each(['29.97', '59.94'] as const)(
  'the labels of a day at %s are the library’s, both ways',
  (name) => {
    const rate = RATES[name] ?? { num: 0, den: 1 }
    const exact: [number, number] = [rate.num, rate.den]
    const wrong: string[] = []
    let checked = 0
    for (const frame of framesOfDay(PER_HOUR[name])) {
      checked++
      const label = formatTimecode(frame, rate)
      const theirs = new Timecode(frame, exact, true).toString()
      const back = parseTimecode(theirs, rate)
      const counted = new Timecode(label, exact, true).frameCount
      if (label !== theirs || back !== frame || counted !== frame) {
        wrong.push(`${frame}: ${label}, theirs ${theirs}; back ${back}, theirs ${counted}`)
      }
    }
    process.stdout.write(
      `${name}: ${checked} of ${24 * PER_HOUR[name]} labels compared, ${wrong.length} differ\n`,
    )
    expect(wrong.slice(0, 5)).toEqual([])
    expect(formatTimecode(24 * PER_HOUR[name] - 1, rate)).toMatch(/^23:59:59;/)
  },
  isSoak ? 1_800_000 : 60_000,
)
