/** Size of the result: one pair of the model's table, or a resolution, never both. */
import { findSize, nearestSize, RAY_3_2, sizeOf } from '../models.ts'
import { type GenerationMode, mode, type VideoInferenceRequest } from '../request.ts'
import { error, leaveOut, type RuleViolation, type Suggestion, use, warning } from '../violation.ts'

const useSize = (width: number, height: number): Suggestion => {
  const near = nearestSize(Math.max(Math.abs(width), 1), Math.max(Math.abs(height), 1))
  return {
    label: `Use ${near.width} x ${near.height}`,
    changes: { width: near.width, height: near.height },
  }
}

/** The other side for a lone width or height: that of the table's 16:9 or closest entry. */
function completed(side: 'width' | 'height', value: number): Suggestion {
  const match = RAY_3_2.sizes.find((s) => s[side] === value)
  if (match) {
    return {
      label: `Use ${match.width} x ${match.height}`,
      changes: { width: match.width, height: match.height },
    }
  }
  return side === 'width' ? useSize(value, (value * 9) / 16) : useSize((value * 16) / 9, value)
}

export function checkSize(request: VideoInferenceRequest): RuleViolation[] {
  const { width, height, resolution } = request
  const kind = mode(request)
  const violations: RuleViolation[] = []
  if (resolution !== undefined && (width !== undefined || height !== undefined)) {
    violations.push(
      error(
        'resolution',
        'The request names both a resolution and a size, and the model takes only one of them. Leave the resolution out.',
        leaveOut('resolution'),
      ),
    )
  }
  if (width !== undefined && height !== undefined) {
    return [...violations, ...checkPair(width, height, kind)]
  }
  if (width !== undefined) {
    const message = 'The width is given without a height. Give both.'
    violations.push(error('height', message, completed('width', width)))
  } else if (height !== undefined) {
    const message = 'The height is given without a width. Give both.'
    violations.push(error('width', message, completed('height', height)))
  } else {
    violations.push(...checkAbsent(resolution, kind))
  }
  return violations
}

function checkPair(width: number, height: number, kind: GenerationMode): RuleViolation[] {
  const size = findSize(width, height)
  if (!size) {
    return [
      error(
        'width',
        `The model has no size ${width} x ${height}. Choose one of its sizes.`,
        useSize(width, height),
      ),
    ]
  }
  const isTall = size.height > size.width
  if (size.resolution === '1080p' && isTall) {
    const what = kind === 'reframe' ? 'reframing to an upright frame' : 'an upright frame'
    return [
      warning(
        'height',
        `The model's vendor says that ${what} is not available at 1080p yet, so the service may refuse ${width} x ${height}.`,
        useSize((width * 2) / 3, (height * 2) / 3),
      ),
    ]
  }
  if (size.certainty === 'inferred') {
    return [
      warning(
        'width',
        `${width} x ${height} follows the model's pattern but was not seen in the vendor's own material, so the service may refuse it.`,
      ),
    ]
  }
  return []
}

function checkAbsent(
  resolution: VideoInferenceRequest['resolution'],
  kind: GenerationMode,
): RuleViolation[] {
  if (kind === 'reframe') {
    const { width, height } = sizeOf('16:9', resolution ?? '720p') ?? nearestSize(1280, 720)
    const message = 'A reframe needs the width and height of the new frame. Give both.'
    const changes = { width, height, ...(resolution === undefined ? {} : { resolution: null }) }
    return [error('width', message, { label: `Use ${width} x ${height}`, changes })]
  }
  if (resolution !== undefined) return []
  const suggestion = use('resolution', '720p')
  return kind === 'transform'
    ? [
        warning(
          'resolution',
          'The request names no resolution, so the service chooses one and the price depends on it. The quote assumes 1080p.',
          suggestion,
        ),
      ]
    : [
        error(
          'resolution',
          'The request names neither a resolution nor a size, so its price is open. Choose one.',
          suggestion,
        ),
      ]
}
