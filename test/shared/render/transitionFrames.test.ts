/** Transitions in exported frames, against sums worked out here. */
import { describe, expect, it } from 'vitest'
import { type Clip, defaultPicture } from '../../../shared/model/clip.ts'
import type { TransitionId } from '../../../shared/model/ids.ts'
import { constant } from '../../../shared/model/keyframe.ts'
import type { Transition, TransitionStyle } from '../../../shared/model/transition.ts'
import { projectOf } from './planFixtures.ts'
import { apart, type Frames, framesOf, type Rgb, solid } from './solidScene.ts'

const CANVAS = { width: 64, height: 36 }

type Cut = Pick<Transition, 'from' | 'to' | 'before' | 'after'> & {
  readonly style: TransitionStyle
}

function crossing(
  tracks: Parameters<typeof projectOf>[2],
  name: string,
  cuts: readonly Cut[],
): Promise<Frames> {
  const { project, timeline } = projectOf(CANVAS, [], tracks)
  const track = project.tracks.values().find((each) => each.name === name)
  if (!track) throw new Error(name)
  const transitions = cuts.reduce(
    (table, cut, i) => table.with({ id: `t${i}` as TransitionId, trackId: track.id, ...cut }),
    project.transitions,
  )
  return framesOf({ ...project, transitions }, timeline)
}

const mix = (one: Rgb, other: Rgb, part: number): Rgb => [
  one[0] + (other[0] - one[0]) * part,
  one[1] + (other[1] - one[1]) * part,
  one[2] + (other[2] - one[2]) * part,
]
const RED: Rgb = [200, 40, 20]
const BLUE: Rgb = [10, 60, 220]
const BLACK: Rgb = [0, 0, 0]
const GREEN: Rgb = [0, 128, 64]
const red = (duration: number, more: Partial<Clip> = {}) => solid('#c82814', duration, more)
const blue = (duration: number, more: Partial<Clip> = {}) => solid('#0a3cdc', duration, more)
const green = (duration: number) => solid('#008040', duration)
const inset = (scale: number): Partial<Clip> => ({
  picture: { ...defaultPicture(), scale: constant(scale) },
})
const ids = (from: number | null, to: number | null, track = 'V1') => ({
  from: (from === null ? null : `${track}.${from}`) as Cut['from'],
  to: (to === null ? null : `${track}.${to}`) as Cut['to'],
})
const dissolve = { kind: 'dissolve' } as const

function expectColors(
  frames: Frames,
  x: number,
  y: number,
  wanted: readonly Rgb[],
  within = 1.2,
): void {
  const found = wanted.map((_, frame) => frames.at(frame, x, y))
  const errors = wanted.map((color, frame) => apart(found[frame] ?? BLACK, color))
  expect({ errors: errors.map((error) => error > within), found, wanted }).toMatchObject({
    errors: wanted.map(() => false),
  })
}

describe('a dissolve', () => {
  it('mixes two opaque clips linearly, taken at the middle of each frame', async () => {
    const frames = await crossing({ V1: [red(6), blue(6)] }, 'V1', [
      { ...ids(0, 1), before: 3, after: 5, style: dissolve },
    ])
    expect(frames.count).toBe(12)
    expectColors(
      frames,
      30,
      20,
      Array.from({ length: 12 }, (_, frame) =>
        mix(RED, BLUE, frame < 3 ? 0 : frame >= 11 ? 1 : (frame - 3 + 0.5) / 8),
      ),
    )
  })

  it('of small pictures over another track changes nothing beside them', async () => {
    const frames = await crossing(
      { V1: [green(8)], V2: [red(4, inset(0.5)), blue(4, inset(0.25))] },
      'V2',
      [{ ...ids(0, 1, 'V2'), before: 2, after: 2, style: dissolve }],
    )
    const part = (frame: number): number => (frame < 2 ? 0 : frame > 5 ? 1 : (frame - 2 + 0.5) / 4)
    const every = (color: (part: number) => Rgb): Rgb[] =>
      Array.from({ length: 8 }, (_, frame) => color(part(frame)))
    expectColors(
      frames,
      32,
      18,
      every((p) => mix(RED, BLUE, p)),
    )
    expectColors(
      frames,
      18,
      18,
      every((p) => mix(RED, GREEN, p)),
    )
    expectColors(
      frames,
      4,
      18,
      every(() => GREEN),
    )
  })

  it('comes from nothing and goes to nothing', async () => {
    const frames = await crossing({ V1: [red(8)] }, 'V1', [
      { ...ids(null, 0), before: 0, after: 4, style: dissolve },
      { ...ids(0, null), before: 2, after: 0, style: dissolve },
    ])
    const parts = [1 / 8, 3 / 8, 5 / 8, 7 / 8, 1, 1, 3 / 4, 1 / 4]
    expectColors(
      frames,
      9,
      9,
      parts.map((part) => mix(BLACK, RED, part)),
    )
  })

  it('takes the place of a fade at its edge', async () => {
    const frames = await crossing({ V1: [red(4, { fadeOut: 4 }), blue(4, { fadeIn: 4 })] }, 'V1', [
      { ...ids(0, 1), before: 1, after: 1, style: dissolve },
    ])
    const parts = [0, 0, 0, 1 / 4, 3 / 4, 1, 1, 1]
    expectColors(
      frames,
      9,
      9,
      parts.map((part) => mix(RED, BLUE, part)),
    )
  })
})

it('a dip goes to its colour and comes from it, inside its own shape', async () => {
  const style = { kind: 'dip', color: '#ffffff' } as const
  const frames = await crossing({ V1: [green(8)], V2: [red(4, inset(0.5)), blue(4)] }, 'V2', [
    { ...ids(0, 1, 'V2'), before: 2, after: 2, style },
  ])
  const white: Rgb = [255, 255, 255]
  const at = (inside: Rgb, amount: number): Rgb => mix(inside, white, amount)
  const amounts = [0, 0, 1 / 4, 3 / 4, 3 / 4, 1 / 4, 0, 0]
  expectColors(
    frames,
    32,
    18,
    amounts.map((amount, i) => at(i < 4 ? RED : BLUE, amount)),
  )
  expectColors(
    frames,
    4,
    4,
    amounts.map((amount, i) => (i < 4 ? GREEN : at(BLUE, amount))),
  )
})

describe('a wipe', () => {
  const wiped = async (angle: number, softness: number) => {
    const frames = await crossing({ V1: [red(4), blue(4)] }, 'V1', [
      { ...ids(0, 1), before: 2, after: 2, style: { kind: 'wipe', angle, softness } },
    ])
    const turn = (angle * Math.PI) / 180
    const [right, down] = [Math.cos(turn), Math.sin(turn)]
    const corners = [0, 64].flatMap((x) => [0, 36].map((y) => x * right + y * down))
    const [low, high] = [Math.min(...corners), Math.max(...corners)]
    for (const frame of [2, 3, 4, 5]) {
      const p = (frame - 2 + 0.5) / 4
      const edge = Math.max(softness, 1 / (high - low))
      for (const [x, y] of [
        [1, 1],
        [20, 8],
        [31, 17],
        [32, 18],
        [40, 30],
        [47, 5],
        [62, 34],
      ] as const) {
        const s = ((x + 0.5) * right + (y + 0.5) * down - low) / (high - low)
        const m = Math.min(1, Math.max(0, (p * (1 + edge) - s) / edge))
        expect([frame, x, y, apart(frames.at(frame, x, y), mix(RED, BLUE, m)) < 1.6]).toEqual([
          frame,
          x,
          y,
          true,
        ])
      }
    }
    expect(apart(frames.at(1, 5, 5), RED)).toBeLessThan(1.2)
    expect(apart(frames.at(6, 5, 5), BLUE)).toBeLessThan(1.2)
  }

  it('travels to the right', () => wiped(0, 0))
  it('travels from corner to corner, softly', () => wiped(30, 0.4))
  it('travels upwards and to the left', () => wiped(-135, 0.1))
})
