import { z } from 'zod'
import { replacePin as replace } from '../edit/pins.ts'
import { pinIdSchema } from '../model/ids.ts'
import { pictureRefSchema } from '../model/shot.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const replacePin = defineCommand({
  type: 'pin.replace',
  payload: z.strictObject({ pinId: pinIdSchema, picture: pictureRefSchema }),
  label: ({ pinId }, project) =>
    say('label:replacePinPicture', { index: project.pins.get(pinId)?.index ?? '?' }),
  apply: replace,
})
