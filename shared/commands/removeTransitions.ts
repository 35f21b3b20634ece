import { z } from 'zod'
import { removeTransitions as remove } from '../edit/removeTransitions.ts'
import { transitionIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { styleName } from './words.ts'

export const removeTransitions = defineCommand({
  type: 'transitions.remove',
  payload: z.strictObject({ transitionIds: z.array(transitionIdSchema).min(1) }),
  label: ({ transitionIds: [first, ...others] }, project) =>
    others.length > 0
      ? say('label:deleteTransitions', { count: others.length + 1 })
      : say('label:deleteTransition', { style: styleName(project, first) }),
  apply: remove,
})
