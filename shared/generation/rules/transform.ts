/** `settings.edit`: automatic, or by hand with a strength and controls; for transformations only. */

import { say } from '../../words/say.ts'
import { mode, type VideoInferenceRequest } from '../request.ts'
import { error, leaveOut, type RuleViolation, use } from '../violation.ts'

const AMOUNTS = ['depthBlur', 'normalsAugmentation', 'trajectorySparsity'] as const

export function checkTransform(request: VideoInferenceRequest): RuleViolation[] {
  const edit = request.settings?.edit
  if (edit === undefined) return []
  const kind = mode(request)
  if (kind === 'reframe') {
    return [error('settings.edit', say('generation:editOfReframe'), leaveOut('settings.edit'))]
  }
  if (kind !== 'transform') {
    return [error('settings.edit', say('generation:editWithoutSource'), leaveOut('settings.edit'))]
  }
  const violations: RuleViolation[] = []
  if (edit.autoControls === true) {
    for (const part of ['strength', 'controls'] as const) {
      if (edit[part] === undefined) continue
      violations.push(
        error(
          `settings.edit.${part}`,
          say('generation:automaticEdit', { part }),
          leaveOut(`settings.edit.${part}`),
        ),
      )
    }
  }
  for (const name of AMOUNTS) {
    const value = edit.controls?.[name]
    if (value === undefined || (value >= 0 && value <= 1)) continue
    const field = `settings.edit.controls.${name}`
    const said = say('generation:fieldRange', { field: name, min: 0, max: 1, value })
    violations.push(error(field, said, use(field, value < 0 ? 0 : 1)))
  }
  return violations
}
