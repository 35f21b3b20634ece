import { z } from 'zod'
import { change } from '../edit/draft.ts'
import { settingsSchema } from '../model/project.ts'
import { settingsOf } from '../model/select.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

const { colorSpace, loudness, notes } = settingsSchema.shape

export const setProject = defineCommand({
  type: 'project.set',
  payload: z.strictObject({
    /** Null takes a setting away, which leaves the default. */
    patch: z.strictObject({
      colorSpace: colorSpace.nullable(),
      loudness: loudness.nullable(),
      notes: notes.nullable(),
    }),
  }),
  label: ({ patch }) =>
    say(patch.notes !== undefined ? 'label:changeNotes' : 'label:changeSettings'),
  apply: (project, { patch }) =>
    change(project, (draft) => {
      const fields = Object.entries(patch).filter(([, value]) => value !== undefined)
      draft.set(
        'settings',
        settingsOf(project).id,
        Object.fromEntries(fields.map(([name, value]) => [name, value ?? undefined])),
      )
    }),
})
