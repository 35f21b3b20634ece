/** Sound on exact samples: the source's samples carry their own number, so every sample of the result says where it is from. */
import { beforeAll, describe, expect, it } from 'vitest'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import { type Clip, defaultSound, type SoundSettings } from '../../../shared/model/clip.ts'
import type { KeyframeId } from '../../../shared/model/ids.ts'
import { constant } from '../../../shared/model/keyframe.ts'
import { slicePlan } from '../../../shared/render/chunks.ts'
import { planRender } from '../../../shared/render/planRender.ts'
import type { RenderPlan } from '../../../shared/render/renderPlan.ts'
import { type Rational, rational } from '../../../shared/time/rational.ts'
import { type Heard, plannedSound, type WavArgs, wavAsset } from '../../fixtures/sounds.ts'
import { runTool } from '../../fixtures/tool.ts'
import { temporaryFolder } from '../../main/media/temporaryFolder.ts'
import { assetOf, clip, keyed, ofAsset, projectOf } from './planFixtures.ts'

const file = temporaryFolder()
const files = new Map<string, string>()
let ramp: Asset
let mono: Asset
let surround: Asset
let coded: Asset

const wav = async (...args: WavArgs): Promise<Asset> => {
  const [name] = args
  files.set(name, file(`${name}.wav`))
  return wavAsset(file(`${name}.wav`), ...args)
}

beforeAll(async () => {
  // Left counts 1, 2, 3 … 30000, 1 …; right is half of it.
  ramp = await wav('ramp', 48000, 2, 48000 * 5, (n, channel) => ((n % 30000) + 1) / (channel + 1))
  mono = await wav(
    'mono',
    44100,
    1,
    44100 * 3,
    (n) => 8000 * Math.sin((2 * Math.PI * 441 * n) / 44100),
  )
  surround = await wav(
    'surround',
    48000,
    6,
    48000,
    (_, channel) => [1000, 2000, 4000, 9000, 500, 700][channel] ?? 0,
  )
  const path = file('coded.mp4')
  // A click: 1 ms of full scale at exactly 1 s.
  await runTool('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', `aevalsrc='0.9*between(t,1,1.001)':s=48000:d=4`],
    ...['-f', 'lavfi', '-i', 'color=s=64x64:r=25:d=4', '-c:a', 'aac', '-b:a', '256k', path],
  ])
  files.set('coded', path)
  coded = assetOf('coded', await createFfmpegEngine().probe(path))
})

const heard = (
  asset: Asset,
  duration: number,
  start = rational(0),
  more: Partial<Clip> = {},
): Clip => clip({ source: ofAsset(asset), duration, sourceStart: start, ...more })
const settings = (sound: Partial<SoundSettings>): Partial<Clip> => ({
  sound: { ...defaultSound(), ...sound },
})

const speedKey = (frame: number, speed: Rational) => ({
  ...{ id: `k${frame}` as KeyframeId, frame, speed },
  ease: 'linear' as const,
})

const samples = (plan: RenderPlan): Promise<Heard> =>
  plannedSound(plan, ({ name }) => files.get(name) ?? '')

function planOf(
  rate = rational(24),
  a1: (Clip | number)[] = [],
  a2: (Clip | number)[] = [],
): RenderPlan {
  const { project, timeline } = projectOf({ rate }, [ramp, mono, surround, coded], {
    A1: a1,
    A2: a2,
  })
  return planRender(project, timeline)
}

/** What the ramp's left channel says `frames` of a rate after `start` samples. */
const counted = (start: number, count: number): number[] =>
  Array.from({ length: count }, (_, n) => ((start + n) % 30000) + 1)
const zeros = (count: number): number[] => new Array<number>(count).fill(0)

describe('spans of sound', () => {
  it('begin and end on exact samples, with silence between', async () => {
    const plan = planOf(rational(24), [
      heard(ramp, 3, rational(1, 7)),
      2,
      heard(ramp, 1, rational(3)),
    ])
    const { left } = await samples(plan)
    expect(left.map(Math.round)).toEqual([
      // 1/7 s is sample 6857.14
      ...counted(6857, 6000),
      ...zeros(4000),
      ...counted(144000, 2000),
    ])
  })

  it('last exactly as long as the picture at 30000/1001, and mix by adding', async () => {
    const plan = planOf(rational(30000, 1001), [5, heard(ramp, 5)], [5, heard(ramp, 5)])
    const { left, right } = await samples(plan)
    const start = 8008
    expect({
      count: left.length,
      left: left.slice(start - 1, start + 3).map(Math.round),
      right: right.slice(start, start + 4).map(Math.round),
    }).toEqual({
      count: 16016,
      left: [0, 2, 4, 6],
      right: [2, 2, 4, 4],
    })
  })

  it('are silent before the media begins and after it ends', async () => {
    const plan = planOf(rational(25), [
      heard(ramp, 2, rational(-1, 25)),
      heard(ramp, 2, rational(124, 25)),
    ])
    const { left } = await samples(plan)
    expect(left.map(Math.round)).toEqual([
      ...zeros(1920),
      ...counted(0, 1920),
      ...counted(238080, 1920),
      ...zeros(1920),
    ])
  })

  it('join without a seam where a long plan is cut in parts', async () => {
    const clips = [
      heard(ramp, 10, rational(1, 3), settings({ volume: keyed([0, 0], [9, -6]) })),
      heard(ramp, 5),
    ]
    const { project, timeline } = projectOf({ rate: rational(30000, 1001) }, [ramp], { A1: clips })
    const whole = planRender(project, timeline)
    const parts = [slicePlan(whole, 0, 4), slicePlan(whole, 4, 11), slicePlan(whole, 11, 15)]
    const pieces: number[] = []
    for (const part of parts) pieces.push(...(await samples(part)).left)
    const { left } = await samples(whole)
    expect(pieces.length).toBe(left.length)
    // Volume moves in steps of 128 samples, which fall elsewhere in the parts.
    const worst = Math.max(
      ...left.map((value, n) => Math.abs(value - (pieces[n] ?? 0)) / (Math.abs(value) + 100)),
    )
    expect(worst).toBeLessThan(0.01)
    expect(pieces.slice(0, 3000).map(Math.round)).toEqual(left.slice(0, 3000).map(Math.round))
  })

  it('come out of coded media in sync with its clock, after a seek', async () => {
    const plan = planOf(rational(25), [
      heard(coded, 25, rational(3, 4)),
      heard(coded, 25, rational(2)),
    ])
    const { left } = await samples(plan)
    const click = left.findIndex((value) => Math.abs(value) > 5000)
    // 1 s of the media is 0.25 s of the clip: sample 12000; coding blurs a millisecond's edge by some samples.
    expect(Math.abs(click - 12000)).toBeLessThan(20)
    expect(left.slice(20000).every((value) => Math.abs(value) < 200)).toBe(true)
  })
})

describe('levels and layouts', () => {
  const level = (values: number[], from: number, to: number): number =>
    Math.max(...values.slice(from, to).map(Math.abs))

  it('mono is heard on both sides at the project rate, surround is folded down as Web Audio does', async () => {
    const one = await samples(planOf(rational(24), [heard(mono, 24)]))
    expect([
      one.left.length,
      Math.round(level(one.left, 4800, 9600) / 100),
      Math.round(level(one.right, 4800, 9600) / 100),
    ]).toEqual([48000, 80, 80])
    const six = await samples(planOf(rational(24), [heard(surround, 12)]))
    expect([six.left[5000], six.right[5000]].map((value) => Math.round((value ?? 0) / 10))).toEqual(
      [
        Math.round((1000 + Math.SQRT1_2 * (4000 + 500)) / 10),
        Math.round((2000 + Math.SQRT1_2 * (4000 + 700)) / 10),
      ],
    )
  })

  it('volume and pan follow their values and keyframes', async () => {
    const quiet = await samples(
      planOf(rational(24), [heard(mono, 24, rational(0), settings({ volume: constant(-6.0206) }))]),
    )
    expect(Math.round(level(quiet.left, 4800, 9600) / 100)).toBe(40)
    const fade = await samples(
      planOf(rational(24), [
        heard(mono, 48, rational(0), settings({ volume: keyed([0, -96], [24, 0]) })),
      ]),
    )
    // Half way in time is half way in decibels: -48 dB.
    expect(Math.round(level(fade.left, 23500, 24500))).toBeGreaterThan(25)
    expect(Math.round(level(fade.left, 23500, 24500))).toBeLessThan(45)
    const aside = await samples(
      planOf(rational(24), [heard(mono, 24, rational(0), settings({ pan: constant(1) }))]),
    )
    expect(
      [level(aside.left, 4800, 9600), level(aside.right, 4800, 9600)].map((value) =>
        Math.round(value / 100),
      ),
    ).toEqual([0, 113])
    const turned = await samples(
      planOf(rational(24), [
        heard(mono, 24, rational(0), settings({ pan: keyed([0, -1], [24, 1]) })),
      ]),
    )
    // As loud wherever it stands: in the middle as it was recorded.
    for (const [second, position] of [
      [0.25, -0.5],
      [0.5, 0],
      [0.75, 0.5],
    ] as const) {
      const at = second * 48_000
      const sides = [turned.left, turned.right].map(
        (side) => level(side, at - 480, at + 480) / 8000,
      )
      const angle = ((position + 1) * Math.PI) / 4
      expect(Math.abs((sides[0] ?? 0) - Math.SQRT2 * Math.cos(angle))).toBeLessThan(0.03)
      expect(Math.abs((sides[1] ?? 0) - Math.SQRT2 * Math.sin(angle))).toBeLessThan(0.03)
    }
    const muted = planOf(rational(24), [
      heard(mono, 24, rational(0), settings({ volume: constant(-96) })),
    ])
    expect(muted.sounds).toEqual([])
  })

  it('a ramp keeps the pitch and meets its picture: beeps come where the time map has them', async () => {
    // From half to one and a half times over two seconds: u/2 + u²/4 seconds of media in u.
    const curve = [speedKey(0, rational(1, 2)), speedKey(48, rational(3, 2))]
    const { left: tone } = await samples(
      planOf(rational(24), [heard(mono, 48, rational(0), { speedKeys: curve })]),
    )
    expect(tone).toHaveLength(96_000)
    const crossings = tone.filter((value, n) => value >= 0 && (tone[n - 1] ?? 0) < 0).length
    // 441 a second for two seconds; joints of steps may lose or win a few.
    expect(Math.abs(crossings - 882)).toBeLessThan(882 * 0.03)
    const { left: click } = await samples(
      planOf(rational(24), [heard(coded, 48, rational(0), { speedKeys: curve })]),
    )
    const loudest = click.reduce(
      (best, value, n) => (Math.abs(value) > Math.abs(click[best] ?? 0) ? n : best),
      0,
    )
    // Media second 1 comes at u = √5 - 1; within a frame of 1/24 s, which is what atempo's windows allow.
    expect(Math.abs(loudest / 48_000 - (Math.sqrt(5) - 1))).toBeLessThan(1 / 24)
  })

  it('double speed halves the time and keeps the pitch; reverse plays the same samples from the end', async () => {
    const fast = await samples(
      planOf(rational(24), [heard(mono, 24, rational(0), { speed: rational(2) })]),
    )
    const crossings = fast.left
      .slice(12000, 36000)
      .filter((value, n, all) => value >= 0 && (all[n - 1] ?? 0) < 0).length
    expect(Math.abs(crossings - 220)).toBeLessThan(4)
    const back = await samples(
      planOf(rational(24), [heard(ramp, 1, rational(1), { speed: rational(-1) })]),
    )
    // The first frame back from 1 s ends at 1 s: its samples are those of the 1/24 s before, reversed.
    expect(back.left.map(Math.round)).toEqual(counted(46000, 2000).reverse())
  })
})
