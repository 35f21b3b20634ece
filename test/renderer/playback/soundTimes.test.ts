import { expect, test } from 'vitest'
import { pictureSeconds } from '../../../renderer/playback/mediaClock.ts'
import { gainOf, heard, soundPoints } from '../../../renderer/playback/soundTimes.ts'
import type { KeyframeId } from '../../../shared/model/ids.ts'
import { timelineOf } from '../../../shared/model/select.ts'
import type { SoundSpan } from '../../../shared/render/soundOf.ts'
import { soundOf } from '../../../shared/render/soundOf.ts'
import { rational, ZERO } from '../../../shared/time/rational.ts'
import { cutOf, TIMELINE } from '../../shared/edit/cutText.ts'

const rate = rational(24)
const project = cutOf(['A1 |gap 0-24|A 24-72@48|'])
const [found] = soundOf(project, timelineOf(project, TIMELINE))
if (!found) throw new Error('The sound of the cut is missing')
const span: SoundSpan = found

test('a span to come waits; a span under way starts in the middle of its media', () => {
  expect(heard(span, rate, 0, 1)).toEqual({
    delay: 1,
    length: 2,
    mediaStart: 2,
    playbackRate: 1,
    clipFrame: 0,
  })
  expect(heard(span, rate, 36, 1)).toEqual({
    delay: 0,
    length: 1.5,
    mediaStart: 2.5,
    playbackRate: 1,
    clipFrame: 12,
  })
})

test('double speed halves the wait and doubles the rate', () => {
  expect(heard(span, rate, 0, 2)).toEqual({
    delay: 0.5,
    length: 1,
    mediaStart: 2,
    playbackRate: 2,
    clipFrame: 0,
  })
})

test('what has passed, and everything backwards or frozen, is silent', () => {
  expect([
    heard(span, rate, 72, 1),
    heard(span, rate, 30, -1),
    heard({ ...span, motion: { ...span.motion, speed: ZERO } }, rate, 0, 1),
  ]).toEqual([null, null, null])
})

test('decibels become gain, and -96 is silence', () => {
  expect([gainOf(0), gainOf(-20), gainOf(-96)]).toEqual([1, 0.1, 0])
})

test('a keyed volume has a point for every frame, a plain one a single point', () => {
  const when = { clipFrame: 0, length: 2 / 24 }
  expect(soundPoints(span, when, 24)).toEqual([{ time: 0, gain: 1, pan: 0 }])
  const volume = {
    value: 0,
    keyframes: [
      { id: 'a' as KeyframeId, frame: 0, value: -20, easing: { kind: 'linear' } as const },
      { id: 'b' as KeyframeId, frame: 2, value: 20, easing: { kind: 'linear' } as const },
    ],
  }
  const keyed = { ...span, clip: { ...span.clip, sound: { ...span.clip.sound, volume } } }
  expect(soundPoints(keyed, when, 24)).toEqual([
    { time: 0, gain: 0.1, pan: 0 },
    { time: 1 / 24, gain: 1, pan: 0 },
    { time: 2 / 24, gain: 10, pan: 0 },
  ])
})

test('a picture’s time is half a tick into its frame, so that rounding cannot show its neighbour', () => {
  const { info } = span.asset
  const [video] = info.video
  if (!video) throw new Error('The asset has no picture')
  const late = { ...info, video: [{ ...video, start: rational(9), timeBase: rational(1, 1000) }] }
  expect(pictureSeconds(late, rational(2))).toBe(2.0005)
})
