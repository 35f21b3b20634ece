/** Random timelines: their segments cover the range once, and every number in them is that of `pictureAt`. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Clip, defaultPicture } from '../../../shared/model/clip.ts'
import { constant } from '../../../shared/model/keyframe.ts'
import type { TransitionStyle } from '../../../shared/model/transition.ts'
import { curveAt } from '../../../shared/render/curve.ts'
import type { PictureClip, PictureNode } from '../../../shared/render/picture.ts'
import { canBeSeen, pictureAt } from '../../../shared/render/pictureAt.ts'
import { planRender } from '../../../shared/render/planRender.ts'
import type { PlannedClip, PlannedNode } from '../../../shared/render/renderPlan.ts'
import { rational } from '../../../shared/time/rational.ts'
import { clipOn, type DescribedTrack, documentOf, keyed, solid } from '../../fixtures/documents.ts'
import { isSoak } from '../../soak.ts'
import { assetOf, videoInfo } from './planFixtures.ts'

const film = assetOf('film', videoInfo(rational(24), { seconds: 100 }))

const motions: fc.Arbitrary<Partial<Clip>> = fc.constantFrom(
  {},
  { speed: rational(-1) },
  { speed: rational(5, 2) },
  {
    speedKeys: [
      { id: 'a' as never, frame: 2, speed: rational(2), ease: 'linear' as const },
      { id: 'b' as never, frame: 20, speed: rational(-1), ease: 'smooth' as const },
    ],
  },
)
const looks: fc.Arbitrary<Partial<Clip>> = fc.constantFrom(
  {},
  { blendMode: 'screen' as const },
  { fadeIn: 3, fadeOut: 2 },
  { enabled: false },
  { picture: { ...defaultPicture(), scale: keyed([0, 0.2], [15, 1.5]) } },
  { picture: { ...defaultPicture(), opacity: keyed([3, 1], [9, 0]) } },
  { picture: { ...defaultPicture(), scale: constant(0.5), rotation: constant(12) } },
)
const sources = fc.constantFrom<Clip['source'][]>(
  { kind: 'asset', assetId: film.id },
  { kind: 'asset', assetId: film.id },
  solid('#204060'),
  { kind: 'timeline', timelineId: 'inner' as never },
  { kind: 'adjustment' },
)
const clips = (of: fc.Arbitrary<Clip['source']>): fc.Arbitrary<Clip> =>
  fc
    .tuple(of, fc.integer({ min: 4, max: 60 }), motions, looks)
    .map(([source, duration, motion, look]) =>
      clipOn(source, duration, {
        ...motion,
        ...(look as object),
        sourceStart: rational(5),
      }),
    )
const styles = fc.constantFrom<TransitionStyle[]>(
  { kind: 'dissolve' },
  { kind: 'wipe', angle: 45, softness: 0 },
  { kind: 'dip', color: '#000000' },
)

const tracks = (of: fc.Arbitrary<Clip['source']>): fc.Arbitrary<DescribedTrack> =>
  fc
    .array(
      fc.tuple(
        fc.oneof({ weight: 4, arbitrary: clips(of) }, fc.integer({ min: 1, max: 9 })),
        fc.option(styles),
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((entries) => {
      const items = entries.map(([item]) => item)
      const transitions = entries.flatMap(([item, style], at) => {
        const before = items[at - 1]
        if (!style || (typeof item === 'number' && typeof (before ?? 0) === 'number')) return []
        const [left, right] = [
          typeof (before ?? 0) === 'number' ? 0 : 2,
          typeof item === 'number' ? 0 : 2,
        ]
        return [{ at, before: left, after: right, style }]
      })
      return { items, transitions }
    })

const documents = fc
  .tuple(
    fc.array(tracks(sources), { minLength: 1, maxLength: 3 }),
    fc.array(
      tracks(
        fc.constantFrom<Clip['source'][]>({ kind: 'asset', assetId: film.id }, solid('#ffffff')),
      ),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
    fc.integer({ min: 0, max: 30 }),
    fc.integer({ min: 1, max: 200 }),
  )
  .map(([outer, inner, start, length]) => ({
    ...documentOf(
      {
        main: { width: 320, height: 180, rate: rational(25), tracks: outer },
        inner: { width: 100, height: 200, rate: rational(30000, 1001), tracks: inner },
      },
      [film],
    ),
    range: { in: start, out: start + length },
  }))

const seen = (nodes: readonly PictureNode[]): string[] =>
  nodes
    .flatMap((node): (PictureClip | null)[] => {
      if (node.kind !== 'transition') return [node]
      if (node.transition.style.kind !== 'dip') return [node.from, node.to]
      return [node.progress < 0.5 ? node.from : node.to]
    })
    .flatMap((clip) => (clip && canBeSeen(clip) ? [told(clip)] : []))
const round = (value: number): number => Math.round(value * 1e6) / 1e6
const told = (clip: PictureClip): string =>
  clip.kind === 'layer'
    ? `${clip.clip.id} ${[clip.centerX, clip.width, clip.rotation, clip.opacity].map(round)}`
    : `${clip.clip.id} ${round(clip.opacity)}`

const planned = (nodes: readonly PlannedNode[], frame: number): string[] =>
  nodes
    .flatMap((node): (PlannedClip | null)[] =>
      node.kind === 'transition' ? [node.from, node.to] : [node],
    )
    .flatMap((clip) => {
      if (!clip) return []
      const at = (curve: number | readonly number[]) => round(curveAt(curve, frame))
      if (clip.kind === 'adjustment') {
        const isSeen = clip.effects.length > 0 || clip.blendMode !== 'normal'
        return isSeen && at(clip.opacity) > 0 ? [`${clip.clipId} ${at(clip.opacity)}`] : []
      }
      if (at(clip.opacity) <= 0 || at(clip.width) <= 0) return []
      return [`${clip.clipId} ${[clip.centerX, clip.width, clip.rotation, clip.opacity].map(at)}`]
    })

it('cover their range once, and hold what is seen on each frame', () => {
  fc.assert(
    fc.property(documents, ({ project, timeline, range }) => {
      const { segments, frameCount } = planRender(project, timeline, { range })
      let at = 0
      for (const segment of segments) {
        expect(segment.start).toBe(at)
        expect(segment.frameCount).toBeGreaterThan(0)
        for (let frame = 0; frame < segment.frameCount; frame++) {
          const wanted = seen(pictureAt(project, timeline, range.in + at + frame).nodes)
          const found = planned(segment.nodes, frame)
          // What is wholly covered is left out, from the bottom.
          expect(wanted.slice(wanted.length - found.length)).toEqual(found)
        }
        for (const node of segment.nodes) {
          if (node.kind !== 'layer' || node.content.kind !== 'video') continue
          const { frames } = node.content
          expect('times' in frames ? frames.times.length : frames.count).toBe(segment.frameCount)
        }
        at += segment.frameCount
      }
      expect(at).toBe(frameCount)
    }),
    { numRuns: isSoak ? 3000 : 150 },
  )
})
