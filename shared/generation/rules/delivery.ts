/** Fields that concern how the result comes back. */

import { say } from '../../words/say.ts'
import { modelOf, type RequestFacts } from '../pricing.ts'
import type { VideoInferenceRequest } from '../request.ts'
import { error, leaveOut, type RuleViolation, use, warning } from '../violation.ts'

const clamp = (value: number, min: number, max: number): number =>
  Math.min(Math.max(value, min), max)

export function checkDelivery(
  request: VideoInferenceRequest,
  facts: RequestFacts,
): RuleViolation[] {
  const violations: RuleViolation[] = []
  if (request.numberResults !== undefined && request.numberResults !== 1) {
    violations.push(error('numberResults', say('generation:oneTake'), use('numberResults', 1)))
  }
  for (const name of ['ttl', 'outputQuality'] as const) {
    const value = request[name]
    const { min, max } = modelOf(facts).limits[name]
    if (value === undefined || (value >= min && value <= max)) continue
    const said = say('generation:fieldRange', { field: name, min, max, value })
    violations.push(error(name, said, use(name, clamp(value, min, max))))
  }
  if (request.outputFormat !== undefined && request.outputFormat !== 'MP4') {
    const said = say('generation:answersMp4', { format: request.outputFormat })
    violations.push(warning('outputFormat', said, use('outputFormat', 'MP4')))
  }
  for (const name of ['webhookURL', 'uploadEndpoint'] as const) {
    const value = request[name]
    if (value === undefined || /^https?:\/\/[^\s/]+/i.test(value)) continue
    const said = say('generation:noWebAddress', { value, field: name })
    violations.push(error(name, said, leaveOut(name)))
  }
  return violations
}
