import { z } from 'zod'
import { change } from '../edit/draft.ts'
import { timelineOf } from '../model/select.ts'
import { markerSchema } from '../model/timeline.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const addMarker = defineCommand({
  type: 'marker.add',
  payload: z.strictObject({ marker: markerSchema }),
  label: ({ marker }) =>
    marker.name === ''
      ? say('label:addMarker')
      : say('label:addMarkerNamed', { name: marker.name }),
  apply: (project, { marker }) =>
    change(project, (draft) => {
      timelineOf(project, marker.timelineId)
      draft.add('markers', marker)
    }),
})
