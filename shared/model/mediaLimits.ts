/**
 * How much more of its media a clip could show. Every frame must show a picture that exists: its media time lies
 * in `[0, length)`. Speed counts; a frozen clip, a still and a solid have no limit.
 */

import { ONE, type Rational } from '../time/rational.ts'
import type { Clip } from './clip.ts'
import { framesInside } from './framesInside.ts'
import { mediaLength } from './mediaLength.ts'
import type { Project } from './project.ts'
import { isFrozen, type Motion } from './timeMap.ts'

export interface Room {
  /** Frames that could be shown before the first one; never negative. */
  readonly head: number
  /** Frames that could be shown after the last one; never negative. */
  readonly tail: number
}

export function mediaRoom(project: Project, clip: Clip, rate: Rational): Room {
  const length = mediaLength(project, clip)
  if (length === null || isFrozen(clip)) return { head: Infinity, tail: Infinity }
  return roomIn(clip, length, rate)
}

/** As {@link mediaRoom} for slipping: a still has nothing to slip, a frozen clip slips as if it played forwards. */
export function slipRoom(project: Project, clip: Clip, rate: Rational): Room {
  const length = mediaLength(project, clip)
  if (length === null) return { head: 0, tail: 0 }
  if (!isFrozen(clip)) return roomIn(clip, length, rate)
  const { sourceStart } = clip
  return roomIn({ sourceStart, speed: ONE, duration: 1 }, length, rate)
}

const roomIn = (clip: Motion & Pick<Clip, 'duration'>, length: Rational, rate: Rational): Room => ({
  head: framesInside(clip, length, rate, 0, 'before'),
  tail: framesInside(clip, length, rate, clip.duration, 'after'),
})

/** The longest duration the media allows from the clip's own start: 0 when not even its first frame exists. */
export function longestDuration(project: Project, clip: Clip, rate: Rational): number {
  const length = mediaLength(project, clip)
  if (length === null || isFrozen(clip)) return Infinity
  return framesInside(clip, length, rate, 0, 'after')
}
