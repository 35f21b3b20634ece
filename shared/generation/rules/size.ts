/** Size of the result: one pair of the model's table, or a resolution, never both. */

import { say } from '../../words/say.ts'
import { findSize, type ModelFacts, nearestSize, sizeOf } from '../modelFacts.ts'
import { modelOf, type RequestFacts } from '../pricing.ts'
import { type GenerationMode, mode, type VideoInferenceRequest } from '../request.ts'
import {
  error,
  leaveOut,
  type RuleViolation,
  type Suggestion,
  use,
  useSize,
  warning,
} from '../violation.ts'

const useNearest = (model: ModelFacts, width: number, height: number): Suggestion =>
  useSize(nearestSize(model, Math.max(Math.abs(width), 1), Math.max(Math.abs(height), 1)))

/** The other side for a lone width or height: that of the table's 16:9 or closest entry. */
function completed(model: ModelFacts, side: 'width' | 'height', value: number): Suggestion {
  const match = model.sizes.find((s) => s[side] === value)
  if (match) return useSize(match)
  return side === 'width'
    ? useNearest(model, value, (value * 9) / 16)
    : useNearest(model, (value * 16) / 9, value)
}

export function checkSize(request: VideoInferenceRequest, facts: RequestFacts): RuleViolation[] {
  const model = modelOf(facts)
  const { width, height, resolution } = request
  const kind = mode(request)
  const violations: RuleViolation[] = []
  if (resolution !== undefined && (width !== undefined || height !== undefined)) {
    violations.push(
      error('resolution', say('generation:resolutionAndSize'), leaveOut('resolution')),
    )
  }
  if (width !== undefined && height !== undefined) {
    return [...violations, ...checkPair(model, width, height, kind)]
  }
  if (width !== undefined) {
    violations.push(error('height', say('generation:widthAlone'), completed(model, 'width', width)))
  } else if (height !== undefined) {
    violations.push(
      error('width', say('generation:heightAlone'), completed(model, 'height', height)),
    )
  } else {
    violations.push(...checkAbsent(model, resolution, kind))
  }
  return violations
}

function checkPair(
  model: ModelFacts,
  width: number,
  height: number,
  kind: GenerationMode,
): RuleViolation[] {
  const size = findSize(model, width, height)
  if (!size) {
    return [
      error(
        'width',
        say('generation:noSuchSize', { width, height }),
        useNearest(model, width, height),
      ),
    ]
  }
  const isTall = size.height > size.width
  if (size.resolution === '1080p' && isTall) {
    const key = kind === 'reframe' ? 'generation:uprightReframe' : 'generation:uprightFrame'
    return [
      warning(
        'height',
        say(key, { width, height }),
        useNearest(model, (width * 2) / 3, (height * 2) / 3),
      ),
    ]
  }
  if (size.certainty === 'inferred') {
    return [warning('width', say('generation:inferredSize', { width, height }))]
  }
  return []
}

function checkAbsent(
  model: ModelFacts,
  resolution: VideoInferenceRequest['resolution'],
  kind: GenerationMode,
): RuleViolation[] {
  if (kind === 'reframe') {
    const size = sizeOf(model, '16:9', resolution ?? '720p') ?? nearestSize(model, 1280, 720)
    const suggestion = useSize(size, resolution === undefined ? {} : { resolution: null })
    return [error('width', say('generation:reframeNeedsSize'), suggestion)]
  }
  if (resolution !== undefined) return []
  const suggestion = use('resolution', '720p')
  return kind === 'transform'
    ? [warning('resolution', say('generation:noResolution'), suggestion)]
    : [error('resolution', say('generation:noSize'), suggestion)]
}
