import { expect, test } from 'vitest'
import {
  clampValue,
  curvePath,
  formatValue,
  valuePerPixel,
  valueRange,
  yOfValue,
} from '../../../renderer/features/timeline/lanes/laneGeometry.ts'
import { nudgeOf } from '../../../renderer/features/timeline/lanes/nudge.ts'
import {
  clipFrameOfIndex,
  indexOfClipFrame,
} from '../../../renderer/features/timeline/lanes/pinTime.ts'
import type { KeyframeId, ShotId } from '../../../shared/model/ids.ts'
import { type Animated, constant } from '../../../shared/model/keyframe.ts'
import { clipOf } from '../../../shared/model/select.ts'
import type { Shot } from '../../../shared/model/shot.ts'
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
  expect([1, 1.5, 2].map((value) => yOfValue(value, range, 34))).toEqual([26, 17, 8])
  expect(valuePerPixel(range, 34)).toBeCloseTo(1 / 18, 12)
})

test('one value alone lies in the middle', () => {
  expect(yOfValue(3, valueRange(constant(3)), 34)).toBe(17)
})

test('the curve has its keyframes as points and ends with the clip', () => {
  const path = curvePath(animated, view, { start: 5, duration: 15, width: 100, height: 34 })
  expect(path).toBe('M5 26 L8 20.6 L11 15.2 L14 9.8 L15 8 L17 8 L20 8')
})

test('nothing is drawn of a clip outside the window', () => {
  expect(curvePath(animated, view, { start: 200, duration: 15, width: 100, height: 34 })).toBe('')
})

test('values have their units and limits', () => {
  expect([
    formatValue('scale', 1.2),
    formatValue('positionX', -0.125),
    formatValue('volume', -6.25),
    formatValue('rotation', 90),
    formatValue('pan', 0.333),
  ]).toEqual(['120 %', '-12.5 %', '-6.3 dB', '90°', '0.33'])
  expect([clampValue('opacity', 1.4), clampValue('scale', -1), clampValue('pan', -3)]).toEqual([
    1, 0, -1,
  ])
  expect(clampValue('positionX', -3)).toBe(-3)
})

test('arrows nudge by one, with Shift by five; with Ctrl they belong to somebody else', () => {
  const key = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }
  expect(nudgeOf({ ...key, key: 'ArrowRight' })).toEqual({ time: 1, value: 0 })
  expect(nudgeOf({ ...key, key: 'ArrowDown', shiftKey: true })).toEqual({ time: 0, value: -5 })
  expect(nudgeOf({ ...key, key: 'ArrowLeft', ctrlKey: true })).toBe(null)
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
