import { z } from 'zod'
import { change } from '../edit/draft.ts'
import { lookSchema } from '../model/look.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const putLook = defineCommand({
  type: 'look.put',
  /** Adds the look, or puts it in place of the one with its id. */
  payload: z.strictObject({ look: lookSchema }),
  label: ({ look }, project) =>
    say(project.looks.get(look.id) ? 'label:changeLook' : 'label:keepLook', { name: look.name }),
  apply: (project, { look }) => change(project, (draft) => draft.put('looks', look)),
})
