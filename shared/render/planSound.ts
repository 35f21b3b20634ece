/** The sound of a range: spans of media on exact samples. */
import type { Project } from '../model/project.ts'
import type { Timeline } from '../model/timeline.ts'
import { secondsAt } from '../time/frames.ts'
import {
  compare,
  max,
  min,
  multiply,
  negate,
  type Rational,
  rational,
  round,
  subtract,
  toNumber,
} from '../time/rational.ts'
import { plus, timeOf, times, wide } from '../time/wide.ts'
import type { PlannedSound } from './renderPlan.ts'
import { soundLevels } from './soundLevels.ts'
import { soundOf } from './soundOf.ts'
import type { SoundSpan } from './soundSpan.ts'
import { gainOf, SILENCE } from './soundStage.ts'

export function planSound(
  project: Project,
  timeline: Timeline,
  range: { in: number; out: number },
): PlannedSound[] {
  const [first, last] = [secondsAt(range.in, timeline.rate), secondsAt(range.out, timeline.rate)]
  const sampleOf = (time: Rational): number =>
    round(multiply(subtract(time, first), rational(timeline.sampleRate)), 'nearest')
  return soundOf(project, timeline).flatMap((span) => {
    const [from, to] = [max(span.start, first), min(span.end, last)]
    if (compare(from, to) >= 0) return []
    const [start, end] = [sampleOf(from), sampleOf(to)]
    const [skipped, reached] = [subtract(from, span.start), subtract(to, span.start)]
    const { gain, pans } = soundLevels(span, toNumber(skipped), toNumber(reached))
    if (start === end || (typeof gain === 'number' && gain <= gainOf(SILENCE))) return []
    const reversed = span.speed.num < 0
    return [
      {
        ...{ clipId: span.clip.id, asset: span.asset, reversed, start, end, gain, pans },
        mediaStart: mediaAt(span, reversed ? reached : skipped),
        speed: reversed ? negate(span.speed) : span.speed,
      },
    ]
  })
}

const mediaAt = ({ mediaStart, speed }: SoundSpan, seconds: Rational): Rational =>
  timeOf(plus(wide(mediaStart), times(wide(seconds), wide(speed))))
