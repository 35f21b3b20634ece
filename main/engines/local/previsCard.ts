/** A shot that is only a prompt: a quiet moving card that says so, to cut and time with. */

import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { VideoInferenceRequest } from '../../../shared/generation/request.ts'
import { optionValue } from '../../../shared/render/escape.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { say } from '../../../shared/words/say.ts'
import { type CardFonts, findCardFonts } from './cardFonts.ts'
import { intoGamut, type Triple } from './colorSpace.ts'
import { generationSize, sizeNote } from './outputSize.ts'
import { paintedInput, type Shade } from './smallPicture.ts'
import { RATE } from './sourceFilters.ts'
import type { Rendering, Size, Work } from './Work.ts'
import { type FittedText, fitText, LINE_HEIGHT } from './wrapText.ts'

const GROUND_SIZE: Size = { width: 96, height: 54 }
/** Painted into the picture, which is the same wherever it is made: in English. */
const label = (): string => inEnglish(say('take:cardLabel'))

/** Repeatable numbers 0..1 from a text. */
function numbersOf(text: string, count: number): number[] {
  const bytes = createHash('sha256').update(text).digest()
  return Array.from({ length: count }, (_, i) => (bytes[i % bytes.length] ?? 0) / 255)
}

/** Two soft lights on a dark ground: hues from the prompt's hash, brightness kept low so that white text reads. */
export function groundShade(prompt: string): Shade {
  const [hue = 0, apart = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbersOf(prompt, 6)
  const angle = hue * 2 * Math.PI
  const other = angle + (0.5 + apart) * (apart > 0.5 ? 1 : -1)
  const colour = (lightness: number, chroma: number, at: number): Triple => [
    lightness,
    chroma * Math.cos(at),
    chroma * Math.sin(at),
  ]
  const [ground, first, second] = [
    colour(0.2, 0.03, angle),
    colour(0.42, 0.085, angle),
    colour(0.36, 0.09, other),
  ]
  const near = (x: number, y: number, cx: number, cy: number, reach: number): number =>
    Math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * reach * reach))
  return (x, y) => {
    const a = near(x, y, 0.15 + 0.3 * x1, 0.1 + 0.4 * y1, 0.34)
    const b = near(x, y, 0.65 + 0.3 * x2, 0.55 + 0.4 * y2, 0.3)
    const mix = (axis: 0 | 1 | 2): number =>
      ground[axis] + (first[axis] - ground[axis]) * a + (second[axis] - ground[axis]) * b * 0.85
    return intoGamut([mix(0), mix(1), mix(2)])
  }
}

export interface CardLayout {
  /** Title-safe distance from every edge, pixels. */
  readonly margin: number
  /** Type of the label and the counters, pixels. */
  readonly small: number
  readonly prompt: FittedText
  /** Top of the prompt's first line. */
  readonly promptTop: number
}

export function layoutCard(prompt: string, { width, height }: Size): CardLayout {
  const short = Math.min(width, height)
  const margin = Math.round(Math.max(short * 0.08, width * 0.05))
  const small = Math.max(11, Math.round(short * 0.026))
  const room = { width: width - 2 * margin, height: height - 2 * margin - 5 * small }
  const measure = Math.min(room.width, Math.round(short * 1.35))
  const fitted = fitText(
    prompt,
    { width: measure, height: room.height },
    {
      least: Math.max(12, Math.round(short * 0.026)),
      most: Math.max(16, Math.round(short * 0.062)),
    },
  )
  const block = fitted.lines.length * fitted.fontSize * LINE_HEIGHT
  return {
    margin,
    small,
    prompt: fitted,
    promptTop: Math.round(margin + 2.5 * small + (room.height - block) / 2),
  }
}

/** Share of the picture by which the ground drifts, out of view. */
const DRIFT = 0.12

/** The ground (input 0) moves once across, eased; it has no detail, so half the size does. */
export function cardGraph(card: {
  readonly size: Size
  readonly frameCount: number
  readonly layout: CardLayout
  readonly fonts?: CardFonts
  /** A file with the prompt's lines. */
  readonly promptFile: string
}): string {
  const { width, height } = card.size
  const { margin, small, prompt, promptTop } = card.layout
  const last = card.frameCount - 1
  const even = (value: number): number => Math.round(value / 2) * 2
  const ground = {
    width: even((width * (1 + DRIFT)) / 2),
    height: even((height * (1 + DRIFT)) / 2),
  }
  const view = { width: even(width / 2), height: even(height / 2) }
  const eased = `((1-cos(PI*(on-1)/${last}))/2)`
  const left = `${ground.width - view.width}*${eased}`
  const top = `${ground.height - view.height}*(1-${eased})/2`
  const corners = [
    `x0='${left}':y0='${top}':x1='${left}+${view.width}':y1='${top}'`,
    `x2='${left}':y2='${top}+${view.height}':x3='${left}+${view.width}':y3='${top}+${view.height}'`,
  ].join(':')
  const rule = Math.max(2, Math.round(small / 9))
  const background = [
    `[0:v]scale=${ground.width}:${ground.height}:flags=bicubic+accurate_rnd,format=gbrp`,
    `setsar=1,loop=loop=${last}:size=1,setpts=N/(${RATE}*TB)`,
    `perspective=${corners}:sense=source:eval=frame:interpolation=cubic,scale=${width}:${height}:flags=bicubic`,
    // A little grain hides the steps of eight bits.
    'noise=alls=2:allf=t:all_seed=7',
  ].join(',')
  const progress = [
    `drawbox=x=${margin}:y=ih-${margin}:w=iw-${2 * margin}:h=${rule}:color=white@0.16:t=fill`,
  ]
  const { fonts } = card
  const text = fonts ? drawCard(fonts) : []
  return [
    `${background},${[...progress, ...text].join(',')}[card]`,
    `color=c=0xdfe6ee:s=${width - 2 * margin}x${rule}:r=${RATE},format=gbrp[bar]`,
    `color=c=black:s=${width - 2 * margin}x${rule}:r=${RATE},format=gbrp[slot]`,
    `[slot][bar]overlay=x='-w+w*(n+1)/${card.frameCount}':y=0:format=gbrp,colorkey=black:0.02:0[done]`,
    `[card][done]overlay=${margin}:${height - margin}:format=gbrp:shortest=1[picture]`,
  ].join(';')

  function drawCard({ text: plain, mono }: CardFonts): string[] {
    const common = 'fontcolor=white'
    // One baseline for both counters, whatever glyphs they hold.
    const bottom = `y=h-${margin + Math.round(small * 0.9)}-ascent`
    const rate = `timecode='00\\:00\\:00\\:00':rate=${RATE}`
    return [
      `drawtext=${plain}:text=${optionValue(label())}:expansion=none:fontsize=${small}:${common}@0.72:x=${margin}:y=${margin}`,
      `drawtext=${plain}:textfile=${optionValue(card.promptFile)}:expansion=none:fontsize=${prompt.fontSize}:line_spacing=${Math.round(prompt.fontSize * (LINE_HEIGHT - 1.21))}:${common}:x=${margin}:y=${promptTop}`,
      `drawtext=${mono}:${rate}:fontsize=${small}:${common}@0.72:x=${margin}:${bottom}`,
      `drawtext=${mono}:text='%{eif\\:n\\:d\\:3} / ${card.frameCount}':fontsize=${small}:${common}@0.72:x=w-tw-${margin}:${bottom}`,
    ]
  }
}

export async function renderPrevisCard(
  work: Work,
  request: VideoInferenceRequest,
  frameCount: number,
): Promise<Rendering> {
  const size = generationSize(request)
  const prompt = request.positivePrompt.trim()
  const fonts = await findCardFonts(work.media, `${prompt}${label()}`, work.signal)
  const layout = layoutCard(prompt, size)
  const promptFile = join(work.folder, 'prompt.txt')
  await writeFile(promptFile, layout.prompt.lines.join('\n'))
  const ground = await paintedInput(
    join(work.folder, 'ground.raw'),
    GROUND_SIZE,
    groundShade(prompt),
  )
  return {
    inputs: [ground],
    graph: cardGraph({ size, frameCount, layout, promptFile, ...(fonts ? { fonts } : {}) }),
    frameCount,
    size,
    method: say('method:previsCard'),
    notes: [
      say('take:card'),
      ...(fonts ? [] : [say('take:cardWithoutText')]),
      ...(fonts && layout.prompt.isCut ? [say('take:cardShortened')] : []),
      ...(request.settings?.loop === true ? [say('take:cardNoLoop')] : []),
      ...sizeNote(request),
    ],
  }
}
