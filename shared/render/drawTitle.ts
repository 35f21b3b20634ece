/**
 * Words on pictures, laid out once for every painter: titles, captions, and the cards of slates and missing media.
 * The measures are those of docs/painting.md. A line's letters stand on a baseline computed from the fonts' own cap
 * height, so that two canvases which place "middle" differently still agree.
 */
import type { Title } from '../model/generator.ts'

/** What of a 2D context is drawn with; a window's canvas and the export's raster both have it. */
export interface TextCanvas {
  font: string
  fillStyle: unknown
  globalAlpha: number
  textAlign: 'left' | 'center' | 'right' | 'start' | 'end'
  textBaseline: 'alphabetic' | 'top' | 'hanging' | 'middle' | 'ideographic' | 'bottom'
  fillText(text: string, x: number, y: number): void
  fillRect(x: number, y: number, width: number, height: number): void
  measureText(text: string): { readonly width: number }
}

/** The picture that is written on, pixels; nothing outside is touched. */
export interface TextFrame {
  readonly width: number
  readonly height: number
}

/** What is written: the content of a layer that consists of words. */
export type Words =
  | { readonly kind: 'title'; readonly title: Title }
  | { readonly kind: 'caption'; readonly text: string }
  | { readonly kind: 'card'; readonly card: Card }

/** Straight onto nothing; `canvas` is clear before. */
export function drawWords(canvas: TextCanvas, frame: TextFrame, words: Words): void {
  if (words.kind === 'title') drawTitle(canvas, frame, words.title)
  else if (words.kind === 'caption') drawCaption(canvas, frame, words.text)
  else drawCard(canvas, frame, words.card)
}

const FAMILIES: Readonly<Record<Title['font'], string>> = {
  Inter: '"Inter Variable"',
  'JetBrains Mono': '"JetBrains Mono Variable"',
}

/** In ems. */
const LINE = 1.2
const BASELINE = 0.364
const BOX_SIDE = 0.35
const BOX_ABOVE = 0.2

const CAPTION = {
  ...{ size: 0.045, weight: 500, color: '#ffffff', width: 0.8, bottom: 0.92 },
  box: { color: '#000000', opacity: 0.6 },
} as const

export function drawTitle(canvas: TextCanvas, frame: TextFrame, title: Title): void {
  const em = title.size * frame.height
  drawBlock(canvas, {
    ...{ em, font: fontOf(title.font, title.weight, em), color: title.color },
    lines: title.text.split(/\r\n|\r|\n/),
    align: title.align,
    x: title.x * frame.width,
    middle: title.y * frame.height,
    ...(title.background && { box: title.background }),
  })
}

export function drawCaption(canvas: TextCanvas, frame: TextFrame, text: string): void {
  const em = CAPTION.size * frame.height
  const font = fontOf('Inter', CAPTION.weight, em)
  canvas.font = font
  const lines = text
    .trim()
    .split(/\r\n|\r|\n/)
    .flatMap((line) => wrapped(canvas, line, CAPTION.width * frame.width))
  drawBlock(canvas, {
    ...{ em, font, lines, color: CAPTION.color, align: 'center', box: CAPTION.box },
    x: frame.width / 2,
    middle: CAPTION.bottom * frame.height - (lines.length * LINE * em) / 2,
  })
}

export interface Card {
  readonly title: string
  /** A second, smaller line. */
  readonly text?: string
  /** What it stands for: a shot without a take, or media that is missing. */
  readonly tone: 'shot' | 'missing'
}

const CARD_TONES = { shot: '#2a2140', missing: '#3a1715' } as const

/** Fills the frame. Words that are wider than nine tenths of it are set smaller. */
export function drawCard(canvas: TextCanvas, frame: TextFrame, { title, text, tone }: Card): void {
  canvas.globalAlpha = 1
  canvas.fillStyle = CARD_TONES[tone]
  canvas.fillRect(0, 0, frame.width, frame.height)
  const em = frame.height / 16
  const middle = frame.height / 2
  const line = (words: string, weight: number, size: number, color: string, at: number): void => {
    canvas.font = fontOf('Inter', weight, size)
    const { width } = canvas.measureText(words)
    const fitting = width > 0 ? Math.min(size, (size * 0.9 * frame.width) / width) : size
    const font = fontOf('Inter', weight, fitting)
    drawBlock(canvas, {
      ...{ em: fitting, font, color, lines: [words], align: 'center' },
      ...{ x: frame.width / 2, middle: at },
    })
  }
  line(title, 600, em, '#e6e8ea', text ? middle - em * 0.7 : middle)
  if (text) line(text, 400, em * 0.6, '#a9b0b8', middle + em * 0.6)
}

const fontOf = (family: Title['font'], weight: number, em: number): string =>
  `${weight} ${em}px ${FAMILIES[family]}`

interface Block {
  readonly lines: readonly string[]
  /** Pixels. */
  readonly em: number
  readonly font: string
  readonly color: string
  readonly align: Title['align']
  /** The left edge, middle or right edge of the block by `align`, and its vertical middle. */
  readonly x: number
  readonly middle: number
  readonly box?: { readonly color: string; readonly opacity: number }
}

function drawBlock(canvas: TextCanvas, block: Block): void {
  const { lines, em, align, x, middle, box } = block
  canvas.font = block.font
  const height = lines.length * LINE * em
  const top = middle - height / 2
  if (box) {
    const width = Math.max(...lines.map((line) => canvas.measureText(line).width))
    const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
    canvas.globalAlpha = box.opacity
    canvas.fillStyle = box.color
    canvas.fillRect(
      left - BOX_SIDE * em,
      top - BOX_ABOVE * em,
      width + 2 * BOX_SIDE * em,
      height + 2 * BOX_ABOVE * em,
    )
  }
  canvas.globalAlpha = 1
  canvas.fillStyle = block.color
  canvas.textAlign = align
  canvas.textBaseline = 'alphabetic'
  lines.forEach((line, i) => {
    canvas.fillText(line, x, top + (i + 0.5) * LINE * em + BASELINE * em)
  })
}

/** At spaces; a word that is wider alone keeps a line to itself. */
function wrapped(canvas: TextCanvas, text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last === undefined || canvas.measureText(longer).width > width) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines.length > 0 ? lines : ['']
}
