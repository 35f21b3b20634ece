import { expect, test } from 'vitest'
import { bent, handlesOf } from '../../../renderer/features/timeline/lanes/bezier.ts'
import {
  curvePath,
  faderAxis,
  linearAxis,
  valueRange,
} from '../../../renderer/features/timeline/lanes/laneGeometry.ts'
import { laneValue } from '../../../renderer/features/timeline/lanes/laneValues.ts'
import { nudgeOf } from '../../../renderer/features/timeline/lanes/nudge.ts'
import {
  clipFrameOfIndex,
  indexOfClipFrame,
  placeOnGrid,
} from '../../../renderer/features/timeline/lanes/pinTime.ts'
import { clampValue, formatValue, valueForm } from '../../../renderer/ui/valueForms.ts'
import { valueAt } from '../../../shared/model/animate.ts'
import type { ValuePath } from '../../../shared/model/animatedPath.ts'
import { DEFAULT_EFFECTS } from '../../../shared/model/effect.ts'
import type { EffectId, KeyframeId, ShotId } from '../../../shared/model/ids.ts'
import { type Animated, constant } from '../../../shared/model/keyframe.ts'
import { clipOf } from '../../../shared/model/select.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { speedAt } from '../../../shared/model/speedCurve.ts'
import { rational, ZERO } from '../../../shared/time/rational.ts'
import { cutOf, item } from '../../shared/edit/cutText.ts'

const animated: Animated = {
  value: 1,
  keyframes: [
    { id: 'a' as KeyframeId, frame: 0, value: 1, easing: { kind: 'linear' } },
    { id: 'b' as KeyframeId, frame: 10, value: 2, easing: { kind: 'linear' } },
  ],
}
const view = { framesPerPixel: 1, scrollFrame: 0 }

test('the highest value lies at the top with room for a whole diamond, the lowest at the bottom', () => {
  const range = valueRange(animated)
  expect(range).toEqual({ low: 1, high: 2 })
  const axis = linearAxis(range, 34)
  expect([1, 1.5, 2].map(axis.yOf)).toEqual([26, 17, 8])
  expect([26, 17, 8].map(axis.valueAt)).toEqual([1, 1.5, 2])
})

test('one value alone lies in the middle', () => {
  expect(linearAxis(valueRange(constant(3)), 34).yOf(3)).toBe(17)
})

test('the curve has its keyframes as points and ends with the clip', () => {
  const axis = linearAxis(valueRange(animated), 34)
  const path = curvePath(animated, view, { start: 5, duration: 15, width: 100 }, axis)
  expect(path).toBe('M5 26 L8 20.6 L11 15.2 L14 9.8 L15 8 L17 8 L20 8')
})

test('nothing is drawn of a clip outside the window', () => {
  const axis = linearAxis(valueRange(animated), 34)
  expect(curvePath(animated, view, { start: 200, duration: 15, width: 100 }, axis)).toBe('')
})

test('a line always has room for the values that matter, however little of it is used', () => {
  expect(valueRange(constant(1), { span: { low: 0, high: 1 } })).toEqual({ low: 0, high: 1 })
  expect(valueRange(animated, { span: { low: 0, high: 1 } })).toEqual({ low: 0, high: 2 })
})

test('a fader has half of its way for what one mixes with, and reads back what it shows', () => {
  const axis = faderAxis(100)
  expect([12, 0, -12, -96].map((db) => Math.round(axis.yOf(db)))).toEqual([0, 50, 75, 100])
  expect(axis.valueAt(axis.yOf(-7.5))).toBeCloseTo(-7.5, 9)
  expect([axis.valueAt(-5), axis.valueAt(100), axis.valueAt(140)]).toEqual([12, -96, -96])
})

test('the handles of a straight line lie on it; a dragged one bends the curve within its bounds', () => {
  const straight = handlesOf({ kind: 'linear' })
  expect(straight).toEqual({ x1: 1 / 3, y1: 1 / 3, x2: 2 / 3, y2: 2 / 3 })
  const out = bent({ x1: 0.2, y1: 0.1, x2: 0.7, y2: 1 }, 'out', { x: 0.3, y: -0.4 })
  expect(out).toEqual({ kind: 'bezier', x1: 0.5, y1: -0.3, x2: 0.7, y2: 1 })
  const beyond = bent({ x1: 0, y1: 0, x2: 0.5, y2: 1 }, 'in', { x: 2, y: 9 })
  expect(beyond).toEqual({ kind: 'bezier', x1: 0, y1: 0, x2: 1, y2: 3 })
})

test('a speed is shown as the curve that the time map sums up', () => {
  const clip = clipOf(cutOf(['V1 |A 0-24|']), item('V1.A'))
  const speedKeys = [
    { id: 'k' as KeyframeId, frame: 0, speed: rational(1), ease: 'smooth' as const },
    { id: 'l' as KeyframeId, frame: 10, speed: rational(2), ease: 'hold' as const },
  ]
  const shown = laneValue({ ...clip, speedKeys }, 'speed')
  for (const frame of [0, 3, 5, 8, 10, 12]) {
    const exact = speedAt(speedKeys, frame)
    expect(valueAt(shown, frame)).toBeCloseTo(Number(exact.num) / Number(exact.den), 9)
  }
})

const owner = { effects: [{ ...DEFAULT_EFFECTS.blur(), id: 'b' as EffectId }] }
const format = (path: ValuePath, value: number): string =>
  formatValue(valueForm(owner, path), value)
const clamp = (path: ValuePath, value: number): number => clampValue(valueForm(owner, path), value)

test('values have their units and limits', () => {
  expect([
    format('scale', 1.2),
    format('positionX', -0.125),
    format('volume', -6.25),
    format('rotation', 90),
    format('pan', 0.333),
    format('speed', 0.5),
    format('effects.b.radius', 0.0125),
    format('effects.gone.radius', 0.0125),
  ]).toEqual(['120 %', '-12.5 %', '-6.3 dB', '90°', '33.3 %', '50 %', '1.25 %', '0.01'])
  expect([clamp('opacity', 1.4), clamp('scale', -1), clamp('pan', -3)]).toEqual([1, 0, -1])
  expect(clamp('positionX', -3)).toBe(-3)
})

test('arrows nudge by one, with Shift by five', () => {
  const key = { shiftKey: false }
  expect(nudgeOf({ ...key, key: 'ArrowRight' })).toEqual({ time: 1, value: 0 })
  expect(nudgeOf({ ...key, key: 'ArrowDown', shiftKey: true })).toEqual({ time: 0, value: -5 })
  expect(nudgeOf({ ...key, key: 'x' })).toBe(null)
})

const shot: Shot = {
  id: 's' as ShotId,
  name: 'Shot',
  mode: 'pins',
  prompt: '',
  length: 5,
  resolution: '720p',
  aspect: '16:9',
  loop: false,
  hdr: false,
  exrExport: false,
}

test('indices lie on a clip through its in-point, its speed and the timeline’s rate', () => {
  const clip = clipOf(cutOf(['V1 |A 0-100|']), item('V1.A'))
  const rate = rational(30)
  expect(clipFrameOfIndex({ ...clip, sourceStart: ZERO }, 48, rate)).toBe(60)
  expect(clipFrameOfIndex({ ...clip, sourceStart: rational(1) }, 48, rate)).toBe(30)
  expect(clipFrameOfIndex({ ...clip, speed: rational(2) }, 48, rate)).toBe(30)
  expect(clipFrameOfIndex({ ...clip, speed: ZERO }, 48, rate)).toBe(null)
})

test('a frame’s index is the nearest one, kept within the shot', () => {
  const clip = clipOf(cutOf(['V1 |A 0-100|']), item('V1.A'))
  const rate = rational(30)
  const frames = [0, 1, 2, 30, 149, 400]
  expect(frames.map((frame) => indexOfClipFrame(clip, frame, rate, shot))).toEqual([
    0, 1, 2, 24, 119, 120,
  ])
})

test('on the grid a frame has its place before the shot and behind it, too', () => {
  const clip = clipOf(cutOf(['V1 |A 0-100|']), item('V1.A'))
  const rate = rational(30)
  const places = [-30, -1, 0, 149, 151, 400].map((frame) => placeOnGrid(clip, frame, rate))
  expect(places).toEqual([-24, -1, 0, 119, 121, 320])
})

test('in a high lane values have room above and below for a ring and for words', () => {
  const axis = linearAxis(valueRange(animated), 148)
  expect([1, 1.5, 2].map(axis.yOf)).toEqual([127, 74, 21])
  expect([127, 74, 21].map(axis.valueAt)).toEqual([1, 1.5, 2])
})
