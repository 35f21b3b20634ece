/**
 * A clip's name, whether it is seen and heard, and its speed.
 *
 *     media        a b c d e f g h              speed 2
 *     V1 |a b c d|              →     V1 |a c e g|
 *
 * A new speed takes keyframes of speed away and keeps the first frame and the place on the timeline; where the media runs out earlier the clip gets
 * shorter and leaves a gap. Turning round (the sign changes) plays the same span from its other end. Linked clips
 * get the same speed about the same moment and stay in sync. Does not touch: other clips, keyframes.
 *
 * Around: linked follow; shots, takes, pins, markers, sync-locked stay; transitions settle; locked refuse.
 */
import type { Clip } from '../model/clip.ts'
import type { ItemId, MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { equals, type Rational } from '../time/rational.ts'
import { changeClip } from './changeClip.ts'
import { changeMotion } from './changeMotion.ts'
import { withFields } from './draft.ts'
import { atSpeed, checkSpeed } from './respeed.ts'
import { clipAt } from './timelineEdit.ts'

export interface ClipPatch {
  readonly name?: string | undefined
  readonly enabled?: boolean | undefined
  readonly speed?: Rational | undefined
}

export function setClip(
  project: Project,
  { itemId, patch }: { readonly itemId: ItemId; readonly patch: ClipPatch },
  makeId: MakeId,
): Project {
  const { speed, name, enabled } = patch
  const fields = { ...(name !== undefined && { name }), ...(enabled !== undefined && { enabled }) }
  const named = changeClip(project, itemId, (clip) => withFields<Clip>(clip, fields))
  if (speed === undefined) return named
  checkSpeed(speed)
  const leader = clipAt(named, itemId)
  if (equals(leader.speed, speed) && !leader.speedKeys) return named
  return changeMotion(named, itemId, (rate) => atSpeed(leader, speed, rate), makeId)
}
