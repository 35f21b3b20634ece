/** Sound at other speeds in the viewer: its pitch, its length, its first sample. */
import { describe, expect, it } from 'vitest'
import {
  createPieceMaker,
  type DecodedPiece,
  type ReadyPiece,
  stereoOf,
} from '../../../renderer/playback/soundPieces.ts'
import { createStretch, joined, type Stereo } from '../../../renderer/playback/stretch.ts'
import { stereoMix } from '../../../shared/render/stereoMix.ts'
import { rms, strongestTone } from '../../fixtures/sounds.ts'

const RATE = 48_000
const tone = (hertz: number, seconds: number, loud = 0.5): Float32Array =>
  Float32Array.from(
    { length: RATE * seconds },
    (_, n) => loud * Math.sin((2 * Math.PI * hertz * n) / RATE),
  )

/** Through a stretch in pieces of a decoder's size. */
function stretched(speed: number, [left, right]: Stereo): Stereo {
  const stretch = createStretch(speed, RATE)
  const out: Stereo[] = []
  for (let at = 0; at < left.length; at += 1024)
    out.push(stretch.push([left.subarray(at, at + 1024), right.subarray(at, at + 1024)]))
  return joined([...out, stretch.end()])
}

describe('a stretch', () => {
  it.each([1.5, 2, 0.5, 0.25, 3.7])('at %d keeps the pitch and the loudness', (speed) => {
    const source = tone(440, 3)
    const [left, right] = stretched(speed, [source, source])
    const middle = left.slice(RATE / 4, RATE / 2)
    expect(strongestTone(middle, RATE, [80, 1700])).toBe(440)
    expect(rms(middle, 0, middle.length) / (0.5 / Math.SQRT2)).toBeCloseTo(1, 2)
    expect([left.length, right.length]).toEqual(Array(2).fill(Math.round(source.length / speed)))
    expect(right).toEqual(left)
  })

  it('keeps voices of several tones, low ones too', () => {
    const [low, high] = [tone(82, 2, 0.3), tone(1318, 2, 0.2)]
    const chord = low.map((value, n) => value + (high[n] ?? 0))
    const [left] = stretched(1.5, [chord, chord])
    const middle = left.slice(RATE / 4, (RATE * 3) / 4)
    expect(strongestTone(middle, RATE, [40, 200])).toBe(82)
    expect(strongestTone(middle, RATE, [800, 2000])).toBe(1318)
  })

  it('begins with the source’s first sample, and stays where the speed has it', () => {
    // A click every half second.
    const clicks = Float32Array.from({ length: RATE * 4 }, (_, n) =>
      n % (RATE / 2) < 48 ? 0.9 : 0,
    )
    const [left] = stretched(1.5, [clicks, clicks])
    expect(left.slice(0, 48)).toEqual(clicks.slice(0, 48))
    const onsets: number[] = []
    left.forEach((value, n) => {
      if (value > 0.4 && n - (onsets.at(-1) ?? -RATE) > RATE / 10) onsets.push(n)
    })
    expect(onsets).toHaveLength(8)
    const late = onsets.map((n, i) => Math.abs(n / RATE - i / 3))
    // Not further than its reach and a piece from where it belongs: less than a frame.
    expect(Math.max(...late)).toBeLessThan(0.032)
  })

  it('gives silence for silence', () => {
    const nothing = new Float32Array(RATE)
    expect(stretched(2, [nothing, nothing])[0].every((value) => value === 0)).toBe(true)
  })
})

describe('pieces of a file', () => {
  const piece = (timestamp: number, ...channels: Float32Array<ArrayBuffer>[]): DecodedPiece => ({
    ...{ timestamp, sampleRate: RATE, channels },
  })
  const counted = (from: number, length: number): Float32Array<ArrayBuffer> =>
    Float32Array.from({ length }, (_, n) => from + n)
  const mono = stereoMix({ channels: 1 })
  const heard = (pieces: readonly ReadyPiece[]) =>
    pieces.map(({ time, sound }) => [Math.round(time * RATE), sound[0][0], sound[0].length])

  it('begin on the sample that is wanted, follow one another, and are silent where there is nothing', () => {
    const maker = createPieceMaker(100 / RATE, 1, mono)
    const take = (from: number) => heard(maker.take(piece(from / RATE, counted(from, 60))))
    expect([take(0), take(60), take(120), take(200)]).toEqual([
      [],
      [[0, 100, 20]],
      [[20, 120, 60]],
      // 20 samples are missing.
      [[80, 0, 80]],
    ])
  })

  it('start late where the file does', () => {
    const maker = createPieceMaker(0, 1, mono)
    const [made] = maker.take(piece(30 / RATE, counted(30, 10)))
    expect(made?.sound[1].slice(28, 33)).toEqual(Float32Array.from([0, 0, 30, 31, 32]))
  })

  it('are stretched as one stream', () => {
    const maker = createPieceMaker(0, 2, mono)
    const source = tone(440, 2)
    const out: ReadyPiece[] = []
    for (let at = 0; at < source.length; at += 1000)
      out.push(...maker.take(piece(at / RATE, source.slice(at, at + 1000))))
    out.push(...maker.end())
    let next = 0
    for (const { time, sound } of out) {
      expect(Math.round(time * RATE)).toBe(next)
      next += sound[0].length
    }
    expect(next).toBe(RATE)
  })

  it('of any layout are heard on two sides', () => {
    const levels = (layout: string | undefined, ...values: number[]): number[] =>
      stereoOf(
        values.map((value) => Float32Array.of(value)),
        stereoMix({ channels: values.length, ...(layout !== undefined && { layout }) }),
      ).map((side) => Number((side[0] ?? 0).toFixed(3)))
    expect([
      levels('mono', 0.5),
      levels('stereo', 0.1, 0.2),
      levels('3.0', 0.1, 0.2, 0.4),
      levels(undefined, 0.1, 0.2, 0.4, 0.8),
      levels('4.0', 0.1, 0.2, 0.4, 0.8),
      // Left, right, centre, low frequencies, behind left and right.
      levels('5.1(side)', 0.1, 0.2, 0.4, 0.9, 0.05, 0.07),
      levels('7.1', 0.1, 0.2, 0.4, 0.9, 0.05, 0.07, 0.1, 0.2),
      levels(undefined, ...Array.from({ length: 16 }, (_, i) => (i + 1) / 100)),
    ]).toEqual([
      [0.5, 0.5],
      [0.1, 0.2],
      [0.383, 0.483],
      [0.383, 0.766],
      [0.783, 0.883],
      [0.418, 0.532],
      [0.489, 0.674],
      [0.01, 0.02],
    ])
  })
})
