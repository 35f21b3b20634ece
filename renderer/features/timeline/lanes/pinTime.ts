/** Where the model's 24 fps indices of a shot lie on a clip that is a window on it, and back. Pure. */
import { secondsOfIndex } from '../../../../shared/generation/frameGrid.ts'
import type { Clip } from '../../../../shared/model/clip.ts'
import type { Shot } from '../../../../shared/model/shot.ts'
import { lastPinIndex, PIN_RATE } from '../../../../shared/model/shotLength.ts'
import { mediaTimeAt, positionOf, shotIndexAt } from '../../../../shared/model/timeMap.ts'
import { multiply, type Rational, round } from '../../../../shared/time/rational.ts'

/**
 * Frames from the clip's in-point at which `index` lies; between two frames where the rates differ, and outside the
 * clip where it shows another part of the shot. Null for a frozen clip, which has no place for it.
 */
export function clipFrameOfIndex(clip: Clip, index: number, rate: Rational): number | null {
  return positionOf(clip, secondsOfIndex(index), rate)
}

/** The index nearest to a frame of the clip, kept within the shot. */
export function indexOfClipFrame(clip: Clip, frame: number, rate: Rational, shot: Shot): number {
  return shotIndexAt(mediaTimeAt(clip, Math.round(frame), rate), lastPinIndex(shot))
}

/** Where on the grid a frame of the clip lies, before the shot's first index and behind its last one too. */
export const placeOnGrid = (clip: Clip, frame: number, rate: Rational): number =>
  round(multiply(mediaTimeAt(clip, Math.round(frame), rate), PIN_RATE), 'nearest')
