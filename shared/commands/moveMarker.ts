import { z } from 'zod'
import { change } from '../edit/draft.ts'
import { markerIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const moveMarker = defineCommand({
  type: 'marker.move',
  payload: z.strictObject({ markerId: markerIdSchema, frame: z.int().nonnegative() }),
  label: () => say('label:moveMarker'),
  apply: (project, { markerId, frame }) =>
    change(project, (draft) => draft.set('markers', markerId, { frame })),
})
