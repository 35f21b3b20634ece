import { z } from 'zod'
import { addPin as add } from '../edit/pins.ts'
import { pinSchema } from '../model/shot.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const addPin = defineCommand({
  type: 'pin.add',
  payload: z.strictObject({ pin: pinSchema }),
  label: ({ pin }) => say('label:pin', { index: pin.index }),
  apply: add,
})
