/** The sound of a range: spans of media on exact samples. */
import { valueAt } from '../model/animate.ts'
import type { Clip } from '../model/clip.ts'
import { fadeAt, hasFades } from '../model/fade.ts'
import type { Animated } from '../model/keyframe.ts'
import type { Project } from '../model/project.ts'
import type { Timeline } from '../model/timeline.ts'
import { assetTimeAt } from '../model/timeMap.ts'
import { negate } from '../time/rational.ts'
import { type Curve, curveAt, curveOf } from './curve.ts'
import type { PlannedSound } from './renderPlan.ts'
import { sampleAt } from './renderPlan.ts'
import { soundOf } from './soundOf.ts'

/** Decibels at and below which nothing is heard. */
export const SILENCE = -96

export function planSound(
  project: Project,
  timeline: Timeline,
  range: { in: number; out: number },
): PlannedSound[] {
  return soundOf(project, timeline).flatMap((span) => {
    const { clip, asset, start, end, motion, clipStart } = span
    const { speed } = motion
    const [from, to] = [Math.max(start, range.in), Math.min(end, range.out)]
    // A frozen clip has no sound: no media time passes.
    if (from >= to || speed.num === 0) return []
    const first = from - start
    const count = to - from
    const curve = (animated: Animated): Curve =>
      curveOf(count, (frame) => valueAt(animated, from - clipStart + frame))
    const volume = faded(clip, from - clipStart, count, curve(clip.sound.volume))
    if (typeof volume === 'number' && volume <= SILENCE) return []
    const reversed = speed.num < 0
    const earliest = reversed ? first + count : first
    return [
      {
        clipId: clip.id,
        asset,
        mediaStart: assetTimeAt(motion, span, earliest, timeline.rate),
        speed: reversed ? negate(speed) : speed,
        reversed,
        start: sampleAt(from - range.in, timeline),
        end: sampleAt(to - range.in, timeline),
        firstFrame: from - range.in,
        endFrame: to - range.in,
        volume,
        pan: curve(clip.sound.pan),
      },
    ]
  })
}

/** The volume with the clip's fades, decibels. */
function faded(clip: Clip, first: number, count: number, volume: Curve): Curve {
  if (!hasFades(clip)) return volume
  return curveOf(count, (frame) => {
    const factor = fadeAt(clip, first + frame)
    const decibels = factor > 0 ? 20 * Math.log10(factor) : SILENCE
    return Math.max(SILENCE, curveAt(volume, frame) + decibels)
  })
}
