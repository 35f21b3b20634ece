/** What the plan makes of transitions, nested timelines and effects, as whole values. */
import { describe, expect, it } from 'vitest'
import type { Clip } from '../../../shared/model/clip.ts'
import { DEFAULT_EFFECTS, type Effect } from '../../../shared/model/effect.ts'
import { constant } from '../../../shared/model/keyframe.ts'
import type { TransitionStyle } from '../../../shared/model/transition.ts'
import { chunksOf, USUAL_LIMITS } from '../../../shared/render/chunks.ts'
import { planRender } from '../../../shared/render/planRender.ts'
import type { PlannedNode } from '../../../shared/render/renderPlan.ts'
import { rational } from '../../../shared/time/rational.ts'
import {
  clipOn,
  type DescribedTimeline,
  documentOf,
  keyed,
  solid,
} from '../../fixtures/documents.ts'
import { assetOf, videoInfo } from './planFixtures.ts'

const film = assetOf('film', videoInfo(rational(25), { seconds: 100 }))
const source: Clip['source'] = { kind: 'asset', assetId: film.id }
const SIZE = { width: 320, height: 180, rate: rational(25) }

function planOf(
  tracks: DescribedTimeline['tracks'],
  others: Record<string, DescribedTimeline> = {},
) {
  const { project, timeline } = documentOf({ main: { ...SIZE, tracks }, ...others }, [film])
  return planRender(project, timeline)
}

/** The media times of a node, in frames of 25 a second. */
const framesOf = (node: PlannedNode | null | undefined): unknown => {
  if (!node || node.kind === 'adjustment') return null
  if (node.kind === 'transition') return { from: framesOf(node.from), to: framesOf(node.to) }
  const { content } = node
  if (content.kind === 'nested') return content.nodes.map(framesOf)
  if (content.kind !== 'video') return content.kind
  const { frames } = content
  const at = ({ num, den }: { num: number; den: number }) => (25 * num) / den
  return 'times' in frames
    ? frames.times.map(at)
    : [at(frames.start), at(frames.step), frames.count]
}

const across = (style: TransitionStyle) =>
  planOf([
    {
      items: [
        clipOn(source, 10, { sourceStart: rational(1) }),
        clipOn(source, 10, { sourceStart: rational(4) }),
      ],
      transitions: [{ at: 1, before: 3, after: 2, style }],
    },
  ]).segments

describe('a transition', () => {
  it('is a segment of its own, on which both clips count on beyond their edges', () => {
    const segments = across({ kind: 'dissolve' })
    expect(
      segments.map(({ start, frameCount, nodes: [node] }) => [start, frameCount, framesOf(node)]),
    ).toEqual([
      [0, 7, [25, 1, 7]],
      [7, 5, { from: [32, 1, 5], to: [97, 1, 5] }],
      [12, 8, [102, 1, 8]],
    ])
    const [node] = segments[1]?.nodes ?? []
    expect(node?.kind === 'transition' && [node.style, node.progress]).toEqual([
      { kind: 'dissolve' },
      [0.1, 0.3, 0.5, 0.7, 0.9],
    ])
  })

  it('through a colour is the clip that is seen, tinted', () => {
    const segments = across({ kind: 'dip', color: '#102030' })
    expect(
      segments.map(({ start, nodes: [node] }) => [
        start,
        framesOf(node),
        node?.kind === 'layer' && node.effects,
      ]),
    ).toEqual([
      [0, [25, 1, 7], []],
      [7, [32, 1, 2], [{ kind: 'tint', color: '#102030', amount: [0.2, 0.6] }]],
      [
        9,
        [99, 1, 3],
        [{ kind: 'tint', color: '#102030', amount: [1, 0.6000000000000001, 0.19999999999999996] }],
      ],
      [12, [102, 1, 8], []],
    ])
  })
})

describe('a nested timeline', () => {
  const inner = {
    ...{ width: 100, height: 100, rate: rational(50) },
    tracks: [{ items: [clipOn(source, 10), clipOn(source, 40, { sourceStart: rational(8) })] }],
  }
  const nested = (more: Partial<Clip>) =>
    planOf(
      [{ items: [clipOn({ kind: 'timeline', timelineId: 'inner' as never }, 8, more as never)] }],
      { inner },
    ).segments.map(({ start, frameCount, nodes: [node] }) => [start, frameCount, framesOf(node)])

  it('is planned over the frames of the outer one, and cut where its own picture changes', () => {
    expect(nested({})).toEqual([
      [0, 5, [[0, 1, 5]]],
      [5, 3, [[200, 1, 3]]],
    ])
  })

  it('runs backwards and at other speeds', () => {
    expect(nested({ speed: rational(-1), sourceStart: rational(12, 50) })).toEqual([
      [0, 2, [[201, -1, 2]]],
      [2, 5, [[4, -1, 5]]],
      // Before its own beginning it shows nothing.
      [7, 1, []],
    ])
  })
})

describe('effects', () => {
  const effect = (kind: Effect['kind'], params: object = {}, more: object = {}): Effect => {
    const made = DEFAULT_EFFECTS[kind]()
    return {
      ...made,
      id: kind,
      ...more,
      params: { ...made.params, ...params },
    } as unknown as Effect
  }
  const planned = (effects: Effect[], duration = 3) =>
    planOf([{ items: [clipOn(solid('#808080'), duration, { effects })] }]).segments

  it('that change nothing are not there, neighbouring colours are one', () => {
    const [segment] = planned([
      effect('grade'),
      effect('blur', { radius: constant(0) }),
      effect('grade', { exposure: constant(1) }),
      effect('key'),
      effect('blur', { radius: constant(0.1) }, { enabled: false }),
      effect('vignette'),
    ])
    const [node] = segment?.nodes ?? []
    expect(
      node?.kind === 'layer' &&
        node.effects.map((each) =>
          each.kind === 'color' ? each.steps.map((step) => step.map(({ kind }) => kind)) : each,
        ),
    ).toEqual([[['grade', 'key']], { kind: 'vignette', amount: 0.4, size: 0.7, softness: 0.5 }])
  })

  it('whose tables or plates change are cut short, and parts hold only so many bytes of them', () => {
    const moving = [effect('vignette', { amount: keyed([0, 0.1], [99, 1]) })]
    const segments = planned(moving, 100)
    expect(segments.map(({ frameCount }) => frameCount)).toEqual([48, 48, 4])
    const plan = { ...planOf([{ items: [clipOn(solid('#808080'), 100, { effects: moving })] }]) }
    const bytes = 320 * 180 * 96
    expect(chunksOf(plan).length).toBe(1)
    expect(
      chunksOf(plan, { ...USUAL_LIMITS, plates: bytes }).map(({ frameCount }) => frameCount),
    ).toEqual([96, 4])
  })
})
