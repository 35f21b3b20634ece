import { z } from 'zod'
import { change } from '../edit/draft.ts'
import { trackIdSchema } from '../model/ids.ts'
import { trackSchema } from '../model/track.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { definedIn } from './definedIn.ts'

/** A patch's two labels for each switch: for turning it on and off. */
const SWITCHES = {
  locked: ['label:lockTrack', 'label:unlockTrack'],
  muted: ['label:muteTrack', 'label:unmuteTrack'],
  solo: ['label:soloTrack', 'label:unsoloTrack'],
  hidden: ['label:hideTrack', 'label:showTrack'],
  syncLocked: ['label:syncLockTrack', 'label:syncUnlockTrack'],
} as const

export const setTrack = defineCommand({
  type: 'track.set',
  payload: z.strictObject({
    trackId: trackIdSchema,
    patch: z.strictObject({
      name: z.string().min(1).optional(),
      locked: z.boolean().optional(),
      muted: z.boolean().optional(),
      solo: z.boolean().optional(),
      hidden: z.boolean().optional(),
      syncLocked: z.boolean().optional(),
      /** Of its row, in CSS pixels; null: that of its kind. */
      height: trackSchema.shape.height.nullable(),
    }),
  }),
  label: ({ trackId, patch }, project) => {
    const track = project.tracks.get(trackId)?.name ?? trackId
    for (const [field, [on, off]] of Object.entries(SWITCHES)) {
      const value = patch[field as keyof typeof SWITCHES]
      if (value !== undefined) return say(value ? on : off, { track })
    }
    if (patch.height !== undefined) return say('label:trackHeight', { track })
    return say('label:renameTrack', { track, name: patch.name ?? track })
  },
  apply: (project, { trackId, patch }) =>
    change(project, (draft) => draft.set('tracks', trackId, definedIn(patch))),
})
