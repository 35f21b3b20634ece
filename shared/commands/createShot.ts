import { z } from 'zod'
import { createShot as create } from '../edit/createShot.ts'
import { timelineIdSchema, trackIdSchema } from '../model/ids.ts'
import { pinSchema, shotSchema } from '../model/shot.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const createShot = defineCommand({
  type: 'shot.create',
  payload: z.strictObject({
    shot: shotSchema,
    pins: z.array(pinSchema),
    /** A window on the shot's beginning; absent: the shot waits in the library. */
    place: z
      .strictObject({
        timelineId: timelineIdSchema,
        pictureTrackId: trackIdSchema,
        frame: z.int().nonnegative(),
        mode: z.enum(['overwrite', 'insert', 'append']),
        /** Frames of the timeline. */
        duration: z.int().positive(),
      })
      .optional(),
  }),
  label: ({ shot }) => say('label:newShot', { shot: shot.name }),
  apply: create,
})
