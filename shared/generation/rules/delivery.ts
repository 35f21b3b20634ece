/** Fields that concern how the result comes back. */
import { RAY_3_2 } from '../models.ts'
import type { VideoInferenceRequest } from '../request.ts'
import { error, leaveOut, type RuleViolation, use, warning } from '../violation.ts'

const clamp = (value: number, min: number, max: number): number =>
  Math.min(Math.max(value, min), max)

export function checkDelivery(request: VideoInferenceRequest): RuleViolation[] {
  const violations: RuleViolation[] = []
  if (request.numberResults !== undefined && request.numberResults !== 1) {
    violations.push(
      error(
        'numberResults',
        'One request makes one take. Ask again for another one.',
        use('numberResults', 1),
      ),
    )
  }
  for (const name of ['ttl', 'outputQuality'] as const) {
    const value = request[name]
    const { min, max } = RAY_3_2.limits[name]
    if (value === undefined || (value >= min && value <= max)) continue
    const message = `${name} goes from ${min} to ${max} and is ${value}.`
    violations.push(error(name, message, use(name, clamp(value, min, max))))
  }
  if (request.outputFormat !== undefined && request.outputFormat !== 'MP4') {
    const message = `The model answers with MP4, so ${request.outputFormat} may be ignored or refused.`
    violations.push(warning('outputFormat', message, use('outputFormat', 'MP4')))
  }
  for (const name of ['webhookURL', 'uploadEndpoint'] as const) {
    const value = request[name]
    if (value === undefined || /^https?:\/\/[^\s/]+/i.test(value)) continue
    const message = `"${value}" is not a web address. Give one that starts with https:// or leave ${name} out.`
    violations.push(error(name, message, leaveOut(name)))
  }
  return violations
}
