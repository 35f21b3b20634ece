/**
 * Makes a picture clip a window on a new shot that will be generated from the clip's own used media.
 *
 *     before   V1 |A....|B....|         after   V1 |A....|shot.|      the shot's source: the media of B
 *              A1 |A....|B....|                 A1 |A....|B....|      the sound stays, linked
 *
 * The clip keeps its id, place, length, speed, keyframes and link, and shows the same pictures until a take is
 * accepted. The shot also covers what the clip's transitions show of its media beyond the cuts, so that they stay.
 * Does not touch: anything else on the timeline, the media's asset.
 *
 * Around: linked, takes, transitions, markers, sync-locked stay; shots, pins change; locked refuse.
 */
import type { Clip } from '../model/clip.ts'
import { clipMedia } from '../model/clipMedia.ts'
import type { ItemId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { place, timelineOf } from '../model/select.ts'
import type { Pin, Shot, SourceSpan } from '../model/shot.ts'
import { isFrozen, mediaSpan } from '../model/timeMap.ts'
import { transitionsOf } from '../model/transitionsOf.ts'
import { add, min, type Rational, subtract } from '../time/rational.ts'
import { addShot } from './createShot.ts'
import { change } from './draft.ts'
import { sliceClip } from './itemList.ts'
import { refuse } from './refuse.ts'
import { clipAt, quoted, refuseLocked } from './timelineEdit.ts'

export interface ShotFromClip {
  readonly itemId: ItemId
  /** Its `source` is replaced by the clip's own span. */
  readonly shot: Shot
  readonly pins: readonly Pin[]
}

export function shotFromClip(project: Project, { itemId, shot, pins }: ShotFromClip): Project {
  const clip = clipAt(project, itemId)
  const { track } = place(project, itemId)
  refuseLocked(track)
  if (track.kind !== 'picture') refuse('edit:shotWithoutPicture', { clip: quoted(clip) })
  if (shot.mode !== 'transform' && shot.mode !== 'reframe') {
    refuse('edit:shotModeFromClip')
  }
  const media = clipMedia(project, clip)
  if (media.kind !== 'asset' || media.asset.info.kind !== 'video') {
    return refuse('edit:shotWithoutFootage', { clip: quoted(clip) })
  }
  const transitions = transitionsOf(project, track.id)
  const head = transitions.find(({ to }) => to === itemId)?.before ?? 0
  const tail = transitions.find(({ from }) => from === itemId)?.after ?? 0
  const { rate } = timelineOf(project, track.timelineId)
  const span = usedSpan(sliceClip(clip, -head, clip.duration + tail, rate), rate)
  const start = add(media.offset, span.start)
  const left = subtract(media.asset.info.duration, start)
  const source: SourceSpan = {
    assetId: media.asset.id,
    start,
    duration: min(span.duration, left),
  }
  const withAsset = project.assets.get(media.asset.id)
    ? project
    : change(project, (draft) => draft.add('assets', media.asset))
  return change(addShot(withAsset, { ...shot, source }, pins), (draft) =>
    draft.put('items', {
      ...clip,
      source: { kind: 'shot', shotId: shot.id },
      sourceStart: subtract(clip.sourceStart, span.start),
    }),
  )
}

/** The clip's media from its earliest picture to the end of its latest, in media time. */
function usedSpan(clip: Clip, rate: Rational): { start: Rational; duration: Rational } {
  if (isFrozen(clip)) return refuse('edit:shotFrozen', { clip: quoted(clip) })
  const { earliest, end } = mediaSpan(clip, rate)
  return { start: earliest, duration: subtract(end, earliest) }
}
