/** Where words stand, as calls on a canvas on which every letter is half an em wide. */
import { expect, it } from 'vitest'
import { defaultTitle } from '../../../shared/model/generator.ts'
import {
  drawCaption,
  drawCard,
  drawTitle,
  type TextCanvas,
} from '../../../shared/render/drawTitle.ts'

const frame = { width: 1000, height: 500 }

function drawn(draw: (canvas: TextCanvas) => void): string[] {
  const calls: string[] = []
  const round = (value: number) => Math.round(value * 100) / 100
  const canvas: TextCanvas = {
    ...{ font: '', fillStyle: '', globalAlpha: 1, textAlign: 'start', textBaseline: 'top' },
    measureText: (text) => ({
      width: (text.length * Number(/([\d.]+)px/.exec(canvas.font)?.[1])) / 2,
    }),
    fillRect: (...box) =>
      calls.push(`box ${box.map(round).join(' ')} ${canvas.fillStyle} ${canvas.globalAlpha}`),
    fillText: (text, x, y) =>
      calls.push(
        `${text} at ${round(x)} ${round(y)} ${canvas.textAlign} ${canvas.font} ${canvas.fillStyle}`,
      ),
  }
  draw(canvas)
  return calls
}

it('a title stands about its point, its lines 1.2 apart on computed baselines', () => {
  const title = { ...defaultTitle('Oak\nFir tree'), size: 0.1, x: 0.25, y: 0.5 }
  expect(drawn((canvas) => drawTitle(canvas, frame, title))).toEqual([
    'Oak at 250 238.2 center 600 50px "Inter Variable" #ffffff',
    'Fir tree at 250 298.2 center 600 50px "Inter Variable" #ffffff',
  ])
})

it('a box reaches beyond the block, which hangs on its anchor', () => {
  const boxed = {
    ...{ ...defaultTitle('Oak'), size: 0.1, weight: 300, font: 'JetBrains Mono' as const },
    ...{ x: 0.9, y: 0.2, align: 'right' as const, background: { color: '#102030', opacity: 0.5 } },
  }
  expect(drawn((canvas) => drawTitle(canvas, frame, boxed))).toEqual([
    'box 807.5 60 110 80 #102030 0.5',
    'Oak at 900 118.2 right 300 50px "JetBrains Mono Variable" #ffffff',
  ])
})

it('a caption is wrapped by words and ends above the lower edge', () => {
  // 22.5 px letters, 11.25 wide: 71 fit into 800.
  const text = `${'oak '.repeat(18)}fir`
  expect(drawn((canvas) => drawCaption(canvas, frame, text))).toEqual([
    'box 92.75 401.5 814.5 63 #000000 0.6',
    `${'oak '.repeat(17)}oak at 500 427.69 center 500 22.5px "Inter Variable" #ffffff`,
    'fir at 500 454.69 center 500 22.5px "Inter Variable" #ffffff',
  ])
})

it('a card names what it stands for, small enough to be read whole', () => {
  const card = { title: 'Oak', text: 'No take yet', tone: 'shot' as const }
  expect(drawn((canvas) => drawCard(canvas, frame, card))).toEqual([
    'box 0 0 1000 500 #2a2140 1',
    'Oak at 500 239.5 center 600 31.25px "Inter Variable" #e6e8ea',
    'No take yet at 500 275.58 center 400 18.75px "Inter Variable" #a9b0b8',
  ])
  const long = { title: 'o'.repeat(90), tone: 'missing' as const }
  expect(drawn((canvas) => drawCard(canvas, frame, long))).toEqual([
    'box 0 0 1000 500 #3a1715 1',
    `${'o'.repeat(90)} at 500 257.28 center 600 20px "Inter Variable" #e6e8ea`,
  ])
})
