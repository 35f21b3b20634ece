import { z } from 'zod'
import { move } from '../edit/move.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { byFrames, clipNames } from './words.ts'

export const moveClips = defineCommand({
  type: 'clips.move',
  payload: z.strictObject({
    itemIds: z.array(itemIdSchema).min(1),
    /** Frames; positive = later. */
    delta: z.int(),
    /** Tracks of the same kind as the first item's, up positive. */
    trackDelta: z.int(),
    mode: z.enum(['overwrite', 'insert']),
    linked: z.boolean(),
  }),
  label: ({ itemIds, delta, trackDelta }, project) => {
    const clips = clipNames(project, itemIds)
    return delta === 0 && trackDelta !== 0
      ? say('label:moveClipsToTrack', { clips })
      : say('label:moveClips', { clips, by: byFrames(delta) })
  },
  apply: move,
})
