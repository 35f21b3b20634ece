/**
 * A new shot with its pins, and a window on it in the cut where a place is given.
 *
 *     before   V1 |A....|B....|              frame 5, overwrite
 *     after    V1 |A....|shot.|
 *
 * Does not touch: assets, other shots; on the timeline only what the placing verb does (overwrite, insert, append).
 *
 * Around: linked, takes, markers, sync-locked stay; shots, pins change; transitions settle; locked refuse.
 */
import type { ItemId, MakeId, TimelineId, TrackId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { record, trackOf } from '../model/select.ts'
import type { Pin, Shot } from '../model/shot.ts'
import { ZERO } from '../time/rational.ts'
import { change } from './draft.ts'
import { checkPins } from './pins.ts'
import { newClip, PLACE, type PlaceMode, refuseOutsideMedia } from './placeMedia.ts'
import { refuse } from './refuse.ts'

export interface NewShot {
  readonly shot: Shot
  readonly pins: readonly Pin[]
  readonly place?:
    | {
        readonly timelineId: TimelineId
        readonly pictureTrackId: TrackId
        readonly frame: number
        readonly mode: PlaceMode
        readonly duration: number
      }
    | undefined
}

export function createShot(
  project: Project,
  { shot, pins, place }: NewShot,
  makeId: MakeId,
): Project {
  const created = addShot(project, shot, pins)
  if (!place) return created
  const { timelineId, pictureTrackId, frame, mode, duration } = place
  const track = trackOf(project, pictureTrackId)
  if (track.kind !== 'picture') refuse('source:noPictures', { track: track.name })
  const source = { kind: 'shot' as const, shotId: shot.id }
  const media = { source, name: shot.name, sourceStart: ZERO, duration }
  const clip = newClip(media, makeId<ItemId>())
  refuseOutsideMedia(created, timelineId, clip)
  return PLACE[mode](
    created,
    { timelineId, frame, length: duration, pieces: [{ trackId: pictureTrackId, offset: 0, clip }] },
    makeId,
  )
}

/** The document with the shot and its pins. The shot has no take yet. */
export function addShot(project: Project, shot: Shot, pins: readonly Pin[]): Project {
  if (shot.takeId !== undefined) refuse('edit:shotHasTake')
  if (shot.source) record(project, 'assets', shot.source.assetId)
  const added = change(project, (draft) => {
    draft.add('shots', shot)
    for (const pin of pins) {
      if (pin.shotId !== shot.id) refuse('edit:pinOfOtherShot', { pin: pin.id })
      record(project, 'assets', pin.picture.assetId)
      draft.add('pins', pin)
    }
  })
  checkPins(added, shot.id)
  return added
}
