/** What the verbs that cut do to effects and fades: keyframes stay on their picture, fades on their edge. */
import { describe, expect, it } from 'vitest'
import { freezeFrame } from '../../../shared/edit/freezeFrame.ts'
import { join } from '../../../shared/edit/join.ts'
import { removeUnusedAssets } from '../../../shared/edit/removeUnusedAssets.ts'
import { retime } from '../../../shared/edit/retime.ts'
import { split } from '../../../shared/edit/split.ts'
import { trim } from '../../../shared/edit/trim.ts'
import { type Clip, clipSchema, type Item } from '../../../shared/model/clip.ts'
import { DEFAULT_EFFECTS, type Effect, effectSchema } from '../../../shared/model/effect.ts'
import type { EffectId, KeyframeId } from '../../../shared/model/ids.ts'
import { LINEAR } from '../../../shared/model/keyframe.ts'
import type { Project } from '../../../shared/model/project.ts'
import { Records } from '../../../shared/model/records.ts'
import { clipOf } from '../../../shared/model/select.ts'
import { rational } from '../../../shared/time/rational.ts'
import { assetOf } from '../model/mediaOf.ts'
import { counting, cutOf, item, TIMELINE } from './cutText.ts'

const A = item('V1.A')

/** A blur that grows from 0 at `from` to 1 at `to`. */
const blur = (from: number, to: number): Effect => ({
  ...DEFAULT_EFFECTS.blur(),
  id: 'blur' as EffectId,
  params: {
    radius: {
      value: 0,
      keyframes: [from, to].map((frame, value) => ({
        id: `k${value}` as KeyframeId,
        frame,
        value,
        easing: LINEAR,
      })),
    },
  },
})

function styled(): Project {
  const cut = cutOf(['V1 |A 0-24|'])
  const clip: Clip = {
    ...clipOf(cut, A),
    effects: [blur(0, 20)],
    blendMode: 'screen',
    fadeIn: 6,
    fadeOut: 4,
  }
  return { ...cut, items: Records.of<Item>([clip]) }
}

const styleOf = (project: Project, id: string) => {
  const { effects, fadeIn, fadeOut } = clipOf(project, item(id))
  return { effects, fadeIn, fadeOut }
}

describe('effects and fades', () => {
  const halves = () =>
    split(styled(), { timelineId: TIMELINE, frame: 10, linked: true }, counting('new'))

  it('are divided by a split and made whole by a join', () => {
    expect([styleOf(halves(), 'V1.A'), styleOf(halves(), 'new.1')]).toEqual([
      { effects: [blur(0, 20)], fadeIn: 6, fadeOut: undefined },
      { effects: [blur(-10, 10)], fadeIn: undefined, fadeOut: 4 },
    ])
    const point = { leftId: A, rightId: item('new.1'), linked: true }
    expect(join(halves(), point, counting('j'))).toEqual(styled())
  })

  it('follow a trim', () => {
    const args = { itemId: A, edge: 'start', delta: 3, linked: true } as const
    expect(styleOf(trim(styled(), args, counting('n')), 'V1.A')).toEqual({
      effects: [blur(-3, 17)],
      fadeIn: 6,
      fadeOut: 4,
    })
  })

  it('stretch with the speed', () => {
    const args = { itemId: A, speed: rational(1, 2), ripple: true }
    expect(styleOf(retime(styled(), args, counting('n')), 'V1.A').effects).toEqual([blur(0, 40)])
  })

  it('stand still in a held frame', () => {
    const args = { itemId: A, frame: 5, duration: 10, ripple: true }
    const held = { ...blur(0, 20), params: { radius: { value: 0.25, keyframes: [] } } }
    expect(styleOf(freezeFrame(styled(), args, counting('new')), 'new.1')).toEqual({
      effects: [held],
      fadeIn: undefined,
      fadeOut: undefined,
    })
  })

  it('keep the look-up table they need', () => {
    const before = styled()
    const grade: Effect = {
      ...DEFAULT_EFFECTS.grade(),
      id: 'grade' as EffectId,
      lutId: 'lut' as never,
    }
    const clip = { ...clipOf(before, A), effects: [grade] }
    const project = {
      ...before,
      items: Records.of<Item>([clip]),
      assets: before.assets.with(assetOf('lut')),
    }
    expect(() => removeUnusedAssets(project, ['lut' as never])).toThrow(
      '"lut.mp4" is used by the grade of "A"; delete that first.',
    )
  })

  it('are read back as they were, with what later versions add', () => {
    const clip = { ...clipOf(styled(), A), effects: [{ ...blur(0, 20), later: 1 }] }
    expect(clipSchema.parse(JSON.parse(JSON.stringify(clip)))).toEqual(clip)
  })

  it.each(Object.entries(DEFAULT_EFFECTS))('%s has a default that its schema takes', (_, make) => {
    const effect = { ...make(), id: 'e' }
    expect(effectSchema.parse(effect)).toEqual(effect)
  })
})
