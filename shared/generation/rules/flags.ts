/** Loop, HDR and EXR: what each needs and what it excludes. */

import { say } from '../../words/say.ts'
import { findSize, type ModelFacts, sizeOf } from '../modelFacts.ts'
import { modelOf, type RequestFacts } from '../pricing.ts'
import { mode, type Resolution, type VideoInferenceRequest } from '../request.ts'
import {
  error,
  leaveOut,
  type RuleViolation,
  type Suggestion,
  use,
  useDuration,
  useSize,
} from '../violation.ts'

function resolutionOf(request: VideoInferenceRequest, model: ModelFacts): Resolution | undefined {
  const { width, height, resolution } = request
  return width !== undefined && height !== undefined
    ? findSize(model, width, height)?.resolution
    : resolution
}

const dropLoop = leaveOut('settings.loop')
const dropHdr = leaveOut('settings.hdr', 'settings.exrExport')
const dropExr = leaveOut('settings.exrExport')

export function checkFlags(request: VideoInferenceRequest, facts: RequestFacts): RuleViolation[] {
  const { settings } = request
  const violations: RuleViolation[] = []
  if (settings?.loop === true) violations.push(...checkLoop(request))
  if (settings?.hdr === true) violations.push(...checkHdr(request, modelOf(facts)))
  if (settings?.exrExport === true) violations.push(...checkExr(request))
  return violations
}

function checkLoop(request: VideoInferenceRequest): RuleViolation[] {
  const field = 'settings.loop'
  const kind = mode(request)
  if (kind === 'transform' || kind === 'reframe') {
    return [error(field, say('generation:loopOfSource'), dropLoop)]
  }
  const violations: RuleViolation[] = []
  if (request.duration === 10) {
    violations.push(error(field, say('generation:loopLength'), dropLoop))
  }
  if (request.settings?.hdr === true) {
    violations.push(error(field, say('generation:loopHdr'), dropLoop))
  }
  const frames = request.inputs?.frameImages ?? []
  if (frames.some(({ frame }) => frame === 'last' || frame === -1)) {
    violations.push(error(field, say('generation:loopLast'), dropLoop))
  }
  if (frames.some(({ frame }) => typeof frame === 'number' && frame !== -1)) {
    violations.push(error(field, say('generation:loopNumbered'), dropLoop))
  }
  return violations
}

function checkHdr(request: VideoInferenceRequest, model: ModelFacts): RuleViolation[] {
  const field = 'settings.hdr'
  const kind = mode(request)
  if (kind === 'reframe') {
    return [error(field, say('generation:hdrReframe'), dropHdr)]
  }
  if (kind === 'transform') return []
  const violations: RuleViolation[] = []
  if (request.duration === 10) {
    violations.push(error(field, say('generation:hdrLength'), useDuration(5)))
  }
  const resolution = resolutionOf(request, model)
  if (resolution === '360p' || resolution === '540p') {
    violations.push(
      error(field, say('generation:hdrResolution', { resolution }), larger(request, model)),
    )
  }
  return violations
}

/** The same shape at the smallest size that HDR is made in. */
function larger({ width = 0, height = 0 }: VideoInferenceRequest, model: ModelFacts): Suggestion {
  const size = findSize(model, width, height)
  const wanted = size && sizeOf(model, size.aspect, '720p')
  return wanted ? useSize(wanted) : use('resolution', '720p')
}

function checkExr(request: VideoInferenceRequest): RuleViolation[] {
  const field = 'settings.exrExport'
  if (mode(request) === 'reframe') {
    return [error(field, say('generation:exrReframe'), dropExr)]
  }
  if (request.settings?.hdr === true) return []
  const turnHdrOn = { label: say('generation:turnHdrOn'), changes: { 'settings.hdr': true } }
  return [error(field, say('generation:exrWithoutHdr'), turnHdrOn)]
}
