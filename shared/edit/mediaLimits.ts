/**
 * How much more of its media a clip could show. Every frame must show a picture that exists: its media time lies
 * in `[0, length)`. Speed counts; a frozen clip, a still and a solid have no limit.
 */
import type { Clip } from '../model/clip.ts'
import { mediaLength } from '../model/mediaLength.ts'
import type { Project } from '../model/project.ts'
import { divide, multiply, type Rational, rational, round, subtract } from '../time/rational.ts'

export interface Room {
  /** Frames that could be shown before the first one; never negative. */
  readonly head: number
  /** Frames that could be shown after the last one; never negative. */
  readonly tail: number
}

export function mediaRoom(project: Project, clip: Clip, rate: Rational): Room {
  const length = mediaLength(project, clip)
  if (length === null || clip.speed.num === 0) return { head: Infinity, tail: Infinity }
  const { before, after } = framesAround(clip.sourceStart, clip.speed, length, rate)
  return { head: Math.max(0, before), tail: Math.max(0, after - (clip.duration - 1)) }
}

/** The longest duration the media allows from the clip's own start: 0 when not even its first frame exists. */
export function longestDuration(project: Project, clip: Clip, rate: Rational): number {
  const length = mediaLength(project, clip)
  if (length === null || clip.speed.num === 0) return Infinity
  const { before, after } = framesAround(clip.sourceStart, clip.speed, length, rate)
  return before < 0 ? 0 : Math.max(0, after + 1)
}

/** Frames before and after the one at media time `at`, playing at `speed`, that lie in `[0, length)`. */
function framesAround(
  at: Rational,
  speed: Rational,
  length: Rational,
  rate: Rational,
): { before: number; after: number } {
  const perFrame = divide(speed.num < 0 ? multiply(speed, rational(-1)) : speed, rate)
  const toZero = round(divide(at, perFrame), 'floor')
  const toEnd = round(divide(subtract(length, at), perFrame), 'ceil') - 1
  return speed.num < 0 ? { before: toEnd, after: toZero } : { before: toZero, after: toEnd }
}
