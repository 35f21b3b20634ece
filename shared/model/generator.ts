/**
 * Clip sources that are made rather than recorded. They have no media and hence no limits: a clip on one lasts as
 * long as it is asked to, and slipping it changes nothing.
 */
import { z } from 'zod'
import type { Said } from '../words/Said.ts'
import { say } from '../words/say.ts'
import { openObject } from './openObject.ts'

const colorSchema = z.string().regex(/^#[0-9a-f]{6}$/i)
const fractionSchema = z.number().min(0).max(1)

/** The families that ship with the program, so that a title looks the same on every machine. */
export const TITLE_FONTS = ['Inter', 'JetBrains Mono'] as const

/**
 * Words over the picture. `x`, `y` is the point of the frame at which the block of text is anchored, in fractions of
 * the canvas from its top left corner: its left edge, middle or right edge by `align`, and always its vertical
 * middle. The clip's own settings (position, scale, rotation, opacity) move the whole frame of the title, and are
 * what is animated.
 */
export const titleSchema = openObject({
  kind: z.literal('title'),
  /** Line breaks are kept; long lines are not wrapped. */
  text: z.string().max(5000),
  font: z.enum(TITLE_FONTS),
  /** Height of a line's letters (the em) in fractions of the canvas's height. */
  size: z.number().gt(0).max(1),
  weight: z.int().min(100).max(900).default(600),
  color: colorSchema,
  /** A box behind the words; absent: none. */
  background: openObject({ color: colorSchema, opacity: fractionSchema }).optional(),
  align: z.enum(['left', 'center', 'right']),
  x: fractionSchema,
  y: fractionSchema,
})
export type Title = z.infer<typeof titleSchema>

/** One colour over the whole frame. */
export const solidSchema = openObject({ kind: z.literal('solid'), color: colorSchema })
export type Solid = z.infer<typeof solidSchema>

/** No picture of its own: its effects, opacity and blend mode apply to all that lies below it. */
export const adjustmentSchema = openObject({ kind: z.literal('adjustment') })

/** What is said, on a subtitle track. Empty words are allowed while somebody is still writing. */
export const captionSchema = openObject({ kind: z.literal('caption'), text: z.string().max(5000) })
export type Caption = z.infer<typeof captionSchema>

export const generatorSchema = z.discriminatedUnion('kind', [
  titleSchema,
  solidSchema,
  adjustmentSchema,
  captionSchema,
])
export type Generator = z.infer<typeof generatorSchema>

export const defaultTitle = (text: string): Title => ({
  kind: 'title',
  text,
  font: 'Inter',
  size: 0.08,
  weight: 600,
  color: '#ffffff',
  align: 'center',
  x: 0.5,
  y: 0.5,
})

/**
 * What a clip on it is called until somebody names it: its first words.
 *
 * @param wordless for what has none: `Adjustment`, `Title`, in the language of whoever makes it.
 */
export function generatorName(generator: Generator, wordless: string): string {
  if (generator.kind === 'solid') return generator.color
  if (generator.kind === 'adjustment') return wordless
  const [line = ''] = generator.text.trim().split('\n')
  const name = line.length > 40 ? `${line.slice(0, 39)}…` : line
  return name || wordless
}

/** What one without words is called, to be worded in the language of whoever makes it. */
export const wordlessName = ({ kind }: Generator): Said => say(`newName:${kind}`)

/** The kind of track that a generator lies on. */
export const generatorTrack = ({ kind }: Generator): 'picture' | 'subtitle' =>
  kind === 'caption' ? 'subtitle' : 'picture'
