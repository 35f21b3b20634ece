import { z } from 'zod'
import { change } from '../edit/draft.ts'
import { markerIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const removeMarker = defineCommand({
  type: 'marker.remove',
  payload: z.strictObject({ markerId: markerIdSchema }),
  label: () => say('label:deleteMarker'),
  apply: (project, { markerId }) => change(project, (draft) => draft.remove('markers', markerId)),
})
