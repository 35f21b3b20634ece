/**
 * Holds one frame of a clip for a while.
 *
 *     before      V1 |A.........|B....|             frame 4, 3 frames
 *     ripple      V1 |A...|ddd|A'....|B....|        the clip goes on after the hold
 *     overwrite   V1 |A...|ddd|A''..|B....|         the hold lies over what came
 *
 * The hold is a clip of speed 0 with the settings the clip has at that frame, without a link and fades. With a ripple all
 * sync-locked tracks get the same time, linked clips are cut with the picture, and others refuse to be. Does not
 * touch: what lies before the frame, tracks without sync lock, markers, the shot and its takes.
 *
 * Around: linked, sync-locked follow; shots, takes, pins, markers stay; transitions settle; locked refuse.
 */
import { valueAt } from '../model/animate.ts'
import type { Clip } from '../model/clip.ts'
import type { ItemId, MakeId } from '../model/ids.ts'
import { constant } from '../model/keyframe.ts'
import type { Project } from '../model/project.ts'
import { placeClip } from '../model/select.ts'
import { mediaTimeAt } from '../model/timeMap.ts'
import { type Rational, ZERO } from '../time/rational.ts'
import { mapAnimated } from './animated.ts'
import { withFields } from './draft.ts'
import { makeRoom } from './insert.ts'
import { refuse } from './refuse.ts'
import { refusePullingApart } from './ripple.ts'
import { TimelineEdit } from './timelineEdit.ts'

export interface Freeze {
  readonly itemId: ItemId
  /** Timeline frame inside the clip: the one that is held, where the hold starts. */
  readonly frame: number
  /** Frames; at least 1. */
  readonly duration: number
  readonly ripple: boolean
}

export function freezeFrame(
  project: Project,
  { itemId, frame, duration, ripple }: Freeze,
  makeId: MakeId,
): Project {
  const { item: clip, track, start, end } = placeClip(project, itemId)
  if (track.kind !== 'picture') refuse('edit:freezeSound')
  if (frame < start || frame >= end) {
    refuse('edit:freezeOutside')
  }
  const edit = TimelineEdit.of(project, [itemId], makeId)
  const hold = heldAt(clip, frame - start, edit.timeline.rate, makeId<ItemId>())
  if (ripple) makeRoom(edit, frame, duration, new Set([track.id]))
  edit.replace(track, frame, frame + duration, [{ ...hold, duration }])
  if (ripple) refusePullingApart(edit)
  return edit.finish()
}

function heldAt(clip: Clip, frame: number, rate: Rational, id: ItemId): Clip {
  const still = mapAnimated(clip, (animated) => ({
    ...animated,
    ...constant(valueAt(animated, frame)),
  }))
  const sourceStart = mediaTimeAt(clip, frame, rate)
  return withFields<Clip>(
    { ...still, id, sourceStart, speed: ZERO },
    {
      speedKeys: undefined,
      linkId: undefined,
      fadeIn: undefined,
      fadeOut: undefined,
    },
  )
}
