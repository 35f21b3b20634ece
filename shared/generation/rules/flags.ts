/** Loop, HDR and EXR: what each needs and what it excludes. */
import { findSize, sizeOf } from '../models.ts'
import { mode, type Resolution, type VideoInferenceRequest } from '../request.ts'
import { error, leaveOut, type RuleViolation, type Suggestion, use } from '../violation.ts'

function resolutionOf(request: VideoInferenceRequest): Resolution | undefined {
  const { width, height, resolution } = request
  return width !== undefined && height !== undefined
    ? findSize(width, height)?.resolution
    : resolution
}

const dropLoop = leaveOut('settings.loop')
const dropHdr = leaveOut('settings.hdr', 'settings.exrExport')
const dropExr = leaveOut('settings.exrExport')

export function checkFlags(request: VideoInferenceRequest): RuleViolation[] {
  const { settings } = request
  const violations: RuleViolation[] = []
  if (settings?.loop === true) violations.push(...checkLoop(request))
  if (settings?.hdr === true) violations.push(...checkHdr(request))
  if (settings?.exrExport === true) violations.push(...checkExr(request))
  return violations
}

function checkLoop(request: VideoInferenceRequest): RuleViolation[] {
  const field = 'settings.loop'
  const kind = mode(request)
  if (kind === 'transform' || kind === 'reframe') {
    const message = 'Only a generated clip can loop, not one made from a source. Leave loop out.'
    return [error(field, message, dropLoop)]
  }
  const violations: RuleViolation[] = []
  if (request.duration === 10) {
    violations.push(error(field, 'A loop is 5 s long. Leave loop out or use 5 s.', dropLoop))
  }
  if (request.settings?.hdr === true) {
    violations.push(error(field, 'A loop cannot be HDR. Leave out loop or hdr.', dropLoop))
  }
  const frames = request.inputs?.frameImages ?? []
  if (frames.some(({ frame }) => frame === 'last' || frame === -1)) {
    violations.push(
      error(
        field,
        'A loop ends where it begins, so it takes no last picture. Leave one of them out.',
        dropLoop,
      ),
    )
  }
  if (frames.some(({ frame }) => typeof frame === 'number' && frame !== -1)) {
    violations.push(
      error(
        field,
        'A loop takes no pictures at numbered indexes, only a first one. Leave one of them out.',
        dropLoop,
      ),
    )
  }
  return violations
}

function checkHdr(request: VideoInferenceRequest): RuleViolation[] {
  const field = 'settings.hdr'
  const kind = mode(request)
  if (kind === 'reframe') {
    return [error(field, 'A reframe is always SDR. Leave hdr out.', dropHdr)]
  }
  if (kind === 'transform') return []
  const violations: RuleViolation[] = []
  if (request.duration === 10) {
    violations.push(
      error(field, 'HDR is made in 5 s clips only. Use 5 s.', use('duration', 5, 'Use 5 s')),
    )
  }
  const resolution = resolutionOf(request)
  if (resolution === '360p' || resolution === '540p') {
    const message = `HDR needs 720p or 1080p, and the request asks for ${resolution}.`
    violations.push(error(field, message, larger(request)))
  }
  return violations
}

/** The same shape at the smallest size that HDR is made in. */
function larger({ width = 0, height = 0 }: VideoInferenceRequest): Suggestion {
  const size = findSize(width, height)
  const wanted = size && sizeOf(size.aspect, '720p')
  if (!wanted) return use('resolution', '720p')
  const changes = { width: wanted.width, height: wanted.height }
  return { label: `Use ${wanted.width} x ${wanted.height}`, changes }
}

function checkExr(request: VideoInferenceRequest): RuleViolation[] {
  const field = 'settings.exrExport'
  if (mode(request) === 'reframe') {
    return [error(field, 'A reframe gives no EXR. Leave exrExport out.', dropExr)]
  }
  if (request.settings?.hdr === true) return []
  return [
    error(
      field,
      'EXR is made from HDR only. Turn hdr on or leave exrExport out.',
      use('settings.hdr', true, 'Turn HDR on'),
    ),
  ]
}
