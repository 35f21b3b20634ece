/** How much of a clip is there while it fades in and out. */
import type { Clip } from './clip.ts'

export type Fades = Pick<Clip, 'duration' | 'fadeIn' | 'fadeOut'>

/**
 * 0..1 at a clip frame, for opacity and for the sound's gain alike; linear, taken at the middle of the frame, so that a
 * fade in and a fade out of the same length mirror each other.
 */
export function fadeAt({ duration, fadeIn = 0, fadeOut = 0 }: Fades, clipFrame: number): number {
  const middle = clipFrame + 0.5
  const inwards = fadeIn > 0 ? middle / fadeIn : 1
  const outwards = fadeOut > 0 ? (duration - middle) / fadeOut : 1
  return Math.min(1, Math.max(0, inwards)) * Math.min(1, Math.max(0, outwards))
}

export const hasFades = ({ fadeIn = 0, fadeOut = 0 }: Fades): boolean => fadeIn > 0 || fadeOut > 0

/**
 * The clip with fades that do not overlap, which every edit leaves behind: the fade in has at most the whole clip, the
 * fade out what remains of it. The clip itself where they fit; a fade without room is taken away.
 */
export function withFittingFades(clip: Clip): Clip {
  const { duration, fadeIn = 0, fadeOut = 0 } = clip
  if (fadeIn + fadeOut <= duration) return clip
  const { fadeIn: _in, fadeOut: _out, ...rest } = clip
  const inwards = Math.min(fadeIn, duration)
  const outwards = Math.min(fadeOut, duration - inwards)
  return {
    ...rest,
    ...(inwards > 0 && { fadeIn: inwards }),
    ...(outwards > 0 && { fadeOut: outwards }),
  }
}
