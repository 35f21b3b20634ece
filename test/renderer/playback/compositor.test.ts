import { expect, test } from 'vitest'
import { type Canvas2d, compose, cropped } from '../../../renderer/playback/compositor.ts'
import { clipOf } from '../../../shared/model/select.ts'
import type { PictureLayer } from '../../../shared/render/picture.ts'
import { cutOf, item } from '../../shared/edit/cutText.ts'

const clip = clipOf(cutOf(['V1 |A 0-24|']), item('V1.A'))
const layer = (patch: Partial<PictureLayer> = {}): PictureLayer => ({
  kind: 'layer',
  clip,
  content: { kind: 'solid', color: '#112233' },
  centerX: 960,
  centerY: 540,
  width: 1920,
  height: 1080,
  scale: 1,
  rotation: 0,
  opacity: 1,
  crop: { left: 0, top: 0, right: 0, bottom: 0 },
  effects: [],
  blendMode: 'normal',
  ...patch,
})

/** Writes down what is drawn, in words. */
function recorder() {
  const calls: string[] = []
  const note =
    (name: string) =>
    (...args: unknown[]) => {
      calls.push(`${name} ${args.filter((arg) => typeof arg !== 'object').join(' ')}`.trim())
    }
  const context = {
    save: note('save'),
    restore: note('restore'),
    translate: note('translate'),
    rotate: note('rotate'),
    drawImage: note('drawImage'),
    fillRect: note('fillRect'),
    fillText: note('fillText'),
    font: '',
    textAlign: 'start',
    textBaseline: 'alphabetic',
    set globalAlpha(value: number) {
      calls.push(`alpha ${value}`)
    },
    set fillStyle(value: string) {
      calls.push(`fill ${value}`)
    },
  } as unknown as Canvas2d
  return { context, calls }
}

const size = { width: 1920, height: 1080 }
const black = ['save', 'alpha 1', 'fill #000000', 'fillRect 0 0 1920 1080', 'restore']
const image = {} as CanvasImageSource

test('nothing is black', () => {
  const { context, calls } = recorder()
  compose(context, size, [])
  expect(calls).toEqual(black)
})

test('a picture is drawn about its centre, whole, at its own size in the file', () => {
  const { context, calls } = recorder()
  compose(context, size, [
    { layer: layer(), picture: { kind: 'picture', image, width: 960, height: 540 } },
  ])
  expect(calls).toEqual([
    ...black,
    'save',
    'translate 960 540',
    'alpha 1',
    'drawImage 0 0 960 540 -960 -540 1920 1080',
    'restore',
  ])
})

test('crop takes from the picture and from its place alike; turn and opacity come before', () => {
  const { context, calls } = recorder()
  const crop = { left: 0.25, top: 0, right: 0.25, bottom: 0.5 }
  compose(context, size, [
    {
      layer: layer({ crop, rotation: 180, opacity: 0.5, width: 400, height: 200 }),
      picture: { kind: 'picture', image, width: 800, height: 400 },
    },
  ])
  expect(calls.slice(black.length)).toEqual([
    'save',
    'translate 960 540',
    `rotate ${Math.PI}`,
    'alpha 0.5',
    'drawImage 200 0 400 200 -100 -100 200 100',
    'restore',
  ])
})

test('a crop that leaves nothing draws nothing', () => {
  const crop = { left: 0.6, top: 0, right: 0.4, bottom: 0 }
  expect(cropped({ width: 10, height: 10, crop }, size)).toBe(null)
})

test('layers are drawn from bottom to top; a shot without a take is a card with its name', () => {
  const { context, calls } = recorder()
  compose(context, size, [
    { layer: layer(), picture: { kind: 'solid', color: '#112233' } },
    {
      layer: layer(),
      picture: { kind: 'card', tone: 'shot', title: 'oak_push', text: 'No take yet' },
    },
  ])
  expect(calls.filter((call) => call.startsWith('fill'))).toEqual([
    'fill #000000',
    'fillRect 0 0 1920 1080',
    'fill #112233',
    'fillRect -960 -540 1920 1080',
    'fill #2a2140',
    'fillRect -960 -540 1920 1080',
    'fill #e6e8ea',
    'fillText oak_push 0 -47.25',
    'fill #a9b0b8',
    'fillText No take yet 0 40.5',
  ])
})
