import { expect, test } from 'vitest'
import { compare } from '../../../../renderer/playback/compositor/compare.ts'
import { compose, type Tools } from '../../../../renderer/playback/compositor/compose.ts'
import { cropped } from '../../../../renderer/playback/compositor/layerPicture.ts'
import { clipOf } from '../../../../shared/model/select.ts'
import type { Transition, TransitionStyle } from '../../../../shared/model/transition.ts'
import type {
  Picture,
  PictureAdjustment,
  PictureLayer,
  PictureNode,
} from '../../../../shared/render/picture.ts'
import { cutOf, item } from '../../../shared/edit/cutText.ts'
import { image, Recorder } from './recorder.ts'

const clip = clipOf(cutOf(['V1 |A 0-24|']), item('V1.A'))
const size = { width: 1920, height: 1080 }

const layer = (patch: Partial<PictureLayer> = {}): PictureLayer => ({
  ...{ kind: 'layer', clip, content: { kind: 'solid', color: '#112233' } },
  ...{ centerX: 960, centerY: 540, ...size, scale: 1, rotation: 0, opacity: 1 },
  ...{ crop: { left: 0, top: 0, right: 0, bottom: 0 }, effects: [], blendMode: 'normal' },
  ...patch,
})

/** A layer of media; its picture has its name and is 960 x 540. */
const media = (name: string, patch: Partial<PictureLayer> = {}): PictureLayer =>
  layer({ content: { kind: 'card', name }, ...patch })

const bitmap = { width: 960, height: 540 }
const blur = { kind: 'blur', radius: 0.1 } as const

const transition = (
  style: TransitionStyle,
  progress: number,
  from: PictureLayer | null,
  to: PictureLayer | null,
): PictureNode => ({
  ...{ kind: 'transition', progress, from, to },
  transition: { style } as Transition,
})

/** What is drawn for nodes of a 1080p picture, after its black ground. */
function drawn(nodes: readonly PictureNode[], on = size): string[] {
  const recorder = new Recorder()
  compose(recorder.surface(on.width, on.height), { ...size, nodes }, toolsOf(recorder))
  expect(recorder.out).toBe(0)
  const ground = ['main fill #000000', `main fillRect 0 0 ${on.width} ${on.height}`]
  expect(recorder.calls.slice(0, 2)).toEqual(ground)
  return recorder.calls.slice(2)
}

const toolsOf = ({ sheets, calls }: Recorder): Tools => ({
  sheets,
  effects: {
    apply: ({ width, height }, steps) => {
      calls.push(`effects ${width}x${height} ${JSON.stringify(steps)}`)
      return image('changed')
    },
  },
  stepsOf: (effects, unit) =>
    effects.map((effect) => ({
      kind: 'blur',
      sigma: effect.kind === 'blur' ? effect.radius * unit : 0,
    })),
  pictureOf: ({ content }) =>
    content.kind === 'card'
      ? { kind: 'picture', image: image(content.name), ...bitmap }
      : { kind: 'solid', color: '#112233' },
})

test('nothing is black', () => {
  expect(drawn([])).toEqual([])
})

test('a picture is drawn about its centre, whole, at its own size in the file, and nothing else is done', () => {
  expect(drawn([media('grass')])).toEqual([
    'main translate 960 540',
    'main alpha 1',
    'main as source-over',
    'main drawImage grass 0 0 960 540 -960 -540 1920 1080',
  ])
})

test('on a smaller monitor everything is drawn smaller', () => {
  expect(drawn([media('grass')], { width: 480, height: 270 })).toEqual([
    'main scale 0.25 0.25',
    'main translate 960 540',
    'main alpha 1',
    'main as source-over',
    'main drawImage grass 0 0 960 540 -960 -540 1920 1080',
  ])
})

test('crop takes from the picture and from its place alike; turn, opacity and blend mode come before', () => {
  const crop = { left: 0.25, top: 0, right: 0.25, bottom: 0.5 }
  const placed = { crop, rotation: 180, opacity: 0.5, width: 400, height: 200 }
  expect(drawn([media('grass', { ...placed, blendMode: 'softLight' })])).toEqual([
    'main translate 960 540',
    'main rotate 3.14',
    'main alpha 0.5',
    'main as soft-light',
    'main drawImage grass 240 0 480 270 -100 -100 200 100',
  ])
})

test('a crop that leaves nothing draws nothing, nor does what has no size or no opacity', () => {
  const crop = { left: 0.6, top: 0, right: 0.4, bottom: 0 }
  expect(cropped({ width: 10, height: 10, crop }, size)).toBe(null)
  expect(drawn([media('grass', { width: 0, scale: 0 }), media('sky', { opacity: 0 })])).toEqual([])
})

test('every blend mode has its operation; add is plus-lighter', () => {
  const modes = ['multiply', 'screen', 'overlay', 'add', 'darken', 'lighten', 'difference'] as const
  const as = modes.flatMap((blendMode) =>
    drawn([layer({ blendMode })]).filter((call) => call.startsWith('main as')),
  )
  expect(as.map((call) => call.slice('main as '.length))).toEqual([
    ...['multiply', 'screen', 'overlay', 'lighter', 'darken', 'lighten', 'difference'],
  ])
})

test('effects see the bitmap in its own pixels, and lengths count by the height at scale 1', () => {
  // 540 lines of a picture that is 1080 high at scale 1 and drawn at a half: a radius of 0.1 is 54 of them.
  const half = { width: 960, height: 540, scale: 0.5, effects: [blur] }
  expect(drawn([media('grass', half)])).toEqual([
    'effects 960x540 [{"kind":"blur","sigma":54}]',
    'main translate 960 540',
    'main alpha 1',
    'main as source-over',
    'main drawImage changed 0 0 960 540 -480 -270 960 540',
  ])
})

test('a picture far larger than it is drawn is made smaller before its effects', () => {
  const quarter = { width: 240, height: 135, scale: 0.125, effects: [blur] }
  expect(drawn([media('grass', quarter)]).slice(0, 2)).toEqual([
    'sheet1 drawImage grass 0 0 960 540 0 0 240 135',
    'effects 240x135 [{"kind":"blur","sigma":13.5}]',
  ])
})

test('a dissolve is the one side, and the other over it', () => {
  expect(
    drawn([layer(), transition({ kind: 'dissolve' }, 0.25, media('grass'), media('sky'))]).slice(5),
  ).toEqual([
    'sheet1 alpha 1',
    'sheet1 as source-over',
    'sheet1 drawImage main 0 0 1920 1080 0 0 1920 1080',
    'sheet1 translate 960 540',
    'sheet1 alpha 1',
    'sheet1 as source-over',
    'sheet1 drawImage sky 0 0 960 540 -960 -540 1920 1080',
    'main translate 960 540',
    'main alpha 1',
    'main as source-over',
    'main drawImage grass 0 0 960 540 -960 -540 1920 1080',
    'main alpha 0.25',
    'main drawImage sheet1 0 0',
  ])
})

test('a wipe shows the new side behind its edge', () => {
  const wipe = { kind: 'wipe', angle: 0, softness: 0.1 } as const
  expect(drawn([transition(wipe, 0.5, null, media('sky'))]).slice(-4)).toEqual([
    'sheet1 as destination-in',
    'sheet1 fill gradient(864 540 1056 540)',
    'sheet1 fillRect 0 0 1920 1080',
    'main drawImage sheet1 0 0',
  ])
})

test('a dip tints the clip inside its own shape: the one going out, then the one coming in', () => {
  const dip = { kind: 'dip', color: '#ff0000' } as const
  const [from, to] = [media('grass', { opacity: 0.5, blendMode: 'screen' }), media('sky')]
  expect(drawn([transition(dip, 0.25, from, to)])).toEqual([
    'sheet1 translate 960 540',
    'sheet1 alpha 1',
    'sheet1 as source-over',
    'sheet1 drawImage grass 0 0 960 540 -960 -540 1920 1080',
    'sheet1 as source-atop',
    'sheet1 alpha 0.5',
    'sheet1 fill #ff0000',
    'sheet1 fillRect 0 0 1920 1080',
    'main alpha 0.5',
    'main as screen',
    'main drawImage sheet1 0 0 1920 1080 0 0 1920 1080',
  ])
  expect(drawn([transition(dip, 0.9, from, to)]).slice(3, 6)).toEqual([
    'sheet1 drawImage sky 0 0 960 540 -960 -540 1920 1080',
    'sheet1 as source-atop',
    'sheet1 alpha 0.2',
  ])
  expect(drawn([transition(dip, 0.9, from, null)])).toEqual([])
})

test('an adjustment changes what is below and lays it over it', () => {
  const adjustment: PictureAdjustment = {
    ...{ kind: 'adjustment', clip, opacity: 0.5, effects: [blur], blendMode: 'multiply' },
  }
  expect(drawn([adjustment])).toEqual([
    'effects 1920x1080 [{"kind":"blur","sigma":108}]',
    'main alpha 0.5',
    'main as multiply',
    'main drawImage changed 0 0 1920 1080 0 0 1920 1080',
  ])
})

test('an adjustment takes the place of what is below: laid over it where all is opaque, else cleared first', () => {
  const adjustment: PictureAdjustment = {
    ...{ kind: 'adjustment', clip, opacity: 0.5, effects: [blur], blendMode: 'normal' },
  }
  expect(drawn([adjustment])).toEqual([
    'effects 1920x1080 [{"kind":"blur","sigma":108}]',
    'main alpha 0.5',
    'main drawImage changed 0 0 1920 1080 0 0 1920 1080',
  ])
  const inner: Picture = { width: 640, height: 480, nodes: [adjustment] }
  const nested = layer({ content: { kind: 'nested', picture: inner }, width: 1440 })
  expect(drawn([nested]).slice(0, 6)).toEqual([
    'effects 640x480 [{"kind":"blur","sigma":48}]',
    'sheet1 alpha 0.5',
    'sheet1 as destination-out',
    'sheet1 fill #000000',
    'sheet1 fillRect 0 0 640 480',
    'sheet1 as lighter',
  ])
})

test('an adjustment that changes nothing draws nothing', () => {
  const adjustment: PictureAdjustment = {
    ...{ kind: 'adjustment', clip, opacity: 1, effects: [], blendMode: 'normal' },
  }
  expect(drawn([adjustment])).toEqual([])
})

test('a nested timeline is drawn on a clear sheet of its own size, where mixing minds alpha', () => {
  const inner: Picture = {
    ...{ width: 640, height: 480 },
    nodes: [transition({ kind: 'dissolve' }, 0.25, null, media('sky', { width: 64, height: 48 }))],
  }
  const nested = layer({ content: { kind: 'nested', picture: inner }, width: 1440 })
  expect(drawn([nested])).toEqual([
    'sheet2 alpha 1',
    'sheet2 as source-over',
    'sheet2 drawImage sheet1 0 0 640 480 0 0 640 480',
    'sheet2 translate 960 540',
    'sheet2 alpha 1',
    'sheet2 as source-over',
    'sheet2 drawImage sky 0 0 960 540 -32 -24 64 48',
    'sheet1 alpha 0.25',
    'sheet1 as destination-out',
    'sheet1 fill #000000',
    'sheet1 fillRect 0 0 640 480',
    'sheet1 as lighter',
    'sheet1 drawImage sheet2 0 0',
    'main translate 960 540',
    'main alpha 1',
    'main as source-over',
    'main drawImage sheet1 0 0 640 480 -720 -540 1440 1080',
  ])
})

test('two takes stand side by side, are divided, or are subtracted', () => {
  const compared = (comparison: 'side' | 'wipe' | 'difference'): string[] => {
    const recorder = new Recorder()
    const other = { ...size, nodes: [] }
    compare(
      recorder.surface(1920, 1080),
      { others: [other], comparison, wipe: 0.25 },
      toolsOf(recorder),
    )
    expect(recorder.out).toBe(0)
    return recorder.calls.slice(2)
  }
  expect(compared('side')).toEqual([
    'sheet2 drawImage main 0 0',
    'main fill #000000',
    'main fillRect 0 0 1920 1080',
    'main drawImage sheet2 0 270 960 540',
    'main drawImage sheet1 960 270 960 540',
  ])
  expect(compared('wipe')).toEqual(['main drawImage sheet1 480 0 1440 1080 480 0 1440 1080'])
  expect(compared('difference')).toEqual(['main as difference', 'main drawImage sheet1 0 0'])
})
