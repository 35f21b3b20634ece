/** Pictures held to indexes: pins of a generated shot, guides of a transformation. */
import { rational } from '../../time/rational.ts'
import { indexOfReference, lastIndex, nearestFreeIndex } from '../frameGrid.ts'
import { RAY_3_2 } from '../models.ts'
import type { RequestFacts } from '../pricing.ts'
import { type FrameImage, mode, type VideoInferenceRequest } from '../request.ts'
import { error, leaveOut, type RuleViolation, use, warning } from '../violation.ts'

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
      error(
        'inputs.frameImages',
        'A reframe takes no pinned pictures. Leave them out, or leave out the size to transform the footage instead.',
        leaveOut('inputs.frameImages'),
      ),
    ]
  }
  if (images.length === 0) {
    return [
      error(
        'inputs.frameImages',
        'The list of pinned pictures is empty. Add a picture or leave the list out.',
        leaveOut('inputs.frameImages'),
      ),
    ]
  }
  const end = clipEnd(request, facts)
  const violations = [...checkCount(images.length), ...checkRange(images, end)]
  if (kind === 'transform') violations.push(...checkGuideWords(images, end))
  violations.push(...checkMixture(images, end), ...checkDoubles(images, end))
  if (kind === 'pins' && request.duration === 10) violations.push(...checkTenSeconds(images))
  return violations
}

function checkCount(count: number): RuleViolation[] {
  const { max, comfortable } = RAY_3_2.limits.frameImages
  if (count > max) {
    const message = `There are ${count} pinned pictures and the model takes at most ${max}. Remove ${count - max}.`
    return [error('inputs.frameImages', message)]
  }
  if (count > comfortable) {
    const message = `There are ${count} pinned pictures; the vendor promises good results with up to ${comfortable}.`
    return [warning('inputs.frameImages', message)]
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
    const range =
      end === undefined ? 'Indexes start at 0' : `Indexes of this clip go from 0 to ${end}`
    return [
      error(
        frameField(i),
        `The picture is pinned to index ${frame}. ${range}, 24 per second.`,
        free === null ? undefined : use(frameField(i), free, `Use index ${free}`),
      ),
    ]
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
    return [
      error(
        frameField(i),
        `Pictures ${other + 1} and ${i + 1} are pinned to the same index. Move one of them.`,
        free === null ? undefined : use(frameField(i), free, `Use index ${free}`),
      ),
    ]
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
    return [
      error(
        frameField(i),
        `The words "first" and "last" cannot be mixed with numbered indexes. Give this picture's index as a number.`,
        index < 0 ? undefined : use(frameField(i), index, `Use index ${index}`),
      ),
    ]
  })
}

function checkTenSeconds(images: readonly FrameImage[]): RuleViolation[] {
  if (images.some(({ frame }) => isInner(frame))) return []
  const end = lastIndex(rational(10))
  return images.flatMap(({ frame }, i) => {
    const index = indexOfReference(frame, end)
    return [
      error(
        frameField(i),
        `A clip of 10 s takes pictures at numbered indexes only, from 0 to ${end}.`,
        use(frameField(i), index, `Use index ${index}`),
      ),
    ]
  })
}

function checkGuideWords(images: readonly FrameImage[], end: number | undefined): RuleViolation[] {
  return images.flatMap(({ frame }, i) => {
    if (frame !== 'last' && frame !== -1) return []
    return [
      warning(
        frameField(i),
        'A transformation has no "last" picture in the vendor\'s own interface. Give the index as a number.',
        end === undefined ? undefined : use(frameField(i), end, `Use index ${end}`),
      ),
    ]
  })
}
