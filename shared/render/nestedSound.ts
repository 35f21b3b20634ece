/** Sound of a nested timeline, as it is heard through a clip on that timeline. */
import { compare, max, min, type Rational, rational } from '../time/rational.ts'
import { minus, over, plus, timeOf, times, type Wide, wide, wideToNumber } from '../time/wide.ts'
import type { Passage, SoundSpan } from './soundSpan.ts'

/**
 * `span` in seconds of the timeline that the clip lies on; null where the clip does not reach it. What was heard
 * forwards is heard backwards through a clip that runs backwards.
 */
export function throughClip(span: SoundSpan, passage: Passage): SoundSpan | null {
  const { start, end, mediaStart, speed } = passage
  const reached = timeOf(plus(wide(mediaStart), times(minus(wide(end), wide(start)), wide(speed))))
  const isForwards = speed.num > 0
  const from = max(span.start, isForwards ? mediaStart : reached)
  const to = min(span.end, isForwards ? reached : mediaStart)
  if (compare(from, to) >= 0) return null
  const [entry, exit] = isForwards ? [from, to] : [to, from]
  const heardAt = (inner: Rational): Wide =>
    plus(wide(start), over(minus(wide(inner), wide(mediaStart)), wide(speed)))
  const inside = minus(wide(entry), wide(span.start))
  const [insideSeconds, perSecond] = [wideToNumber(inside), speed.num / speed.den]
  const later = wideToNumber(minus(heardAt(entry), wide(start)))
  const { stage } = passage
  return {
    ...span,
    start: timeOf(heardAt(entry)),
    end: timeOf(heardAt(exit)),
    mediaStart: timeOf(plus(wide(span.mediaStart), times(inside, wide(span.speed)))),
    speed: speedOf(times(wide(span.speed), wide(speed))),
    stages: [
      ...span.stages.map((inner) => ({
        ...inner,
        frame: inner.frame + insideSeconds * inner.framesPerSecond,
        framesPerSecond: inner.framesPerSecond * perSecond,
      })),
      { ...stage, frame: stage.frame + later * stage.framesPerSecond },
    ],
  }
}

/** Denominators up to which speeds stay exact; finer ones are a millionth of a millionth off. */
const FINEST = 1e6

function speedOf(speed: Wide): Rational {
  const [num, den] = [Number(speed.num), Number(speed.den)]
  if (Number.isSafeInteger(num) && Number.isSafeInteger(den)) {
    const exact = rational(num, den)
    if (exact.den <= FINEST) return exact
  }
  return rational(Math.round(wideToNumber(speed) * FINEST), FINEST)
}
