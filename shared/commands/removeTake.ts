import { z } from 'zod'
import { putBackTake as putBack, removeTake as remove } from '../edit/removeTake.ts'
import { shotIdSchema, takeIdSchema } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

const payload = z.strictObject({
  shotId: shotIdSchema,
  takeId: takeIdSchema,
  /** The take's, for the history. */
  number: z.int().positive(),
})

const wordsOf = ({ shotId, number }: z.infer<typeof payload>, project: Project) => ({
  take: number,
  shot: project.shots.get(shotId)?.name ?? shotId,
})

export const removeTake = defineCommand({
  type: 'take.remove',
  payload,
  label: (about, project) => say('label:removeTake', wordsOf(about, project)),
  apply: remove,
})

export const putBackTake = defineCommand({
  type: 'take.putBack',
  payload,
  label: (about, project) => say('label:putBackTake', wordsOf(about, project)),
  apply: putBack,
})
