/**
 * Every rule of Ray3.2 in one check. The service was seen to bill requests that make no sense, so nothing with an
 * error in it may leave the machine.
 */
import type { RequestFacts } from './pricing.ts'
import type { VideoInferenceRequest } from './request.ts'
import { checkDelivery } from './rules/delivery.ts'
import { checkDuration } from './rules/duration.ts'
import { checkFlags } from './rules/flags.ts'
import { checkFrames } from './rules/frames.ts'
import { checkMedia } from './rules/media.ts'
import { checkPrompt } from './rules/prompt.ts'
import { checkReframe } from './rules/reframe.ts'
import { checkSize } from './rules/size.ts'
import { checkTransform } from './rules/transform.ts'
import type { RuleViolation } from './violation.ts'

export type { RuleViolation, Suggestion } from './violation.ts'

const RULES: readonly ((
  request: VideoInferenceRequest,
  facts: RequestFacts,
) => readonly RuleViolation[])[] = [
  checkPrompt,
  checkSize,
  checkDuration,
  checkMedia,
  checkFrames,
  checkFlags,
  checkTransform,
  checkReframe,
  checkDelivery,
]

/** Everything that is wrong with a request, in the order of the fields; empty when it may be sent. */
export const checkRequest = (
  request: VideoInferenceRequest,
  facts: RequestFacts = {},
): RuleViolation[] => RULES.flatMap((rule) => rule(request, facts))

export const isSendable = (violations: readonly RuleViolation[]): boolean =>
  violations.every(({ severity }) => severity !== 'error')
