import { z } from 'zod'
import { acceptTake as accept } from '../edit/acceptTake.ts'
import { shotIdSchema } from '../model/ids.ts'
import { takeSchema } from '../model/take.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const acceptTake = defineCommand({
  type: 'take.accept',
  payload: z.strictObject({ shotId: shotIdSchema, take: takeSchema }),
  label: ({ shotId, take }, project) =>
    say('label:acceptTake', { take: take.number, shot: project.shots.get(shotId)?.name ?? shotId }),
  apply: accept,
})
