/** The time map through keyed speed, against an integral taken numerically and against looking frame by frame. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { framesInside } from '../../../shared/model/framesInside.ts'
import type { KeyframeId } from '../../../shared/model/ids.ts'
import type { SpeedKeyframe } from '../../../shared/model/speedCurve.ts'
import {
  advanced,
  type Motion,
  mediaSpan,
  mediaTimeAt,
  positionOf,
} from '../../../shared/model/timeMap.ts'
import { RATES } from '../../../shared/time/frames.ts'
import { compare, rational, toNumber } from '../../../shared/time/rational.ts'
import { joinedBack, sliced } from '../edit/keyedClip.ts'
import { seeded } from './seeded.ts'
import { slowSpeed, slowTravel } from './slowMedia.ts'

const rateArbitrary = fc
  .constantFrom('23.976', '24', '25', '29.97', '59.94', '119.88', '120')
  .map((name) => RATES[name] ?? rational(24))

const speedsOf = (least: number) =>
  fc
    .tuple(fc.integer({ min: least, max: 400 }), fc.constantFrom(100, 100, 3, 7, 1001, 10_000))
    .map(([num, den]) => rational(num, den))

const keysOf = (least: number) =>
  fc
    .uniqueArray(fc.integer({ min: -80, max: 400 }), { minLength: 1, maxLength: 6 })
    .chain((frames) =>
      fc.tuple(
        ...frames
          .sort((a, b) => a - b)
          .map((frame, i) =>
            fc
              .record({
                speed: speedsOf(least),
                ease: fc.constantFrom('hold', 'linear', 'smooth' as const),
              })
              .map(({ speed, ease }): SpeedKeyframe => {
                return { id: `k${i}` as KeyframeId, frame, speed, ease: ease as 'hold' }
              }),
          ),
      ),
    )

const motionOf = (least: number) =>
  fc
    .record({ start: fc.integer({ min: 0, max: 9000 }), keys: keysOf(least) })
    .map(({ start, keys }) => ({
      sourceStart: rational(start, 1000),
      speed: rational(1),
      speedKeys: keys,
    }))

it('is the integral of the speed', () => {
  fc.assert(
    fc.property(
      motionOf(-400),
      rateArbitrary,
      fc.array(fc.integer({ min: -200, max: 600 }), { minLength: 1, maxLength: 8 }),
      (motion, rate, frames) => {
        const first = motion.speedKeys[0]?.frame ?? 0
        for (const frame of frames) {
          const expected =
            toNumber(motion.sourceStart) +
            slowTravel(motion.speedKeys, first, frame) / toNumber(rate)
          expect(
            Math.abs(toNumber(mediaTimeAt(motion, frame, rate)) - expected),
          ).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(expected)))
        }
      },
    ),
    seeded({ sample: 400, soak: 20_000 }),
  )
})

it('rises wherever the speed is above 0, and is turned back exactly', () => {
  fc.assert(
    fc.property(motionOf(1), rateArbitrary, (motion, rate) => {
      const clip = { ...motion, duration: 300 }
      let last = mediaTimeAt(motion, -101, rate)
      for (let frame = -100; frame < 450; frame += 7) {
        const time = mediaTimeAt(motion, frame, rate)
        expect(compare(time, last)).toBe(1)
        expect(positionOf(clip, time, rate)).toBe(frame)
        const next = mediaTimeAt(motion, frame + 1, rate)
        const middle = (toNumber(time) + toNumber(next)) / 2
        const between = positionOf(clip, rational(Math.round(middle * 1e6), 1_000_000), rate)
        expect(between).toBeGreaterThanOrEqual(frame - 1)
        expect(between).toBeLessThanOrEqual(frame + 2)
        last = time
      }
    }),
    seeded({ sample: 150, soak: 5000 }),
  )
})

it('finds a place that shows the moment, forwards or backwards, where there is one', () => {
  fc.assert(
    fc.property(
      motionOf(-400),
      rateArbitrary,
      fc.integer({ min: 0, max: 299 }),
      (motion, rate, frame) => {
        const clip = { ...motion, duration: 300 }
        const time = mediaTimeAt(motion, frame, rate)
        const found = positionOf(clip, time, rate)
        if (found === null) {
          // Only where the clip stands still.
          expect(slowSpeed(motion.speedKeys, frame)).toBe(0)
          return
        }
        const around = [Math.floor(found), Math.ceil(found)].map((at) =>
          toNumber(mediaTimeAt(motion, at, rate)),
        )
        expect(found).toBeGreaterThanOrEqual(0)
        expect(found).toBeLessThanOrEqual(300)
        expect(Math.min(...around) - 1e-8).toBeLessThanOrEqual(toNumber(time))
        expect(Math.max(...around) + 1e-8).toBeGreaterThanOrEqual(toNumber(time))
      },
    ),
    seeded({ sample: 400, soak: 20_000 }),
  )
})

it('shows every frame exactly as before wherever and however often a clip is cut', () => {
  fc.assert(
    fc.property(
      motionOf(-400),
      rateArbitrary,
      fc.uniqueArray(fc.integer({ min: 1, max: 299 }), { minLength: 1, maxLength: 6 }),
      (motion, rate, cuts) => {
        const parts = sliced(
          motion,
          300,
          cuts.sort((a, b) => a - b),
          rate,
        )
        const seen = parts.flatMap((part) =>
          Array.from({ length: part.duration }, (_, frame) => mediaTimeAt(part, frame, rate)),
        )
        const whole = Array.from({ length: 300 }, (_, frame) => mediaTimeAt(motion, frame, rate))
        expect(seen).toEqual(whole)
        expect(joinedBack(parts, rate)).toBe(true)
      },
    ),
    seeded({ sample: 60, soak: 2000 }),
  )
})

const NO_LIMIT = 3000

/** Looking at one frame after the other. */
function counted(motion: Motion, length: number, rate: { num: number; den: number }, from: number) {
  const end = rational(length)
  let count = 0
  for (let frame = from; count < NO_LIMIT; frame++) {
    const time = mediaTimeAt(motion, frame, rate)
    if (time.num < 0 || compare(time, end) >= 0) return count
    count++
  }
  return count
}

it('knows how many frames lie inside the media', () => {
  fc.assert(
    fc.property(
      motionOf(-400),
      rateArbitrary,
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: -50, max: 350 }),
      (motion, rate, length, from) => {
        const inside = framesInside(motion, rational(length), rate, from, 'after')
        expect(Math.min(inside, NO_LIMIT)).toBe(counted(motion, length, rate, from))
        // Before a frame is after it, seen from the other end.
        const mirrored: Motion = {
          ...motion,
          speedKeys: motion.speedKeys.toReversed().map((key, i, all) => ({
            ...key,
            frame: -key.frame,
            speed: { num: -key.speed.num || 0, den: key.speed.den },
            ease: all[i + 1]?.ease ?? key.ease,
          })),
        }
        if (motion.speedKeys.some(({ ease }) => ease === 'hold')) return
        const last = motion.speedKeys.at(-1)?.frame ?? 0
        const turned = {
          ...mirrored,
          sourceStart: mediaTimeAt(motion, last, rate),
        }
        const before = framesInside(motion, rational(length), rate, from, 'before')
        const after = counted(turned, length, rate, -from + 1)
        expect(Math.abs(Math.min(before, NO_LIMIT) - after)).toBeLessThanOrEqual(1)
      },
    ),
    seeded({ sample: 150, soak: 5000 }),
  )
})

it('knows it at constant speed, too', () => {
  const steady = fc
    .tuple(fc.integer({ min: -500, max: 9000 }), speedsOf(-400))
    .map(([start, speed]) => ({ sourceStart: rational(start, 1000), speed }))
  fc.assert(
    fc.property(
      steady,
      rateArbitrary,
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: -50, max: 350 }),
      ({ sourceStart, speed }, rate, length, from) => {
        const motion = { sourceStart, speed }
        const inside = framesInside(motion, rational(length), rate, from, 'after')
        expect(Math.min(inside, NO_LIMIT)).toBe(counted(motion, length, rate, from))
        // Before a frame is after it, played backwards.
        const turned = {
          sourceStart: mediaTimeAt(motion, from - 1, rate),
          speed: { num: -speed.num || 0, den: speed.den },
        }
        const before = framesInside(motion, rational(length), rate, from, 'before')
        expect(Math.min(before, NO_LIMIT)).toBe(counted(turned, length, rate, 0))
      },
    ),
    seeded({ sample: 200, soak: 10_000 }),
  )
})

it('leaves the media late when it hardly moves', () => {
  const speedKeys = [
    { id: 'k' as KeyframeId, frame: 0, speed: rational(1, 10_000), ease: 'hold' as const },
  ]
  const motion = { sourceStart: rational(1, 7), speed: rational(1), speedKeys }
  // 6/7 s at 1/10,000 of 120 frames a second.
  expect(framesInside(motion, rational(1), rational(120), 0, 'after')).toBe(1_028_572)
})

it('finds its way in clips that hardly move, and to clips that stand before they move', () => {
  const key = (frame: number, num: number, den: number, ease: 'hold' | 'smooth') => ({
    ...{ id: `k${frame}` as KeyframeId, frame, ease },
    speed: rational(num, den),
  })
  const slow = {
    ...{ sourceStart: rational(0), speed: rational(1), duration: 300 },
    speedKeys: [
      key(109, 10, 1, 'hold'),
      key(140, 1, 143, 'smooth'),
      key(198, 88, 3, 'hold'),
      key(263, 1, 100, 'smooth'),
      key(304, 1, 10_000, 'hold'),
    ],
  }
  const rate = rational(25)
  for (let frame = -100; frame < 450; frame += 7) {
    expect(positionOf(slow, mediaTimeAt(slow, frame, rate), rate)).toBe(frame)
  }
  expect(
    framesInside(slow, rational(324_000_007, 90_000), rational(120_000, 1001), 320, 'after'),
  ).toBeGreaterThan(4_000_000_000)
  const standing = { ...slow, speedKeys: [key(348, 0, 1, 'hold'), key(395, -1, 100, 'hold')] }
  expect(positionOf(standing, rational(0), rate)).toBe(0)
  const waiting = {
    ...slow,
    speedKeys: [key(-48, 0, 1, 'hold'), key(325, 0, 1, 'hold'), key(332, 1, 100, 'hold')],
  }
  expect(positionOf(waiting, rational(0), rate)).toBe(0)
  const stopped = { ...slow, speedKeys: [key(-60, 1, 1, 'hold'), key(-10, 0, 1, 'hold')] }
  expect(positionOf(stopped, rational(2), rate)).toBe(0)
})

it('uses the media from the earliest moment it shows to the latest', () => {
  fc.assert(
    fc.property(motionOf(-400), rateArbitrary, (motion, rate) => {
      const clip = { ...advanced(motion, 20, rate), duration: 200 }
      const times = Array.from({ length: 200 }, (_, f) => toNumber(mediaTimeAt(clip, f, rate)))
      const { earliest, end } = mediaSpan(clip, rate)
      expect(toNumber(earliest)).toBeCloseTo(Math.min(...times), 6)
      expect(toNumber(end)).toBeGreaterThanOrEqual(Math.max(...times))
    }),
    seeded({ sample: 150, soak: 5000 }),
  )
})
