/** The prompt is always needed; its limits are the model vendor's. */
import { RAY_3_2 } from '../models.ts'
import { mode, type VideoInferenceRequest } from '../request.ts'
import { error, type RuleViolation, warning } from '../violation.ts'

const WHAT_TO_WRITE = {
  text: 'Describe the shot.',
  pins: 'Describe what happens between the pinned pictures.',
  transform: 'Describe the look that the footage should take.',
  reframe: 'Describe what should fill the new area around the source.',
} as const

export function checkPrompt(request: VideoInferenceRequest): RuleViolation[] {
  const { max, comfortable } = RAY_3_2.limits.prompt
  const length = [...request.positivePrompt].length
  if (request.positivePrompt.trim() === '') {
    return [error('positivePrompt', `The prompt is empty. ${WHAT_TO_WRITE[mode(request)]}`)]
  }
  if (length > max) {
    return [
      error(
        'positivePrompt',
        `The prompt has ${length} characters and the model takes at most ${max}. Shorten it by ${length - max}.`,
      ),
    ]
  }
  if (length > comfortable) {
    return [
      warning(
        'positivePrompt',
        `The prompt has ${length} characters. More than ${comfortable} may be refused by the service.`,
      ),
    ]
  }
  return []
}
