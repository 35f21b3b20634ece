/** Titles, captions and cards as pictures, set in the fonts that ship with the program. */
import { basename } from 'node:path'
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import {
  drawWords as drawOn,
  type TextCanvas,
  type TextFrame,
  type Words,
} from '../../../shared/render/drawTitle.ts'
import { shippedFile } from '../../files/shippedFile.ts'

/** Straight red, green, blue, alpha, 8 bits each, row by row. */
export function drawWords(words: Words, { width, height }: TextFrame): Uint8Array {
  const context = createCanvas(width, height).getContext('2d')
  drawOn(withWholeFamilies(context), { width, height }, words)
  const { data } = context.getImageData(0, 0, width, height)
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}

/** A family is one file for each script, which a window puts together by itself. Latin first: it has the digits. */
const SCRIPTS = [
  ...['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
]
const FAMILIES = [
  { family: 'Inter Variable', folder: 'inter' },
  { family: 'JetBrains Mono Variable', folder: 'jetbrains-mono' },
] as const

let whole: ReadonlyMap<string, string> | undefined

/** By the name that the layout uses, the list of its files' names. */
function wholeFamilies(): ReadonlyMap<string, string> {
  whole ??= new Map(
    FAMILIES.map(({ family, folder }) => {
      const names = SCRIPTS.flatMap((script) => {
        const file = shippedFile(
          `@fontsource-variable/${folder}/files/${folder}-${script}-wght-normal.woff2`,
        )
        if (file === undefined) return []
        const name = basename(file, '.woff2')
        return GlobalFonts.registerFromPath(file, name) ? [`"${name}"`] : []
      })
      return [`"${family}"`, [...names, 'sans-serif'].join(', ')]
    }),
  )
  return whole
}

/** The context as the layout sees it: a font is named by its family, and is all of its files. */
function withWholeFamilies(context: SKRSContext2D): TextCanvas {
  const families = wholeFamilies()
  return {
    set font(font: string) {
      context.font = font.replace(/"[^"]+"/, (family) => families.get(family) ?? family)
      // By itself the canvas takes a variable font as it stands, and thickens it for what is bold.
      context.fontVariationSettings = `"wght" ${Number.parseInt(font, 10)}`
    },
    set fillStyle(style: string) {
      context.fillStyle = style
    },
    set globalAlpha(alpha: number) {
      context.globalAlpha = alpha
    },
    set textAlign(align: SKRSContext2D['textAlign']) {
      context.textAlign = align
    },
    set textBaseline(baseline: SKRSContext2D['textBaseline']) {
      context.textBaseline = baseline
    },
    fillText: (text, x, y) => context.fillText(text, x, y),
    fillRect: (x, y, width, height) => context.fillRect(x, y, width, height),
    measureText: (text) => context.measureText(text),
  }
}
