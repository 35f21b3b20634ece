/** What is told of an image sequence as of any other medium, and of the same pictures at another rate. */
import { divide, multiply, type Rational, rational, ZERO } from '../time/rational.ts'
import { say } from '../words/say.ts'
import type { ImageSequence } from './imageSequence.ts'
import type { MediaInfo } from './mediaInfo.ts'

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
