/** Where the source lies in the new frame. */
import { RAY_3_2 } from '../models.ts'
import type { RequestFacts } from '../pricing.ts'
import { mode, type VideoInferenceRequest } from '../request.ts'
import { readSourcePosition, writeSourcePosition } from '../sourcePosition.ts'
import { error, leaveOut, type RuleViolation, use, warning } from '../violation.ts'

const field = 'settings.sourcePosition'

export function checkReframe(request: VideoInferenceRequest, facts: RequestFacts): RuleViolation[] {
  const position = request.settings?.sourcePosition
  const kind = mode(request)
  if (kind !== 'reframe') {
    if (position === undefined) return []
    const message =
      'A source position needs footage to place. Give inputs.video or leave the position out.'
    return [error(field, message, leaveOut(field))]
  }
  if (position === undefined) return checkShape(request, facts)
  const violations = checkNumbers(position)
  if (violations.length > 0) return violations
  const { rect } = readSourcePosition(position)
  const isOutside =
    rect.x >= 1 || rect.y >= 1 || rect.x + rect.width <= 0 || rect.y + rect.height <= 0
  if (isOutside) {
    const message =
      'The source lies completely outside the new frame. Move it so that some of it shows.'
    const moved = writeSourcePosition(
      { ...rect, x: inside(rect.x, rect.width), y: inside(rect.y, rect.height) },
      { width: 1, height: 1 },
    )
    const label = 'Move it to the nearest edge'
    return [
      error(field, message, {
        label,
        changes: { [`${field}.x`]: moved.x, [`${field}.y`]: moved.y },
      }),
    ]
  }
  return []
}

/** The nearest place at which the whole side shows, or as much of it as the frame holds. */
const inside = (start: number, length: number): number =>
  start >= 1 ? Math.max(0, 1 - length) : start + length <= 0 ? 0 : start

function checkNumbers(
  position: NonNullable<NonNullable<VideoInferenceRequest['settings']>['sourcePosition']>,
): RuleViolation[] {
  const { offset, size } = RAY_3_2.limits.sourcePosition
  const violations: RuleViolation[] = []
  for (const name of ['x', 'y'] as const) {
    const value = position[name]
    if (value >= -offset && value <= offset) continue
    const path = `${field}.${name}`
    const message = `${name} goes from -${offset} to ${offset}, in parts of the new frame, and is ${value}.`
    violations.push(error(path, message, use(path, value < 0 ? -offset : offset)))
  }
  for (const name of ['width', 'height'] as const) {
    const value = position[name]
    if (value > 0 && value <= size) continue
    const path = `${field}.${name}`
    const message = `${name} must be more than 0 and at most ${size}, in parts of the new frame, and is ${value}.`
    violations.push(error(path, message, use(path, value > size ? size : 1)))
  }
  return violations
}

function checkShape(request: VideoInferenceRequest, facts: RequestFacts): RuleViolation[] {
  const { width, height } = request
  const source = facts.sourceSize
  if (!source || width === undefined || height === undefined) return []
  const difference = Math.abs(Math.log(width / height / (source.width / source.height)))
  if (difference > 0.01) return []
  const message =
    'The new frame has the shape of the source, so there is nothing to fill. Choose another shape, or place the source smaller.'
  return [warning('width', message)]
}
