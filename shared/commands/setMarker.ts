import { z } from 'zod'
import { change } from '../edit/draft.ts'
import { markerIdSchema } from '../model/ids.ts'
import { markerSchema } from '../model/timeline.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { definedIn } from './definedIn.ts'

const { color } = markerSchema.shape

export const setMarker = defineCommand({
  type: 'marker.set',
  payload: z.strictObject({
    markerId: markerIdSchema,
    patch: z.strictObject({
      name: z.string().optional(),
      color: color.unwrap().optional(),
      /** Frames; 0 for a point. */
      duration: z.int().nonnegative().optional(),
    }),
  }),
  label: ({ markerId }, project) =>
    say('label:changeMarker', { name: project.markers.get(markerId)?.name ?? markerId }),
  apply: (project, { markerId, patch }) =>
    change(project, (draft) => draft.set('markers', markerId, definedIn(patch))),
})
