/** What is decoded before a scene is drawn, and what is opened ahead. Files are read by a fake at their port. */
import { expect, test } from 'vitest'
import type { Pictures } from '../../../renderer/playback/pictures.ts'
import {
  lookAhead,
  type PreparePorts,
  pictureNow,
  prepare,
  prepareNow,
} from '../../../renderer/playback/prepare.ts'
import type { Scene } from '../../../renderer/playback/Scene.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import type { Picture, PictureLayer } from '../../../shared/render/picture.ts'
import { pictureAt } from '../../../shared/render/pictureAt.ts'
import { rational } from '../../../shared/time/rational.ts'
import { clipOn, documentOf } from '../../fixtures/documents.ts'

const asset = (name: string): Asset => ({
  ...{ id: name as never, name, mediaKey: name, origin: 'footage' },
  info: {
    ...{ container: 'mp4', kind: 'video', byteSize: 1, duration: rational(10), audio: [] },
    ...{
      warnings: [],
      video: [{ width: 64, height: 36, sampleAspect: rational(1), rotation: 0, color: {} }],
    },
  } as never,
})

/** A dissolves into B over frames 8..11; C lies above in a nested timeline; D follows at 20. */
const on = (name: string) => ({ kind: 'asset', assetId: name }) as never
const { project, timeline } = documentOf(
  {
    main: {
      tracks: [
        {
          items: [clipOn(on('A'), 10), clipOn(on('B'), 10), clipOn(on('D'), 10)],
          transitions: [{ at: 1, before: 2, after: 2, style: { kind: 'dissolve' } }],
        },
        { items: [clipOn({ kind: 'timeline', timelineId: 'inner' as never }, 20)] },
      ],
    },
    inner: { tracks: [{ items: [clipOn(on('C'), 20)] }] },
  },
  ['A', 'B', 'C', 'D'].map(asset),
)
const at = (frame: number): Picture => pictureAt(project, timeline, frame)

const scene = (frame: number, more: Partial<Scene> = {}): Scene => ({
  ...{ frame, size: timeline, picture: at(frame), others: [], comparison: 'one', wipe: 0.5 },
  ...{ ahead: null, isDraft: false, isPlaying: false, quality: 'automatic' },
  ...more,
})

interface Answers {
  /** By copy and name; others are read. */
  readonly [file: string]: 'late' | 'broken'
}

const bitmap = { image: {} as ImageBitmap, width: 32, height: 18 }

function ports(answers: Answers = {}, atHand: Readonly<Record<string, true>> = {}) {
  const asked: string[] = []
  const warmed: string[] = []
  const pictures: Pictures = {
    begin: () => void asked.push('begin'),
    at: async ({ name }, { num, den }, copy) => {
      const file = `${copy} ${name}`
      asked.push(`${file} ${num}/${den}`)
      if (answers[file] === 'broken') throw new Error(`${file} is broken`)
      return answers[file] === 'late' ? null : bitmap
    },
    now: ({ name }) => (name in atHand ? bitmap : null),
    near: () => null,
    warm: ({ name }, { num, den }, copy) => void warmed.push(`${copy} ${name} ${num}/${den}`),
    dispose: () => undefined,
  }
  const made: PreparePorts = {
    pictures,
    hasProxy: (mediaKey) => mediaKey !== 'A',
    card: (_, failure) => ({ title: 'gone', text: failure ?? '' }),
  }
  return { ports: made, asked, warmed }
}

const names = (media: ReadonlyMap<PictureLayer, unknown> | undefined) =>
  [...(media ?? [])].map(([{ content }, picture]) => [
    content.kind === 'media' ? content.asset.name : content.kind,
    picture,
  ])

const waiting = { isStale: () => false, gone: new AbortController().signal }

test('both sides of a transition and what is nested are decoded before anything is drawn', async () => {
  const { ports: given, asked } = ports()
  const ready = await prepare(scene(9), given, waiting)
  expect(names(ready?.media)).toEqual([
    ['A', bitmap],
    ['B', bitmap],
    ['C', bitmap],
  ])
  // B plays beyond its start: its media before zero is its first frame.
  expect(asked).toEqual(['begin', 'original A 9/25', 'original B -1/25', 'original C 9/25'])
})

test('what is at hand is drawn of at once, if all of it is', () => {
  const now = (hand: Readonly<Record<string, true>>) => {
    const { ports: given } = ports({}, hand)
    return prepareNow(scene(9), (content) => pictureNow(content, scene(9), given))
  }
  expect(now({ A: true, B: true })).toBe(null)
  expect(names(now({ A: true, B: true, C: true })?.media).map(([name]) => name)).toEqual([
    ...['A', 'B', 'C'],
  ])
})

test('a draft takes the proxy where there is one, and the original where that fails', async () => {
  const { ports: given, asked } = ports({ 'proxy C': 'broken' })
  const ready = await prepare(scene(9, { isDraft: true }), given, waiting)
  expect({ failures: ready?.failures, standIns: ready?.standIns }).toEqual({
    ...{ failures: [], standIns: [] },
  })
  expect(asked.map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
    ...['begin', 'original A', 'proxy B', 'proxy C', 'original C'],
  ])
})

test('what cannot be read is a card with its failure, and named; the rest is there', async () => {
  const { ports: given } = ports({ 'original A': 'broken' })
  const ready = await prepare(scene(0), given, waiting)
  expect(ready?.failures.map(({ name }) => name)).toEqual(['A'])
  expect(names(ready?.media)).toEqual([
    ['A', { tone: 'missing', title: 'gone', text: 'original A is broken' }],
    ['C', bitmap],
  ])
})

test('a frame that comes too late leaves nothing half painted', async () => {
  const { ports: given } = ports({ 'original B': 'late' })
  expect(await prepare(scene(9), given, { ...waiting, isStale: () => true })).toBe(null)
})

test('looking ahead opens what comes in, once it is not seen yet, and nothing that is', () => {
  const { ports: given, warmed } = ports()
  lookAhead(scene(2), given)
  lookAhead(scene(2, { ahead: at(7), isDraft: true }), given)
  expect(warmed).toEqual([])
  lookAhead(scene(2, { ahead: at(8), isDraft: true }), given)
  lookAhead(scene(12, { ahead: at(22), isDraft: true }), given)
  expect(warmed).toEqual(['proxy B -2/25', 'proxy D 2/25'])
})
