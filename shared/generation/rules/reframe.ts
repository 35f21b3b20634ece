/** Where the source lies in the new frame. */

import { say } from '../../words/say.ts'
import type { ModelFacts } from '../modelFacts.ts'
import { modelOf, type RequestFacts } from '../pricing.ts'
import { mode, type VideoInferenceRequest } from '../request.ts'
import { readSourcePosition, writeSourcePosition } from '../sourcePosition.ts'
import { error, leaveOut, type RuleViolation, use, warning } from '../violation.ts'

const field = 'settings.sourcePosition'

export function checkReframe(request: VideoInferenceRequest, facts: RequestFacts): RuleViolation[] {
  const position = request.settings?.sourcePosition
  const kind = mode(request)
  if (kind !== 'reframe') {
    if (position === undefined) return []
    return [error(field, say('generation:positionWithoutSource'), leaveOut(field))]
  }
  if (position === undefined) return checkShape(request, facts)
  const violations = checkNumbers(position, modelOf(facts))
  if (violations.length > 0) return violations
  const { rect } = readSourcePosition(position)
  const isOutside =
    rect.x >= 1 || rect.y >= 1 || rect.x + rect.width <= 0 || rect.y + rect.height <= 0
  if (isOutside) {
    const moved = writeSourcePosition(
      { ...rect, x: inside(rect.x, rect.width), y: inside(rect.y, rect.height) },
      { width: 1, height: 1 },
    )
    return [
      error(field, say('generation:sourceOutside'), {
        label: say('generation:moveToEdge'),
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
  { limits }: ModelFacts,
): RuleViolation[] {
  const { offset, size } = limits.sourcePosition
  const violations: RuleViolation[] = []
  for (const name of ['x', 'y'] as const) {
    const value = position[name]
    if (value >= -offset && value <= offset) continue
    const path = `${field}.${name}`
    const said = say('generation:offsetRange', { name, min: -offset, max: offset, value })
    violations.push(error(path, said, use(path, value < 0 ? -offset : offset)))
  }
  for (const name of ['width', 'height'] as const) {
    const value = position[name]
    if (value > 0 && value <= size) continue
    const path = `${field}.${name}`
    const said = say('generation:sizeRange', { name, max: size, value })
    violations.push(error(path, said, use(path, value > size ? size : 1)))
  }
  return violations
}

function checkShape(request: VideoInferenceRequest, facts: RequestFacts): RuleViolation[] {
  const { width, height } = request
  const source = facts.sourceSize
  if (!source || width === undefined || height === undefined) return []
  const difference = Math.abs(Math.log(width / height / (source.width / source.height)))
  if (difference > 0.01) return []
  return [warning('width', say('generation:sameShape'))]
}
