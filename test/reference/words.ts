/** Titles and captions as docs/painting.md lays them out, set in the fonts that ship. */
import { createRequire } from 'node:module'
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import type { Caption, Title } from '../../shared/model/generator.ts'
import { blank, type Raster } from './raster.ts'

interface Canvas {
  readonly width: number
  readonly height: number
}

const FILES = { Inter: 'inter', 'JetBrains Mono': 'jetbrains-mono' } as const
const SCRIPTS = ['latin', 'latin-ext', 'greek', 'cyrillic'] as const

const registered = new Set<string>()

/** The names of a family's files, one for each script. */
function familyOf(font: Title['font']): string {
  const { resolve } = createRequire(import.meta.url)
  const folder = FILES[font]
  return SCRIPTS.map((script) => {
    const name = `reference ${folder} ${script}`
    if (!registered.has(name)) {
      const file = `@fontsource-variable/${folder}/files/${folder}-${script}-wght-normal.woff2`
      GlobalFonts.registerFromPath(resolve(file), name)
      registered.add(name)
    }
    return `"${name}"`
  }).join(', ')
}

export function titlePicture(title: Title, canvas: Canvas): Raster {
  const em = title.size * canvas.height
  return written(canvas, (context) => {
    useFont(context, title.font, title.weight, em)
    const lines = title.text.split(/\r?\n/)
    const middle = title.y * canvas.height
    block(context, { lines, em, middle, x: title.x * canvas.width, align: title.align }, title)
  })
}

export function captionPicture({ text }: Caption, canvas: Canvas): Raster {
  const em = 0.045 * canvas.height
  return written(canvas, (context) => {
    useFont(context, 'Inter', 500, em)
    const lines = text.split(/\r?\n/).flatMap((line) => wrapped(context, line, 0.8 * canvas.width))
    const middle = 0.92 * canvas.height - 0.6 * em * lines.length
    const background = { color: '#000000', opacity: 0.6 }
    const place = { lines, em, middle, x: canvas.width / 2, align: 'center' as const }
    block(context, place, { color: '#ffffff', background })
  })
}

/** The fonts have every weight in one file. */
function useFont(context: SKRSContext2D, font: Title['font'], weight: number, em: number): void {
  context.font = `${em}px ${familyOf(font)}`
  context.fontVariationSettings = `"wght" ${weight}`
}

interface Place {
  readonly lines: readonly string[]
  readonly em: number
  readonly x: number
  /** The block's vertical middle. */
  readonly middle: number
  readonly align: Title['align']
}

function block(
  context: SKRSContext2D,
  { lines, em, x, middle, align }: Place,
  { color, background }: Pick<Title, 'color' | 'background'>,
): void {
  const widths = lines.map((line) => context.measureText(line).width)
  const leftOf = (width: number): number =>
    align === 'left' ? x : align === 'right' ? x - width : x - width / 2
  const top = middle - 0.6 * em * lines.length
  if (background) {
    const width = Math.max(...widths)
    context.globalAlpha = background.opacity
    context.fillStyle = background.color
    context.fillRect(
      ...([leftOf(width) - 0.35 * em, top - 0.2 * em] as const),
      ...([width + 0.7 * em, (1.2 * lines.length + 0.4) * em] as const),
    )
    context.globalAlpha = 1
  }
  context.fillStyle = color
  // Capitals, 0.728 em high, stand in the middle of their line.
  lines.forEach((line, i) => {
    context.fillText(line, leftOf(widths[i] ?? 0), top + (1.2 * i + 0.6 + 0.364) * em)
  })
}

function wrapped(context: SKRSContext2D, line: string, width: number): string[] {
  const lines: string[] = []
  let words: string[] = []
  for (const word of line.trim().split(/\s+/)) {
    if (words.length > 0 && context.measureText([...words, word].join(' ')).width > width) {
      lines.push(words.join(' '))
      words = []
    }
    words.push(word)
  }
  return [...lines, words.join(' ')]
}

function written({ width, height }: Canvas, write: (context: SKRSContext2D) => void): Raster {
  const context = createCanvas(width, height).getContext('2d')
  write(context)
  const { data } = context.getImageData(0, 0, width, height)
  const raster = blank(width, height)
  for (let at = 0; at < data.length; at += 4) {
    const alpha = (data[at + 3] ?? 0) / 255
    for (let i = at; i < at + 3; i++) raster.data[i] = ((data[i] ?? 0) / 255) * alpha
    raster.data[at + 3] = alpha
  }
  return raster
}
