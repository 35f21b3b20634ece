import { z } from 'zod'
import { removeTrack as remove } from '../edit/tracks.ts'
import { trackIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const removeTrack = defineCommand({
  type: 'track.remove',
  payload: z.strictObject({ trackId: trackIdSchema }),
  label: ({ trackId }, project) =>
    say('label:removeTrack', { name: project.tracks.get(trackId)?.name ?? trackId }),
  apply: remove,
})
