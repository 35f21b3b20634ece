/**
 * Lets a clip's picture or sound come in from nothing, or go out to nothing.
 *
 *     before   |A.........|            after   |/A......\\|        fade in 1, fade out 2
 *
 * A fade goes as far as the other one begins; 0 takes it away. Later edits that make the clip shorter leave of the fade
 * in at most the clip, and of the fade out what remains; a split leaves each fade with the part that has its edge. Does
 * not touch: linked clips (the picture fades without its sound), keyframes of opacity and volume.
 *
 * Around: linked, shots, takes, pins, transitions, markers, sync-locked stay; locked refuse.
 */
import type { Clip } from '../model/clip.ts'
import type { ItemId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { changeClip } from './changeClip.ts'
import { withFields } from './draft.ts'

export interface FadePatch {
  readonly itemId: ItemId
  /** Frames. */
  readonly fadeIn?: number | undefined
  readonly fadeOut?: number | undefined
}

export const setFades = (project: Project, { itemId, ...patch }: FadePatch): Project =>
  changeClip(project, itemId, (clip) => {
    const { duration, fadeIn: wasIn = 0, fadeOut: wasOut = 0 } = clip
    const room = patch.fadeOut === undefined ? duration - wasOut : duration
    const fadeIn = Math.min(patch.fadeIn ?? wasIn, room)
    const fadeOut = Math.min(patch.fadeOut ?? wasOut, duration - fadeIn)
    return withFields<Clip>(clip, {
      fadeIn: fadeIn > 0 ? fadeIn : undefined,
      fadeOut: fadeOut > 0 ? fadeOut : undefined,
    })
  })
