/** The prompt is always needed; its limits are the model vendor's. */

import { say } from '../../words/say.ts'
import { modelOf, type RequestFacts } from '../pricing.ts'
import { mode, type VideoInferenceRequest } from '../request.ts'
import { error, type RuleViolation, warning } from '../violation.ts'

const EMPTY = {
  text: say('generation:promptEmpty'),
  pins: say('generation:promptEmptyPins'),
  transform: say('generation:promptEmptyTransform'),
  reframe: say('generation:promptEmptyReframe'),
} as const

export function checkPrompt(request: VideoInferenceRequest, facts: RequestFacts): RuleViolation[] {
  const { max, comfortable } = modelOf(facts).limits.prompt
  const count = [...request.positivePrompt].length
  if (request.positivePrompt.trim() === '') {
    return [error('positivePrompt', EMPTY[mode(request)])]
  }
  if (count > max) {
    return [
      error('positivePrompt', say('generation:promptTooLong', { count, max, more: count - max })),
    ]
  }
  if (count > comfortable) {
    return [warning('positivePrompt', say('generation:promptLong', { count, comfortable }))]
  }
  return []
}
