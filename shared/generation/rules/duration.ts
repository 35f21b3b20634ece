/** Length: 5 or 10 s for a generation; a transformation or a reframe follows its source. */

import { say } from '../../words/say.ts'
import { RAY_3_2 } from '../models.ts'
import { mode, type VideoInferenceRequest } from '../request.ts'
import { error, leaveOut, type RuleViolation, useDuration } from '../violation.ts'

const CHOICES = { choices: RAY_3_2.durations } as const

export function checkDuration(request: VideoInferenceRequest): RuleViolation[] {
  const { duration } = request
  const kind = mode(request)
  if (kind === 'transform' || kind === 'reframe') {
    if (duration === undefined) return []
    const key =
      kind === 'reframe'
        ? 'generation:reframeHasNoDuration'
        : 'generation:transformationHasNoDuration'
    return [error('duration', say(key), leaveOut('duration'))]
  }
  if (duration === undefined) {
    return [error('duration', say('generation:noDuration', CHOICES), useDuration(5))]
  }
  if (RAY_3_2.durations.includes(duration)) return []
  // HDR and loops are made in 5 s only, so that 9 s of them are nearer to 5 than to a second refusal.
  const isShortOnly = request.settings?.hdr === true || request.settings?.loop === true
  const nearest = RAY_3_2.durations.reduce((best, d) =>
    !isShortOnly && Math.abs(d - duration) < Math.abs(best - duration) ? d : best,
  )
  const said = say('generation:otherDuration', { ...CHOICES, duration })
  return [error('duration', said, useDuration(nearest))]
}
