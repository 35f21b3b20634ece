/** Sound under crossfades and through nested timelines, by decoding what an export makes of it. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Asset } from '../../../shared/model/asset.ts'
import type { TimelineId } from '../../../shared/model/ids.ts'
import { constant } from '../../../shared/model/keyframe.ts'
import type { TransitionStyle } from '../../../shared/model/transition.ts'
import { planRender } from '../../../shared/render/planRender.ts'
import { rational } from '../../../shared/time/rational.ts'
import {
  clipOn,
  type DescribedTimeline,
  type DescribedTransition,
  documentOf,
  keyed,
} from '../../fixtures/documents.ts'
import { type Heard, plannedSound, rms, strongestTone, wavAsset } from '../../fixtures/sounds.ts'
import { temporaryFolder } from '../../main/media/temporaryFolder.ts'

const RATE = 48_000
/** Samples of a frame at 25. */
const FRAME = RATE / 25
const file = temporaryFolder()
let assets: Asset[]

beforeAll(async () => {
  const wav = (name: string, at: (sample: number, channel: number) => number): Promise<Asset> =>
    wavAsset(file(name), name, RATE, 2, RATE * 4, at)
  assets = [
    // One side each, so that both can be told apart while they are heard together.
    await wav('left', (_, channel) => (channel === 0 ? 10_000 : 0)),
    await wav('right', (_, channel) => (channel === 1 ? 10_000 : 0)),
    await wav('tone', (n) => 8000 * Math.sin((2 * Math.PI * 440 * n) / RATE)),
    await wav('count', (n) => (n % 30_000) + 1),
  ]
})

const on = (name: string) => ({ kind: 'asset', assetId: name }) as never
const nested = { kind: 'timeline', timelineId: 'inner' as TimelineId } as const

const listen = (timelines: Record<string, DescribedTimeline>): Promise<Heard> => {
  const { project, timeline } = documentOf(timelines, assets)
  return plannedSound(planRender(project, timeline), ({ name }) => file(name))
}
const track = (items: DescribedTimeline['tracks'][0]['items'], more: object = {}) => ({
  ...{ kind: 'sound' as const, items },
  ...more,
})
const heardOf = (...tracks: DescribedTimeline['tracks']): Promise<Heard> =>
  listen({ main: { tracks } })
const fade = (curve: 'equalPower' | 'linear'): TransitionStyle => ({ kind: 'crossfade', curve })

/** What is heard at a moment in frames, as a part of 10,000. */
const shares = ({ left, right }: Heard, frame: number): number[] => {
  const n = Math.round(frame * FRAME)
  return [left[n] ?? 0, right[n] ?? 0].map((value) => value / 10_000)
}

describe('crossfades', () => {
  const start = { sourceStart: rational(1) }
  const across = (style: TransitionStyle, more: Partial<DescribedTransition> = {}) =>
    heardOf(
      track([clipOn(on('left'), 20, start), clipOn(on('right'), 20, start)], {
        transitions: [{ at: 1, before: 6, after: 4, style, ...more }],
      }),
    )

  it.each(['equalPower', 'linear'] as const)(
    '%s: both clips are heard beyond their edges, as loud as the law has it',
    async (curve) => {
      const heard = await across(fade(curve))
      expect(heard.left).toHaveLength(40 * FRAME)
      for (const frame of [14.01, 15, 17.3, 19.9, 20.1, 21, 23, 23.99]) {
        const p = (frame - 14) / 10
        const law =
          curve === 'linear'
            ? [1 - p, p]
            : [Math.cos((p * Math.PI) / 2), Math.sin((p * Math.PI) / 2)]
        const [left = 0, right = 0] = shares(heard, frame)
        // A volume stays for 32 samples.
        expect(Math.abs(left - (law[0] ?? 0)), `left at ${frame}`).toBeLessThan(0.004)
        expect(Math.abs(right - (law[1] ?? 0)), `right at ${frame}`).toBeLessThan(0.004)
      }
      expect([shares(heard, 13.9), shares(heard, 24.1)].map((all) => all.map(Math.round))).toEqual([
        [1, 0],
        [0, 1],
      ])
    },
  )

  it('equal power keeps the loudness of unlike sounds, linear that of like ones', async () => {
    const powers = await across(fade('equalPower'))
    const sums = await across(fade('linear'))
    for (const frame of [15, 18, 20, 22]) {
      const [a = 0, b = 0] = shares(powers, frame)
      const [c = 0, d = 0] = shares(sums, frame)
      expect(Math.abs(a * a + b * b - 1)).toBeLessThan(0.01)
      expect(Math.abs(c + d - 1)).toBeLessThan(0.005)
    }
  })

  it('come from nothing and go to nothing, and take the place of a fade', async () => {
    const items = [10, clipOn(on('left'), 20, { fadeIn: 20, fadeOut: 4 })]
    const heard = await heardOf(
      track(items, { transitions: [{ at: 1, before: 0, after: 8, style: fade('linear') }] }),
    )
    expect([12, 14, 20, 28].map((frame) => shares(heard, frame)[0]?.toFixed(2))).toEqual([
      '0.25',
      '0.50',
      '1.00',
      '0.50',
    ])
  })

  it('are exact on their samples: the clip that comes in is heard from its first handle on', async () => {
    const items = [clipOn(on('right'), 20, start), clipOn(on('count'), 20, start)]
    const { left } = await heardOf(
      track(items, { transitions: [{ at: 1, before: 5, after: 5, style: fade('linear') }] }),
    )
    const first = 15 * FRAME
    expect(Math.max(...left.slice(0, first).map(Math.abs))).toBe(0)
    // Second 1 is what the clip starts with at frame 20: sample 48000, which counts 18001.
    expect(left[first + 10 * FRAME + 7]).toBeCloseTo(((RATE + 5 * FRAME + 7) % 30_000) + 1, 0)
  })

  it('are heard as one and the same in parts', async () => {
    const { project, timeline } = documentOf(
      {
        main: {
          tracks: [
            track([clipOn(on('left'), 20, start), clipOn(on('right'), 20, start)], {
              transitions: [{ at: 1, before: 6, after: 4, style: fade('equalPower') }],
            }),
          ],
        },
      },
      assets,
    )
    const late = planRender(project, timeline, { range: { in: 18, out: 40 } })
    const heard = await plannedSound(late, ({ name }) => file(name))
    const p = 5 / 10
    expect(Math.abs((shares(heard, 1)[0] ?? 0) - Math.cos((p * Math.PI) / 2))).toBeLessThan(0.004)
  })
})

describe('nested timelines', () => {
  const inner = (...tracks: DescribedTimeline['tracks']): DescribedTimeline => ({
    rate: rational(50),
    tracks,
  })
  const through = (more: Parameters<typeof clipOn>[2], ...tracks: DescribedTimeline['tracks']) =>
    listen({ main: { tracks: [track([5, clipOn(nested, 40, more)])] }, inner: inner(...tracks) })

  it('are heard where the time map has them, to the sample', async () => {
    // Frame 10 of 50 is 0.2 s of the inner timeline; the outer clip starts 0.1 s into it, at frame 5 of 25.
    const { left } = await through(
      { sourceStart: rational(1, 10) },
      track([10, clipOn(on('count'), 50)]),
    )
    const onset = left.findIndex((value) => value !== 0)
    expect([onset, left.slice(onset, onset + 3).map(Math.round)]).toEqual([
      (RATE * 3) / 10,
      [1, 2, 3],
    ])
    // A second of it, then nothing.
    expect(left.findLastIndex((value) => value !== 0)).toBe(onset + RATE - 1)
  })

  it('multiply speeds and keep the pitch', async () => {
    const clip = clipOn(on('tone'), 100, { speed: rational(3, 2) })
    const heard = await through({ speed: rational(3, 4) }, track([clip]))
    const middle = heard.left.slice(RATE / 2, (RATE * 3) / 4)
    expect(strongestTone(middle, RATE, [400, 700])).toBe(440)
    const fast = await through({ speed: rational(2) }, track([clip]))
    expect(strongestTone(fast.left.slice(RATE / 2, (RATE * 3) / 4), RATE, [400, 1400])).toBe(440)
    // 4 s at thrice the speed end after 4/3 s, and 0.2 s of gap lie before; the clip is 2 s long inside, 1 s outside.
    expect(fast.left.findLastIndex((value) => Math.abs(value) > 500)).toBeLessThan(RATE * 1.21)
  })

  it('pass through the loudness, place and fades of the clip on them', async () => {
    const sound = { volume: keyed([0, 0], [20, -6.0206]), pan: constant(-1) }
    const heard = await through({ sound, fadeOut: 10 }, track([clipOn(on('right'), 90)]))
    expect(
      [5, 25, 40].map((frame) => shares(heard, frame + 0.001).map((v) => v.toFixed(2))),
    ).toEqual([
      ['1.00', '0.00'],
      ['0.50', '0.00'],
      ['0.25', '0.00'],
    ])
  })

  it('leave silent what is muted inside, and what is not solo where something is', async () => {
    const left = [clipOn(on('left'), 90)]
    const right = [clipOn(on('right'), 90)]
    const heardWith = async (a: object, b: object) =>
      shares(await through({}, track(left, { more: a }), track(right, { more: b })), 20).map(
        Math.round,
      )
    expect([
      await heardWith({}, {}),
      await heardWith({ muted: true }, {}),
      await heardWith({ solo: true }, {}),
      await heardWith({ solo: true, muted: true }, {}),
    ]).toEqual([
      [1, 1],
      [0, 1],
      [1, 0],
      [0, 0],
    ])
  })

  it('are heard backwards, sample for sample', async () => {
    // From 1 s of the inner timeline back: the sample before 1 s first.
    const { left } = await through(
      { speed: rational(-1), sourceStart: rational(1) },
      track([clipOn(on('count'), 90)]),
    )
    const first = 5 * FRAME
    const counted = (sample: number) => (sample % 30_000) + 1
    expect(left.slice(first, first + 3).map(Math.round)).toEqual(
      [RATE - 1, RATE - 2, RATE - 3].map(counted),
    )
  })

  it('have crossfades inside and outside of them', async () => {
    const items = [clipOn(on('left'), 20), clipOn(on('left'), 60)]
    const heard = await listen({
      main: {
        tracks: [
          track([clipOn(nested, 30)], {
            transitions: [{ at: 1, before: 10, after: 0, style: fade('linear') }],
          }),
        ],
      },
      inner: inner(
        track(items, { transitions: [{ at: 1, before: 5, after: 5, style: fade('linear') }] }),
      ),
    })
    // The one inside adds up to what it was; the one outside takes half of it.
    expect([10, 25].map((frame) => shares(heard, frame)[0]?.toFixed(2))).toEqual(['1.00', '0.50'])
  })
})

describe('speed', () => {
  it.each([
    [3, 2],
    [3, 1],
    [1, 3],
  ])('%d/%d keeps a tone of 440 Hz, and as loud as it was', async (num, den) => {
    const items = [clipOn(on('tone'), 30, { speed: rational(num, den) })]
    const { left } = await heardOf(track(items))
    const middle = left.slice(RATE / 4, RATE / 2)
    expect(strongestTone(middle, RATE, [130, 1400])).toBe(440)
    expect(Math.abs(rms(middle, 0, middle.length) / (8000 / Math.SQRT2) - 1)).toBeLessThan(0.1)
  })
})
