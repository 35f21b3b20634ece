import { z } from 'zod'
import { restoreShot as restore } from '../edit/restoreShot.ts'
import { shotIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const restoreShot = defineCommand({
  type: 'shot.restore',
  payload: z.strictObject({
    shotId: shotIdSchema,
    recipe: z.string(),
    /** Of the take that it is the recipe of, for the history. */
    number: z.int().positive(),
  }),
  label: ({ shotId, number }, project) =>
    say('label:restoreShot', {
      take: number,
      shot: project.shots.get(shotId)?.name ?? shotId,
    }),
  apply: restore,
})
