import { z } from 'zod'
import { change } from '../edit/draft.ts'
import { settingsOf } from '../model/select.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const renameProject = defineCommand({
  type: 'project.rename',
  payload: z.strictObject({ name: z.string().min(1) }),
  label: ({ name }) => say('label:renameProject', { name }),
  apply: (project, { name }) =>
    change(project, (draft) => draft.set('settings', settingsOf(project).id, { name })),
})
