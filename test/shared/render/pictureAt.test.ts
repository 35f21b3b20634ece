/** The tree of a frame, as whole values. */
import { expect, it } from 'vitest'
import { defaultPicture } from '../../../shared/model/clip.ts'
import { DEFAULT_EFFECTS, type Effect } from '../../../shared/model/effect.ts'
import { defaultTitle } from '../../../shared/model/generator.ts'
import type { EffectId, ItemId, TransitionId } from '../../../shared/model/ids.ts'
import { constant } from '../../../shared/model/keyframe.ts'
import type { Project } from '../../../shared/model/project.ts'
import { Records } from '../../../shared/model/records.ts'
import type { Transition } from '../../../shared/model/transition.ts'
import { footageIn } from '../../../shared/render/footageIn.ts'
import type { Picture, PictureClip } from '../../../shared/render/picture.ts'
import { pictureAt } from '../../../shared/render/pictureAt.ts'
import { rational } from '../../../shared/time/rational.ts'
import { assetOf, clip, keyed, ofAsset, projectOf, videoInfo } from './planFixtures.ts'

const film = assetOf('film', videoInfo(rational(24)))
const trackOf = (project: Project, name: string) => {
  const track = project.tracks.values().find((each) => each.name === name)
  if (!track) throw new Error(name)
  return track
}
const across = (
  project: Project,
  name: string,
  more: Pick<Transition, 'from' | 'to' | 'before' | 'after'> & Partial<Transition>,
): Project => ({
  ...project,
  transitions: project.transitions.with({
    id: `${more.from}>${more.to}` as TransitionId,
    trackId: trackOf(project, name).id,
    style: { kind: 'dissolve' },
    ...more,
  }),
})
const words = (node: PictureClip | null): string =>
  !node
    ? 'nothing'
    : node.kind === 'adjustment'
      ? `adjustment ${node.opacity}`
      : `${node.clip.id} ${node.content.kind === 'media' ? (node.content.time.num * 24) / node.content.time.den : node.content.kind}${node.opacity === 1 ? '' : ` at ${node.opacity}`}`
const told = ({ nodes }: Picture): string[] =>
  nodes.map((node) =>
    node.kind === 'transition'
      ? `${words(node.from)} > ${words(node.to)} by ${node.progress}`
      : words(node),
  )
const V1 = (index: number) => `V1.${index}` as ItemId

it('a layer has its place, its scale, its effects with their numbers, and its blend mode', () => {
  const blur: Effect = {
    id: 'e' as EffectId,
    ...DEFAULT_EFFECTS.blur(),
    params: { radius: keyed([0, 0.1], [10, 0.3]) },
  } as Effect
  const off = { id: 'o' as EffectId, ...DEFAULT_EFFECTS.vignette(), enabled: false } as Effect
  const shown = clip({
    source: ofAsset(film),
    duration: 20,
    blendMode: 'screen',
    effects: [blur, off],
    picture: { ...defaultPicture(), scale: constant(0.5) },
  })
  const { project, timeline } = projectOf({}, [film], { V1: [shown] })
  expect(pictureAt(project, timeline, 5)).toEqual({
    width: 320,
    height: 180,
    nodes: [
      {
        kind: 'layer',
        clip: { ...shown, id: 'V1.0' },
        content: { kind: 'media', asset: film, time: rational(5, 24) },
        ...{
          centerX: 160,
          centerY: 90,
          width: 160,
          height: 90,
          scale: 0.5,
          rotation: 0,
          opacity: 1,
        },
        crop: { left: 0, top: 0, right: 0, bottom: 0 },
        effects: [{ kind: 'blur', radius: 0.2 }],
        blendMode: 'screen',
      },
    ],
  })
})

it('a transition stands for its two clips, which count on beyond their edges, without fades there', () => {
  const part = {
    source: ofAsset(film),
    duration: 10,
    sourceStart: rational(1),
    fadeIn: 4,
    fadeOut: 4,
  }
  const { project, timeline } = projectOf({}, [film], { V1: [clip(part), clip(part)] })
  const cut = across(project, 'V1', { from: V1(0), to: V1(1), before: 2, after: 3 })
  const at = (frame: number) => told(pictureAt(cut, timeline, frame))
  expect([7, 8, 10, 12, 13, 19].map(at)).toEqual([
    ['V1.0 31'],
    ['V1.0 32 > V1.1 22 by 0.1'],
    ['V1.0 34 > V1.1 24 by 0.5'],
    ['V1.0 36 > V1.1 26 by 0.9'],
    ['V1.1 27'],
    ['V1.1 33 at 0.125'],
  ])
})

it('a transition to or from nothing, or beside a clip that is switched off, has one side', () => {
  const part = { source: ofAsset(film), duration: 10 }
  const made = projectOf({}, [film], { V1: [2, clip(part), clip({ ...part, enabled: false })] })
  const { timeline } = made
  const one = across(made.project, 'V1', { from: null, to: V1(1), before: 0, after: 4 })
  const both = across(one, 'V1', { from: V1(1), to: V1(2), before: 2, after: 2 })
  expect([1, 2, 5, 6, 10, 13, 14].map((frame) => told(pictureAt(both, timeline, frame)))).toEqual([
    [],
    ['nothing > V1.1 0 by 0.125'],
    ['nothing > V1.1 3 by 0.875'],
    ['V1.1 4'],
    ['V1.1 8 > nothing by 0.125'],
    ['V1.1 11 > nothing by 0.875'],
    [],
  ])
})

it('captions lie above everything, empty words nowhere, adjustments where they are', () => {
  const { project, timeline } = projectOf({}, [film], {
    V1: [clip({ source: ofAsset(film), duration: 10 })],
    V2: [
      clip({
        source: { kind: 'adjustment' },
        duration: 10,
        effects: [{ id: 'e' as EffectId, ...DEFAULT_EFFECTS.grade() } as Effect],
        picture: { ...defaultPicture(), opacity: constant(0.5) },
      }),
    ],
  })
  const subtitles = { ...trackOf(project, 'V1'), id: 'sub' as never, kind: 'subtitle' as const }
  const said = (id: string, text: string) => ({
    ...clip({ source: { kind: 'caption', text }, duration: 5 }),
    id: id as ItemId,
  })
  const captioned: Project = {
    ...project,
    items: Records.of([...project.items, said('c1', 'Oak'), said('c2', ' ')]),
    tracks: Records.of([...project.tracks, { ...subtitles, items: ['c1', 'c2'] as ItemId[] }]),
  }
  const above = { ...timeline, tracks: [subtitles.id, ...timeline.tracks] }
  expect([0, 5].map((frame) => told(pictureAt(captioned, above, frame)))).toEqual([
    ['V1.0 0', 'adjustment 0.5', 'c1 caption'],
    ['V1.0 5', 'adjustment 0.5'],
  ])
})

it('a nested timeline is its own picture at its own rate, fitted inside', () => {
  const inner = projectOf({ rate: rational(12), width: 100, height: 100 }, [film], {
    V1: [
      clip({ source: ofAsset(film), duration: 5 }),
      clip({ source: defaultTitle('Oak'), duration: 5 }),
    ],
  })
  const { project, timeline } = projectOf({}, [film], {
    A1: [],
    V2: [
      clip({
        source: { kind: 'timeline', timelineId: 'inner' as never },
        duration: 20,
        sourceStart: rational(1, 12),
      }),
    ],
  })
  const renamed = (id: string) => `in-${id}`
  const nested: Project = {
    ...project,
    timelines: project.timelines.with({
      ...inner.timeline,
      id: 'inner' as never,
      tracks: inner.timeline.tracks.map((id) => renamed(id) as never),
    }),
    tracks: Records.of([
      ...project.tracks,
      ...inner.project.tracks
        .values()
        .map((track) => ({ ...track, id: renamed(track.id) as never })),
    ]),
    items: Records.of([...project.items, ...inner.project.items]),
  }
  const seen = [0, 1, 2, 7, 8, 17, 18].map((frame) => {
    const [node] = pictureAt(nested, timeline, frame).nodes
    if (node?.kind !== 'layer' || node.content.kind !== 'nested') return null
    const { picture } = node.content
    return [node.width, node.height, picture.width, picture.height, ...told(picture)]
  })
  const frame = [180, 180, 100, 100]
  expect(seen).toEqual([
    [...frame, 'V1.0 2'],
    [...frame, 'V1.0 2'],
    [...frame, 'V1.0 4'],
    [...frame, 'V1.0 8'],
    [...frame, 'V1.1 title'],
    [...frame, 'V1.1 title'],
    frame,
  ])
  expect(footageIn(pictureAt(nested, timeline, 2))).toEqual([
    { kind: 'media', asset: film, time: rational(4, 24) },
  ])
})
