/**
 * Shows another part of the media in the same place.
 *
 *     media    abc|defgh|ijkl        slip 2 later        abcde|fghij|kl
 *     V1       |A....|               V1 |A....|
 *
 * Positive deltas show what would have come later (with a keyed speed, further on along its curve). Keyframes, those of
 * speed too, stay on the picture they were set on. Does not touch: where clips lie,
 * their length, other tracks, except that linked clips slip along. Pins are in shot time and stay.
 *
 * Around: linked follow; shots, takes, pins, markers, sync-locked stay; transitions settle; locked refuse.
 */
import type { Clip } from '../model/clip.ts'
import type { ItemId, MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { isFrozen, shiftedMedia } from '../model/timeMap.ts'
import { secondsAt } from '../time/frames.ts'
import type { Rational } from '../time/rational.ts'
import { onMedia } from './itemList.ts'
import { withLinked } from './linked.ts'
import { TimelineEdit } from './timelineEdit.ts'
import { refuseBeyond, slipLimits } from './trimLimits.ts'

export interface Slip {
  readonly itemId: ItemId
  /** Frames of the timeline. */
  readonly delta: number
  readonly linked: boolean
}

export function slip(project: Project, { itemId, delta, linked }: Slip, makeId: MakeId): Project {
  refuseBeyond(delta, slipLimits(project, itemId, linked), 'clip')
  if (delta === 0) return project
  const ids = withLinked(project, [itemId], linked)
  const edit = TimelineEdit.of(project, [itemId], makeId)
  for (const track of edit.tracksOf(ids)) {
    edit.setItems(
      track,
      edit
        .items(track)
        .map((item) =>
          item.kind === 'clip' && ids.has(item.id)
            ? slipped(item, delta, edit.timeline.rate)
            : item,
        ),
    )
  }
  return edit.finish()
}

/** A frozen clip slips as if it played forwards, to choose another picture. */
const slipped = (clip: Clip, delta: number, rate: Rational): Clip =>
  isFrozen(clip)
    ? shiftedMedia(onMedia(clip, delta, rate), secondsAt(delta, rate))
    : onMedia(clip, delta, rate)
