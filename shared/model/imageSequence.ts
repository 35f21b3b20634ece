/** A numbered run of stills in one folder, as one medium with a rate. */
import { z } from 'zod'
import { divide, multiply, type Rational, rational, ZERO } from '../time/rational.ts'
import { say } from '../words/say.ts'
import type { MediaInfo } from './mediaInfo.ts'
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

/** Hardly any list of holes is longer; people are told these, and that there are more. */
const MOST_TOLD = 8

const inWords = (holes: ImageSequence['missing']): string =>
  [
    ...holes.slice(0, MOST_TOLD).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)),
    ...(holes.length > MOST_TOLD ? ['…'] : []),
  ].join(', ')

/**
 * What probing says of the whole run.
 * @param still of its first picture
 * @param length pictures from the first number to the last, missing ones counted
 * @param byteSize of all pictures
 */
export function sequenceInfo(
  still: MediaInfo,
  run: { readonly sequence: ImageSequence; readonly length: number; readonly byteSize: number },
  rate: Rational,
): MediaInfo {
  const { sequence, length, byteSize } = run
  const duration = divide(rational(length), rate)
  const count = sequence.missing.reduce((sum, [from, to]) => sum + to - from + 1, 0)
  const warnings =
    count === 0 ? [] : [say('media:warnMissing', { count, numbers: inWords(sequence.missing) })]
  return {
    container: 'image2',
    kind: 'video',
    byteSize,
    duration,
    video: still.video.slice(0, 1).map((picture) => ({
      ...picture,
      ...{ index: 0, rate, isVariableRate: false, timeBase: divide(rational(1), rate) },
      ...{ frameCount: length, start: ZERO, duration },
    })),
    audio: [],
    warnings: [...still.warnings, ...warnings],
    sequence,
  }
}

/** The same pictures at another rate. */
export function atRate(info: MediaInfo, rate: Rational): MediaInfo {
  const [picture] = info.video
  const length = picture?.frameCount ?? 0
  const duration = divide(rational(length), rate)
  return {
    ...info,
    duration,
    video: info.video.map((each) => ({
      ...each,
      ...{ rate, timeBase: divide(rational(1), rate), duration },
    })),
  }
}

/** The time of the same picture after a change of rate. */
export const timeAtRate = (time: Rational, from: Rational, to: Rational): Rational =>
  divide(multiply(time, from), to)
