/** Sound under a keyed speed: spans of one speed each that meet the picture at every joint, and fades. */
import { expect, it } from 'vitest'
import type { KeyframeId } from '../../../shared/model/ids.ts'
import type { SpeedKeyframe } from '../../../shared/model/speedCurve.ts'
import { mediaTimeAt } from '../../../shared/model/timeMap.ts'
import { planSound } from '../../../shared/render/planSound.ts'
import { soundOf } from '../../../shared/render/soundOf.ts'
import { add, multiply, rational, subtract, toNumber } from '../../../shared/time/rational.ts'
import { assetOf, clip, ofAsset, projectOf, videoInfo } from './planFixtures.ts'

const rate = rational(24)
const asset = assetOf('a', videoInfo(rate, { seconds: 60 }))
const key = (frame: number, speed: number, ease: SpeedKeyframe['ease']): SpeedKeyframe => ({
  ...{ id: `k${frame}` as KeyframeId, frame, ease },
  speed: rational(speed),
})
const sound = (speedKeys: SpeedKeyframe[], duration: number) => {
  const item = clip({ source: ofAsset(asset), duration, speedKeys, sourceStart: rational(10) })
  return { item, ...projectOf({ rate }, [asset], { A1: [12, item] }) }
}

it('plays constant stretches in one piece and ramps in steps that cover exactly their media', () => {
  const { item, project, timeline } = sound([key(24, 1, 'linear'), key(36, 3, 'hold')], 60)
  const spans = soundOf(project, timeline)
  const frames = ({ num, den }: { num: number; den: number }) => (num * 24) / den - 12
  expect(
    spans.map(({ start, end, speed }) => [frames(start), frames(end), toNumber(speed)]),
  ).toEqual(
    // n + n²/12 frames of media pass in n.
    [
      [0, 24, 1],
      [24, 27, 1.25],
      [27, 30, 1.75],
      [30, 33, 2.25],
      [33, 36, 2.75],
      [36, 60, 3],
    ],
  )
  for (const { start, end, mediaStart, speed } of spans) {
    expect(mediaStart).toEqual(mediaTimeAt(item, frames(start), rate))
    // A step may miss the next one's beginning by less than a sample.
    const reached = toNumber(add(mediaStart, multiply(subtract(end, start), speed)))
    const wanted = toNumber(mediaTimeAt(item, frames(end), rate))
    expect(Math.abs(reached - wanted)).toBeLessThan(1 / 48_000)
  }
})

it('plays backwards where the speed is negative, and nothing where hardly any media passes', () => {
  const { project, timeline } = sound([key(0, 1, 'linear'), key(48, -1, 'hold')], 72)
  const planned = planSound(project, timeline, { in: 0, out: 84 })
  expect(planned.filter(({ reversed }) => !reversed).at(-1)?.end).toBeLessThanOrEqual(36 * 2000)
  const backwards = planned.filter(({ reversed }) => reversed)
  expect(backwards.at(-1)).toMatchObject({
    ...{ start: 60 * 2000, end: 84 * 2000, speed: rational(1), reversed: true },
    // At its end the media is 24 frames before the turn's other side: 10 s less one second.
    mediaStart: rational(9),
  })
  expect(planned.every(({ speed }) => toNumber(speed) >= 1 / 20)).toBe(true)
  const still = sound([key(0, 0, 'hold')], 9)
  expect(soundOf(still.project, still.timeline)).toEqual([])
})

it('fades in and out, whatever the volume', () => {
  const item = clip({ source: ofAsset(asset), duration: 8, fadeIn: 2, fadeOut: 4 })
  const { project, timeline } = projectOf({ rate }, [asset], { A1: [item] })
  const [planned] = planSound(project, timeline, { in: 0, out: 8 })
  expect(planned?.gain).toEqual(
    [0, 0.5, 1, 1, 0.75, 0.5, 0.25, 0].map((value, i) => ({
      at: (i < 3 ? i : i + 1) / 24,
      value,
    })),
  )
})
