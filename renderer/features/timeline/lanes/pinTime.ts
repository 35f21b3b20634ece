/** Where the model's 24 fps indices of a shot lie on a clip that is a window on it, and back. Pure. */
import { indexOfSeconds, secondsOfIndex } from '../../../../shared/generation/frameGrid.ts'
import type { Clip } from '../../../../shared/model/clip.ts'
import type { Shot } from '../../../../shared/model/shot.ts'
import { lastPinIndex } from '../../../../shared/model/shotLength.ts'
import { secondsAt } from '../../../../shared/time/frames.ts'
import {
  add,
  divide,
  multiply,
  type Rational,
  subtract,
  toNumber,
} from '../../../../shared/time/rational.ts'

/**
 * Frames from the clip's in-point at which `index` lies; between two frames where the rates differ, and outside the
 * clip where it shows another part of the shot. Null for a frozen clip, which has no place for it.
 */
export function clipFrameOfIndex(clip: Clip, index: number, rate: Rational): number | null {
  if (clip.speed.num === 0) return null
  const seconds = divide(subtract(secondsOfIndex(index), clip.sourceStart), clip.speed)
  return toNumber(multiply(seconds, rate))
}

/** The index nearest to a frame of the clip, kept within the shot. */
export function indexOfClipFrame(clip: Clip, frame: number, rate: Rational, shot: Shot): number {
  const seconds = add(clip.sourceStart, multiply(secondsAt(Math.round(frame), rate), clip.speed))
  return indexOfSeconds(seconds, lastPinIndex(shot))
}
