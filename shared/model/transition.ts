/**
 * A transition: how one clip gives way to the next. It belongs to the cut between two neighbours on one track, or to
 * the free edge of one clip beside a gap (or the track's start or end). Beside the items, not among them: a clip's
 * place and length never depend on it.
 *
 *     V1 |A.........|B.......|          before 3, after 4: A shows 4 frames beyond its end,
 *               [---|----]              B 3 frames ahead of its start
 *
 *     V1 |A......|....|                 to null: A goes out over its last 3 frames
 *            [---]
 *
 * What must hold of every transition, and what settledTransitions.ts restores after every edit:
 *  - `from` ends where `to` starts, both clips on the track `trackId`; with only one of them, a gap or nothing lies
 *    beside that edge, and the transition lies wholly inside the clip;
 *  - it covers at least one frame, and no more of either clip than there is;
 *  - both clips have the media it shows of them (handles); nothing is frozen to make it longer;
 *  - on one clip, the transitions of its two edges do not overlap;
 *  - a cut has one transition at most; pictures have picture transitions, sounds crossfades, subtitles none.
 */
import { z } from 'zod'
import { itemIdSchema, trackIdSchema, transitionIdSchema } from './ids.ts'
import { openObject } from './openObject.ts'
import type { TrackKind } from './track.ts'

export const transitionStyleSchema = z.discriminatedUnion('kind', [
  /** Mixed, linearly in time. */
  openObject({ kind: z.literal('dissolve') }),
  /** Through a colour, which stands alone at the cut. */
  openObject({ kind: z.literal('dip'), color: z.string().regex(/^#[0-9a-f]{6}$/i) }),
  /**
   * An edge travels over the frame. `angle` in degrees clockwise: 0 travels to the right, 90 downwards. `softness`
   * 0..1: the width of the edge in fractions of its way.
   */
  openObject({
    kind: z.literal('wipe'),
    angle: z.number().min(-360).max(360),
    softness: z.number().min(0).max(1),
  }),
  /** Of sound. Equal power keeps the loudness of unlike sounds, linear that of like ones. */
  openObject({ kind: z.literal('crossfade'), curve: z.enum(['equalPower', 'linear']) }),
])
export type TransitionStyle = z.infer<typeof transitionStyleSchema>

export const transitionSchema = openObject({
  id: transitionIdSchema,
  trackId: trackIdSchema,
  /** The clip that goes out; null: nothing does, the other one comes in from nothing. */
  from: itemIdSchema.nullable(),
  /** The clip that comes in; null: the other one goes out to nothing. */
  to: itemIdSchema.nullable(),
  /** Frames before and after the cut; together at least 1. 0 on the side that has no clip. */
  before: z.int().nonnegative(),
  after: z.int().nonnegative(),
  style: transitionStyleSchema,
})
export type Transition = z.infer<typeof transitionSchema>

export type TransitionKind = TransitionStyle['kind']

const NEW_STYLES: { readonly [K in TransitionKind]: Extract<TransitionStyle, { kind: K }> } = {
  dissolve: { kind: 'dissolve' },
  dip: { kind: 'dip', color: '#000000' },
  wipe: { kind: 'wipe', angle: 0, softness: 0.05 },
  crossfade: { kind: 'crossfade', curve: 'equalPower' },
}
export const TRANSITION_KINDS = Object.keys(NEW_STYLES) as readonly TransitionKind[]

/** A kind as it is when it was just chosen. */
export const newStyle = (kind: TransitionKind): TransitionStyle => NEW_STYLES[kind]

/** What is laid on a cut where nothing else is asked for; null where transitions cannot lie. */
export function defaultStyle(kind: TrackKind): TransitionStyle | null {
  if (kind === 'subtitle') return null
  return newStyle(kind === 'picture' ? 'dissolve' : 'crossfade')
}

/** Seconds that a new transition lasts, handles permitting: half of it on each side of the cut. */
export const DEFAULT_TRANSITION_SECONDS = 1

export const suitsTrack = (style: TransitionStyle, kind: TrackKind): boolean =>
  kind !== 'subtitle' && (style.kind === 'crossfade') === (kind === 'sound')
