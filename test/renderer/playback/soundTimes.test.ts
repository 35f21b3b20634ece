import { expect, test } from 'vitest'
import { pictureSeconds } from '../../../renderer/playback/mediaClock.ts'
import { heard, soundCurves } from '../../../renderer/playback/soundTimes.ts'
import type { SoundSettings } from '../../../shared/model/clip.ts'
import { constant } from '../../../shared/model/keyframe.ts'
import { timelineOf } from '../../../shared/model/select.ts'
import { soundOf } from '../../../shared/render/soundOf.ts'
import type { SoundSpan } from '../../../shared/render/soundSpan.ts'
import { negate, rational } from '../../../shared/time/rational.ts'
import { keyed } from '../../fixtures/documents.ts'
import { cutOf, TIMELINE } from '../../shared/edit/cutText.ts'

const rate = rational(24)
const project = cutOf(['A1 |gap 0-24|A 24-72@48|'])
const [found] = soundOf(project, timelineOf(project, TIMELINE))
if (!found) throw new Error('The sound of the cut is missing')
const span: SoundSpan = found

/** The span with other settings of its clip. */
const sounding = (sound: Partial<SoundSettings>): SoundSpan => ({
  ...span,
  stages: span.stages.map((stage) => ({
    ...stage,
    clip: { ...stage.clip, sound: { ...stage.clip.sound, ...sound } },
  })),
})

test('a span to come waits; a span under way starts in the middle of its media', () => {
  expect(heard(span, rate, 0, 1)).toEqual({
    ...{ delay: 1, length: 2, mediaStart: 2, playbackRate: 1, passed: 0 },
  })
  expect(heard(span, rate, 36, 1)).toEqual({
    ...{ delay: 0, length: 1.5, mediaStart: 2.5, playbackRate: 1, passed: 0.5 },
  })
})

test('double speed halves the wait and doubles the rate', () => {
  expect(heard(span, rate, 0, 2)).toEqual({
    ...{ delay: 0.5, length: 1, mediaStart: 2, playbackRate: 2, passed: 0 },
  })
})

test('what has passed is silent, to both sides', () => {
  expect([heard(span, rate, 72, 1), heard(span, rate, 23, -1)]).toEqual([null, null])
})

test('backwards a span begins at its end, or at the end of the frame that is in sight', () => {
  expect(heard(span, rate, 95, -2)).toEqual({
    ...{ delay: 0.5, length: 1, mediaStart: 4, playbackRate: -2, passed: 2 },
  })
  expect(heard(span, rate, 47, -1)).toEqual({
    ...{ delay: 0, length: 1, mediaStart: 3, playbackRate: -1, passed: 1 },
  })
})

test('a reversed clip goes back through its media, and forwards again where it is played backwards', () => {
  const turned = { ...span, speed: negate(span.speed), mediaStart: rational(4) }
  expect(heard(turned, rate, 36, 1)).toEqual({
    ...{ delay: 0, length: 1.5, mediaStart: 3.5, playbackRate: -1, passed: 0.5 },
  })
  expect(heard(turned, rate, 71, -1)).toEqual({
    ...{ delay: 0, length: 2, mediaStart: 2, playbackRate: 1, passed: 2 },
  })
})

test('decibels become gain, and -96 is silence; nothing that stands still has more than one point', () => {
  const gain = (decibels: number) =>
    soundCurves(sounding({ volume: constant(decibels) }), { passed: 0, length: 2 }, 1)
  const still = (value: number) => ({ gain: [{ time: 0, value }], pans: [] })
  expect([gain(0), gain(-20), gain(-96)]).toEqual([still(1), still(0.1), still(0)])
})

test('keyed loudness and place follow their keyframes, at the speed of playback', () => {
  const moving = sounding({ volume: keyed([0, -20], [2, 20]), pan: keyed([0, -1], [24, 1]) })
  const { gain, pans } = soundCurves(moving, { passed: 0, length: 1 }, 2)
  expect(gain.slice(0, 3)).toEqual([
    { time: 0, value: 0.1 },
    { time: 1 / 48, value: 1 },
    { time: 2 / 48, value: 10 },
  ])
  expect(pans).toEqual([
    [
      { time: 0, value: -1 },
      { time: 0.5, value: 1 },
      { time: 1, value: 1 },
    ],
  ])
  // Half a second on, played at once.
  expect(soundCurves(moving, { passed: 0.5, length: 1 }, 1)).toEqual({
    gain: [{ time: 0, value: 10 }],
    pans: [
      [
        { time: 0, value: 0 },
        { time: 0.5, value: 1 },
        { time: 1, value: 1 },
      ],
    ],
  })
})

test('backwards loudness runs back through its keyframes', () => {
  const moving = sounding({ volume: keyed([0, -20], [2, 20]) })
  const { gain } = soundCurves(moving, { passed: 1 / 12, length: 1 / 24 }, -2)
  expect(gain.map(({ time, value }) => [Math.round(time * 48), value])).toEqual([
    [0, 10],
    [1, 1],
    [2, 0.1],
  ])
})

test('a picture’s time is half a tick into its frame, so that rounding cannot show its neighbour', () => {
  const { info } = span.asset
  const [video] = info.video
  if (!video) throw new Error('The asset has no picture')
  const late = { ...info, video: [{ ...video, start: rational(9), timeBase: rational(1, 1000) }] }
  expect(pictureSeconds(late, rational(2))).toBe(2.0005)
})
