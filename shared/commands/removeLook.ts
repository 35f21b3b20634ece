import { z } from 'zod'
import { change } from '../edit/draft.ts'
import { lookIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const removeLook = defineCommand({
  type: 'look.remove',
  payload: z.strictObject({ lookId: lookIdSchema }),
  label: ({ lookId }, project) =>
    say('label:removeLook', { name: project.looks.get(lookId)?.name ?? '' }),
  apply: (project, { lookId }) => change(project, (draft) => draft.remove('looks', lookId)),
})
