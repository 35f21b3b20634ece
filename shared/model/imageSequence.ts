/** A numbered run of stills in one folder, as one medium with a rate. */
import { z } from 'zod'
import { openObject } from './openObject.ts'

export const imageSequenceSchema = openObject({
  /** A picture's name is prefix, number and suffix: `shot.` `1001` `.png`. */
  prefix: z.string(),
  suffix: z.string(),
  /** Numbers have at least so many digits, with zeros before them; 1 where they have none. */
  digits: z.int().min(1).max(20),
  /** Of the first picture. */
  first: z.int().nonnegative(),
  /** Numbers within the run that are not there, `[from, to]`; the picture before them is shown. */
  missing: z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative()])),
})
export type ImageSequence = z.infer<typeof imageSequenceSchema>

export const pictureName = (
  { prefix, suffix, digits }: Pick<ImageSequence, 'prefix' | 'suffix' | 'digits'>,
  number: number,
): string => `${prefix}${String(number).padStart(digits, '0')}${suffix}`

/** How ffmpeg's `image2` is told which files to read. */
export interface SequencePattern {
  /** Absolute, with one number in it; signs of percent are doubled. */
  readonly path: string
  readonly start: number
}

const percent = (text: string): string => text.replaceAll('%', '%%')

/**
 * @param path of the first picture as the store keeps it (main/files/sequenceFolder): under the name it has now, or, where
 * numbers are missing, in a folder of links that are numbered without holes.
 */
export function sequencePattern(path: string): SequencePattern {
  const [, before = '', number = '', ending = ''] =
    /^([\s\S]*?)(\d+)(\.[^.\d/\\][^./\\]*)$/.exec(path) ?? []
  const digits = number.startsWith('0') ? number.length : 1
  return { path: `${percent(before)}%0${digits}d${percent(ending)}`, start: Number(number) }
}

/** Of the numbers of such links. */
export const LINK_DIGITS = 8

/** `[from, to]` of what lies between the first and the last of rising numbers without being among them. */
export function holesIn(numbers: readonly number[]): [number, number][] {
  return numbers.flatMap((number, index): [number, number][] => {
    const next = numbers[index + 1]
    return next === undefined || next === number + 1 ? [] : [[number + 1, next - 1]]
  })
}
