/** Length: 5 or 10 s for a generation; a transformation or a reframe follows its source. */
import { RAY_3_2 } from '../models.ts'
import { mode, type VideoInferenceRequest } from '../request.ts'
import { error, leaveOut, type RuleViolation, use } from '../violation.ts'

const CHOICES = RAY_3_2.durations.join(' or ')

export function checkDuration(request: VideoInferenceRequest): RuleViolation[] {
  const { duration } = request
  const kind = mode(request)
  if (kind === 'transform' || kind === 'reframe') {
    if (duration === undefined) return []
    const what = kind === 'reframe' ? 'reframe' : 'transformation'
    return [
      error(
        'duration',
        `A ${what} is as long as its source. Leave the duration out.`,
        leaveOut('duration'),
      ),
    ]
  }
  if (duration === undefined) {
    return [
      error(
        'duration',
        `The request names no duration, so its price is open. Choose ${CHOICES} s.`,
        use('duration', 5, 'Use 5 s'),
      ),
    ]
  }
  if (RAY_3_2.durations.includes(duration)) return []
  // HDR and loops are made in 5 s only, so that 9 s of them are nearer to 5 than to a second refusal.
  const isShortOnly = request.settings?.hdr === true || request.settings?.loop === true
  const nearest = RAY_3_2.durations.reduce((best, d) =>
    !isShortOnly && Math.abs(d - duration) < Math.abs(best - duration) ? d : best,
  )
  return [
    error(
      'duration',
      `The model makes ${CHOICES} s, not ${duration} s.`,
      use('duration', nearest, `Use ${nearest} s`),
    ),
  ]
}
