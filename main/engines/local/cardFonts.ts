/** Type for the previs card: ours, if this ffmpeg reads WOFF2 and the text needs no more than Latin; else the system's. */
import { optionValue } from '../../../shared/render/escape.ts'
import { shippedFile } from '../../files/shippedFile.ts'
import { type MediaEngine, MediaError } from '../../media/MediaEngine.ts'

/** drawtext's options that choose a font. */
export interface CardFonts {
  readonly text: string
  readonly mono: string
}

const OURS = {
  text: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  mono: '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
} as const

/** What the Latin files hold: Latin-1, and the punctuation, currency and signs in common use. */
export const isLatin = (text: string): boolean =>
  /^[\s\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac\u2122\u2191\u2193\u2212]*$/.test(
    text,
  )

async function draws(media: MediaEngine, font: string, signal: AbortSignal): Promise<boolean> {
  const graph = `color=s=64x32:d=0.04:r=25,drawtext=${font}:text=a,format=yuv420p[out]`
  try {
    await media.run(['-filter_complex', graph, '-map', '[out]', '-f', 'null', '-'], { signal })
    return true
  } catch (error) {
    if (error instanceof MediaError && error.kind !== 'toolMissing') return false
    throw error
  }
}

/** Undefined when this ffmpeg can draw no text at all. */
export async function findCardFonts(
  media: MediaEngine,
  text: string,
  signal: AbortSignal,
): Promise<CardFonts | undefined> {
  const { filters } = await media.capabilities()
  if (!filters.has('drawtext')) return undefined
  const [inter, mono] = [shippedFile(OURS.text), shippedFile(OURS.mono)]
  if (isLatin(text) && inter !== undefined && mono !== undefined) {
    const ours = { text: `fontfile=${optionValue(inter)}`, mono: `fontfile=${optionValue(mono)}` }
    if (await draws(media, ours.text, signal)) return ours
  }
  const system = { text: 'font=Sans', mono: 'font=Mono' }
  return (await draws(media, system.text, signal)) ? system : undefined
}
