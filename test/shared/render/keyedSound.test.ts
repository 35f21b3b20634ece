/** Sound under a keyed speed: spans of one speed each that meet the picture at every joint, and fades. */
import { expect, it } from 'vitest'
import type { KeyframeId } from '../../../shared/model/ids.ts'
import type { SpeedKeyframe } from '../../../shared/model/speedCurve.ts'
import { mediaTimeAt } from '../../../shared/model/timeMap.ts'
import { planSound } from '../../../shared/render/planSound.ts'
import { soundOf } from '../../../shared/render/soundOf.ts'
import { rational, toNumber } from '../../../shared/time/rational.ts'
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
  expect(
    spans.map(({ start, end, motion }) => [start - 12, end - 12, toNumber(motion.speed)]),
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
  for (const { start, end, motion } of spans) {
    const [from, to] = [mediaTimeAt(item, start - 12, rate), mediaTimeAt(item, end - 12, rate)]
    expect(motion.sourceStart).toEqual(from)
    // A step may miss the next one's beginning by less than a sample.
    const reached = toNumber(mediaTimeAt(motion, end - start, rate))
    expect(Math.abs(reached - toNumber(to))).toBeLessThan(1 / 48_000)
  }
})

it('plays backwards where the speed is negative, and nothing where hardly any media passes', () => {
  const { project, timeline } = sound([key(0, 1, 'linear'), key(48, -1, 'hold')], 72)
  const planned = planSound(project, timeline, { in: 0, out: 84 })
  expect(planned.filter(({ reversed }) => !reversed).at(-1)?.endFrame).toBeLessThanOrEqual(12 + 24)
  const backwards = planned.filter(({ reversed }) => reversed)
  expect(backwards.at(-1)).toMatchObject({
    ...{ firstFrame: 60, endFrame: 84, speed: rational(1), reversed: true },
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
  const volume = planned?.volume
  const gains = (typeof volume === 'object' ? volume : []).map((decibels) =>
    Number((10 ** (decibels / 20)).toFixed(6)),
  )
  expect(gains).toEqual([0.25, 0.75, 1, 1, 0.875, 0.625, 0.375, 0.125])
})
