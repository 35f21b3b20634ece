import { afterAll, beforeAll, expect, test } from 'vitest'
import { isLatin } from '../../../../main/engines/local/cardFonts.ts'
import { cardGraph, groundShade, layoutCard } from '../../../../main/engines/local/previsCard.ts'
import { fitText, textWidth, wrapText } from '../../../../main/engines/local/wrapText.ts'
import { inEnglish } from '../../../../shared/words/english.ts'
import { inspectMedia } from '../../../fixtures/inspect.ts'
import { type Bench, cut, meanColour, openBench, pictures, psnr, request } from './bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const SIZE = { width: 320, height: 180 }
const brightest = (picture: Buffer): number =>
  picture.reduce((most, value) => Math.max(most, value), 0)

test('a card of ten seconds: text where it belongs, a bar that fills, a quiet ground', async () => {
  const asked = request({
    ...SIZE,
    duration: 10,
    positivePrompt: "It's 100 % quiet: a lake, [dawn] – “still”; \\ %{n}",
    settings: { hdr: true, exrExport: true },
    numberResults: 2,
  })
  const made = await bench.run(asked)
  expect(await inspectMedia(made.video)).toEqual([
    {
      ...{ type: 'video', codec: 'h264', frames: 240, duration: '10.000000', rate: '24/1' },
      ...{ ...SIZE, pixelFormat: 'yuv420p' },
    },
  ])
  expect([made.method, ...made.notes].map(inEnglish)).toEqual([
    'Previs card',
    'Made by the local engine on this machine; it costs nothing.',
    'This is a placeholder card with the prompt, to cut and time with: making pictures from words needs the real model.',
    'HDR was asked for; the local engine writes SDR (BT.709, 8 bits).',
    'EXR export was asked for; the local engine has no HDR picture to export.',
    'One result was made: the local engine gives the same picture every time.',
  ])
  const shown = await pictures(made.video, SIZE)
  const [early, late] = [shown[24] ?? Buffer.alloc(0), shown[216] ?? Buffer.alloc(0)]
  const label = { x: 16, y: 12, width: 140, height: 16 }
  const prompt = { x: 16, y: 60, width: 220, height: 60 }
  expect(brightest(cut(early, SIZE, label))).toBeGreaterThan(130)
  expect(brightest(cut(early, SIZE, prompt))).toBeGreaterThan(200)
  // Nothing is set outside the title-safe margin.
  expect(brightest(cut(early, SIZE, { x: 0, y: 0, width: 12, height: 180 }))).toBeLessThan(130)
  const bar = { x: 200, y: 165, width: 60, height: 3 }
  const [[before], [after]] = [meanColour(cut(early, SIZE, bar)), meanColour(cut(late, SIZE, bar))]
  expect(after).toBeGreaterThan(before + 20)
  // The ground drifts.
  const ground = { x: 250, y: 20, width: 60, height: 120 }
  expect(psnr(cut(early, SIZE, ground), cut(late, SIZE, ground))).toBeLessThan(42)
})

test('a portrait card in letters that the shipped font lacks still runs', async () => {
  const made = await bench.run(
    request({ width: 144, height: 256, positivePrompt: 'Тихое озеро на рассвете' }),
  )
  expect(
    (await inspectMedia(made.video)).map(({ frames, width, height }) => [frames, width, height]),
  ).toEqual([[120, 144, 256]])
})

test('the graph of a card, with and without type', () => {
  const layout = {
    ...{ margin: 16, small: 11, promptTop: 70 },
    prompt: { lines: ['a'], fontSize: 20, isCut: false },
  }
  const card = { size: SIZE, frameCount: 120, layout, promptFile: '/x/prompt.txt' }
  expect(cardGraph(card).split(';')).toEqual([
    [
      '[0:v]scale=180:100:flags=bicubic+accurate_rnd,format=gbrp,setsar=1,loop=loop=119:size=1,setpts=N/(24*TB)',
      "perspective=x0='20*((1-cos(PI*(on-1)/119))/2)':y0='10*(1-((1-cos(PI*(on-1)/119))/2))/2':x1='20*((1-cos(PI*(on-1)/119))/2)+160':y1='10*(1-((1-cos(PI*(on-1)/119))/2))/2':x2='20*((1-cos(PI*(on-1)/119))/2)':y2='10*(1-((1-cos(PI*(on-1)/119))/2))/2+90':x3='20*((1-cos(PI*(on-1)/119))/2)+160':y3='10*(1-((1-cos(PI*(on-1)/119))/2))/2+90':sense=source:eval=frame:interpolation=cubic",
      'scale=320:180:flags=bicubic,noise=alls=2:allf=t:all_seed=7',
      'drawbox=x=16:y=ih-16:w=iw-32:h=2:color=white@0.16:t=fill[card]',
    ].join(','),
    'color=c=0xdfe6ee:s=288x2:r=24,format=gbrp[bar]',
    'color=c=black:s=288x2:r=24,format=gbrp[slot]',
    "[slot][bar]overlay=x='-w+w*(n+1)/120':y=0:format=gbrp,colorkey=black:0.02:0[done]",
    '[card][done]overlay=16:164:format=gbrp:shortest=1[picture]',
  ])
  const drawn = cardGraph({ ...card, fonts: { text: 'font=A', mono: 'font=B' } }).split(';')[0]
  expect(drawn?.split(',drawtext=').slice(1)).toEqual([
    'font=A:text=Previs – local engine\\, no generation:expansion=none:fontsize=11:fontcolor=white@0.72:x=16:y=16',
    'font=A:textfile=/x/prompt.txt:expansion=none:fontsize=20:line_spacing=4:fontcolor=white:x=16:y=70',
    "font=B:timecode='00\\:00\\:00\\:00':rate=24:fontsize=11:fontcolor=white@0.72:x=16:y=h-26-ascent",
    "font=B:text='%{eif\\:n\\:d\\:3} / 120':fontsize=11:fontcolor=white@0.72:x=w-tw-16:y=h-26-ascent[card]",
  ])
})

test('the ground is dark enough for white type, and the prompt alone decides it', () => {
  for (const prompt of ['', 'A lake', 'A vast cathedral of ice', 'Foundry']) {
    const shade = groundShade(prompt)
    const colours = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) => shade(x, y)),
    )
    for (const [r, g, b] of colours) {
      expect(0.2126 * r ** 2.2 + 0.7152 * g ** 2.2 + 0.0722 * b ** 2.2).toBeLessThan(0.183)
    }
    expect(groundShade(prompt)(0.4, 0.6)).toEqual(shade(0.4, 0.6))
  }
  expect(groundShade('A')(0.5, 0.5)).not.toEqual(groundShade('B')(0.5, 0.5))
})

test('every size of the card keeps its text inside the margins', () => {
  const prompt = 'A cinematic sequence inside a vast cathedral carved from ice. '.repeat(12)
  for (const size of [
    { width: 2520, height: 1080 },
    { width: 360, height: 640 },
    { width: 480, height: 480 },
  ]) {
    const { margin, small, prompt: set, promptTop } = layoutCard(prompt, size)
    expect(Math.max(...set.lines.map(textWidth)) * set.fontSize).toBeLessThanOrEqual(
      size.width - 2 * margin,
    )
    expect(promptTop).toBeGreaterThanOrEqual(margin + 2 * small)
    expect(promptTop + set.lines.length * set.fontSize * 1.42).toBeLessThanOrEqual(
      size.height - margin - 2 * small,
    )
  }
})

test('lines', () => {
  expect(wrapText('one two  three\nfour', 5.5)).toEqual(['one two', 'three four'])
  expect(wrapText('Donaudampfschifffahrt', 5)).toEqual(['Donauda', 'mpfschifff', 'ahrt'])
  expect(wrapText('', 5)).toEqual([])
  expect(fitText('word '.repeat(200), { width: 100, height: 60 }, { least: 12, most: 20 })).toEqual(
    {
      lines: ['word word', 'word word', 'word…'],
      fontSize: 12,
      isCut: true,
    },
  )
  expect([isLatin('Grüße – “A” … €'), isLatin('Тихое'), isLatin('静かな湖')]).toEqual([
    true,
    false,
    false,
  ])
})

test('a request with a length that the model does not have is refused', async () => {
  await expect(bench.run(request({ ...SIZE, duration: 7 }))).rejects.toMatchObject({
    kind: 'validation',
    message: 'duration is 7, and a generated shot lasts 5 or 10 seconds. Choose one of them.',
  })
  expect(await bench.leftovers()).toEqual([])
})
