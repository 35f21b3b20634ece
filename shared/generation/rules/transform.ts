/** `settings.edit`: automatic, or by hand with a strength and controls; for transformations only. */
import { mode, type VideoInferenceRequest } from '../request.ts'
import { error, leaveOut, type RuleViolation, use } from '../violation.ts'

const AMOUNTS = ['depthBlur', 'normalsAugmentation', 'trajectorySparsity'] as const

export function checkTransform(request: VideoInferenceRequest): RuleViolation[] {
  const edit = request.settings?.edit
  if (edit === undefined) return []
  const kind = mode(request)
  if (kind === 'reframe') {
    const message =
      'A reframe keeps the look of its source. Leave the edit settings out, or leave out the size to transform the footage instead.'
    return [error('settings.edit', message, leaveOut('settings.edit'))]
  }
  if (kind !== 'transform') {
    const message = 'Edit settings need footage to work on. Give inputs.video or leave them out.'
    return [error('settings.edit', message, leaveOut('settings.edit'))]
  }
  const violations: RuleViolation[] = []
  if (edit.autoControls === true) {
    for (const part of ['strength', 'controls'] as const) {
      if (edit[part] === undefined) continue
      violations.push(
        error(
          `settings.edit.${part}`,
          `Automatic control chooses the ${part} itself. Leave ${part} out or turn autoControls off.`,
          leaveOut(`settings.edit.${part}`),
        ),
      )
    }
  }
  for (const name of AMOUNTS) {
    const value = edit.controls?.[name]
    if (value === undefined || (value >= 0 && value <= 1)) continue
    const field = `settings.edit.controls.${name}`
    violations.push(
      error(field, `${name} goes from 0 to 1 and is ${value}.`, use(field, value < 0 ? 0 : 1)),
    )
  }
  return violations
}
