/** Pictures held to indexes: pins of a generated shot, guides of a transformation. */
import { rational } from '../../time/rational.ts'
import { say } from '../../words/say.ts'
import { indexOfReference, lastIndex, nearestFreeIndex } from '../frameGrid.ts'
import { RAY_3_2 } from '../models.ts'
import { modelOf, type RequestFacts } from '../pricing.ts'
import { type FrameImage, mode, type VideoInferenceRequest } from '../request.ts'
import { error, leaveOut, type RuleViolation, useIndex, warning } from '../violation.ts'

const RATE = RAY_3_2.rate.num / RAY_3_2.rate.den

const frameField = (i: number): string => `inputs.frameImages[${i}].frame`

/** The last index of the clip being made; undefined where its length is not known (or not legal). */
function clipEnd(request: VideoInferenceRequest, facts: RequestFacts): number | undefined {
  if (mode(request) === 'transform') {
    return facts.sourceDuration && lastIndex(facts.sourceDuration)
  }
  const { duration } = request
  return duration !== undefined && RAY_3_2.durations.includes(duration)
    ? lastIndex(rational(duration))
    : undefined
}

export function checkFrames(request: VideoInferenceRequest, facts: RequestFacts): RuleViolation[] {
  const images = request.inputs?.frameImages
  const kind = mode(request)
  if (images === undefined) return []
  if (kind === 'reframe') {
    return [
      error('inputs.frameImages', say('generation:pinsReframe'), leaveOut('inputs.frameImages')),
    ]
  }
  if (images.length === 0) {
    return [
      error('inputs.frameImages', say('generation:pinsEmpty'), leaveOut('inputs.frameImages')),
    ]
  }
  const end = clipEnd(request, facts)
  const violations = [
    ...checkCount(images.length, modelOf(facts).limits.frameImages),
    ...checkRange(images, end),
  ]
  if (kind === 'transform') violations.push(...checkGuideWords(images, end))
  violations.push(...checkMixture(images, end), ...checkDoubles(images, end))
  if (kind === 'pins' && request.duration === 10) violations.push(...checkTenSeconds(images))
  return violations
}

function checkCount(
  count: number,
  { max, comfortable }: { readonly max: number; readonly comfortable: number },
): RuleViolation[] {
  if (count > max) {
    const said = say('generation:pinsTooMany', { count, max, more: count - max })
    return [error('inputs.frameImages', said)]
  }
  if (count > comfortable) {
    return [warning('inputs.frameImages', say('generation:pinsMany', { count, comfortable }))]
  }
  return []
}

/** Indexes held by the other pictures, so that a suggestion never lands on one of them. */
const takenBeside = (images: readonly FrameImage[], own: number, end: number): Set<number> =>
  new Set(images.filter((_, i) => i !== own).map((image) => indexOfReference(image.frame, end)))

function checkRange(images: readonly FrameImage[], end: number | undefined): RuleViolation[] {
  return images.flatMap(({ frame }, i) => {
    if (typeof frame !== 'number' || frame === -1) return []
    const isBelow = frame < -1
    if (!isBelow && (end === undefined || frame <= end)) return []
    const free = end === undefined ? 0 : nearestFreeIndex(frame, takenBeside(images, i, end), end)
    const said =
      end === undefined
        ? say('generation:indexBelow', { index: frame, rate: RATE })
        : say('generation:indexOutside', { index: frame, last: end, rate: RATE })
    const field = frameField(i)
    return [error(field, said, free === null ? undefined : useIndex(field, free))]
  })
}

function checkDoubles(images: readonly FrameImage[], end: number | undefined): RuleViolation[] {
  const endKey = end ?? Number.POSITIVE_INFINITY
  const seen = new Map<number, number>()
  return images.flatMap(({ frame }, i) => {
    const index = indexOfReference(frame, endKey)
    const other = seen.get(index)
    if (other === undefined) {
      seen.set(index, i)
      return []
    }
    // Where the end is not known, what is held already is certainly within it.
    const last = end ?? Math.max(...images.map(({ frame }) => (isInner(frame) ? Number(frame) : 0)))
    const free = nearestFreeIndex(index, takenBeside(images, i, last), last)
    const field = frameField(i)
    const said = say('generation:sameIndex', { first: other + 1, second: i + 1 })
    return [error(field, said, free === null ? undefined : useIndex(field, free))]
  })
}

const isWord = (frame: FrameImage['frame']): boolean => typeof frame === 'string'
const isInner = (frame: FrameImage['frame']): boolean => typeof frame === 'number' && frame >= 0

/** `first` and `last` are anchors, numbers are keyframes, and the vendor takes one kind per request. */
function checkMixture(images: readonly FrameImage[], end: number | undefined): RuleViolation[] {
  if (!images.some(({ frame }) => isInner(frame))) return []
  return images.flatMap(({ frame }, i) => {
    if (!isWord(frame)) return []
    const index = indexOfReference(frame, end ?? -1)
    const field = frameField(i)
    const suggestion = index < 0 ? undefined : useIndex(field, index)
    return [error(field, say('generation:mixedIndexes'), suggestion)]
  })
}

function checkTenSeconds(images: readonly FrameImage[]): RuleViolation[] {
  if (images.some(({ frame }) => isInner(frame))) return []
  const end = lastIndex(rational(10))
  const said = say('generation:longTakesNumbers', { seconds: 10, last: end })
  return images.map(({ frame }, i) =>
    error(frameField(i), said, useIndex(frameField(i), indexOfReference(frame, end))),
  )
}

function checkGuideWords(images: readonly FrameImage[], end: number | undefined): RuleViolation[] {
  return images.flatMap(({ frame }, i) => {
    if (frame !== 'last' && frame !== -1) return []
    const field = frameField(i)
    const suggestion = end === undefined ? undefined : useIndex(field, end)
    return [warning(field, say('generation:lastGuide'), suggestion)]
  })
}
