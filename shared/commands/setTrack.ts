import { z } from 'zod'
import { change } from '../edit/draft.ts'
import { trackIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

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
    }),
  }),
  label: ({ trackId, patch }, project) => {
    const track = project.tracks.get(trackId)?.name ?? trackId
    for (const [field, [on, off]] of Object.entries(SWITCHES)) {
      const value = patch[field as keyof typeof SWITCHES]
      if (value !== undefined) return say(value ? on : off, { track })
    }
    return say('label:renameTrack', { track, name: patch.name ?? track })
  },
  apply: (project, { trackId, patch }) =>
    change(project, (draft) => draft.set('tracks', trackId, defined(patch))),
})

/** Without the fields that say nothing, which would otherwise take a track's own fields away. */
function defined<P extends object>(patch: P): { [K in keyof P]?: Exclude<P[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [K in keyof P]?: Exclude<P[K], undefined>
  }
}
