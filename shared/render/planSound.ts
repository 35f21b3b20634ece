/** The sound of a range: spans of media on exact samples. */
import { valueAt } from '../model/animate.ts'
import type { Animated } from '../model/keyframe.ts'
import type { Project } from '../model/project.ts'
import type { Timeline } from '../model/timeline.ts'
import { mediaTimeAt } from '../model/timeMap.ts'
import { add, negate } from '../time/rational.ts'
import { type Curve, curveOf } from './curve.ts'
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
  return soundOf(project, timeline).flatMap(({ clip, asset, offset, start, end }) => {
    const [from, to] = [Math.max(start, range.in), Math.min(end, range.out)]
    // A frozen clip has no sound: no media time passes.
    if (from >= to || clip.speed.num === 0) return []
    const first = from - start
    const count = to - from
    const curve = (animated: Animated): Curve =>
      curveOf(count, (frame) => valueAt(animated, first + frame))
    const volume = curve(clip.sound.volume)
    if (typeof volume === 'number' && volume <= SILENCE) return []
    const reversed = clip.speed.num < 0
    const earliest = reversed ? first + count : first
    return [
      {
        clipId: clip.id,
        asset,
        mediaStart: add(offset, mediaTimeAt(clip, earliest, timeline.rate)),
        speed: reversed ? negate(clip.speed) : clip.speed,
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
