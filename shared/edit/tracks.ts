/**
 * Adds and removes tracks.
 *
 *     before   V2 |   |            after   V3 |   |       a picture track comes on top,
 *              V1 |A..|                    V2 |   |
 *              A1 |A..|                    V1 |A..|
 *                                          A1 |A..|
 *                                          A2 |   |       any other at the bottom
 *
 * Adding touches no other track. Removing takes the track's clips along, never their assets, shots or takes;
 * linked parts on other tracks stay where they are.
 *
 * Around: linked, shots, takes, pins, markers, sync-locked stay; transitions settle; locked refuse.
 */
import type { MakeId, TimelineId, TrackId } from '../model/ids.ts'
import { newTrack } from '../model/newTimeline.ts'
import type { Project } from '../model/project.ts'
import { timelineOf, trackOf, tracksOf } from '../model/select.ts'
import type { TrackKind } from '../model/track.ts'
import { transitionsOf } from '../model/transitionsOf.ts'
import { change } from './draft.ts'
import { refuseLocked } from './timelineEdit.ts'

export interface NewTrack {
  readonly timelineId: TimelineId
  readonly kind: TrackKind
  readonly name: string
}

export function addTrack(
  project: Project,
  { timelineId, kind, name }: NewTrack,
  makeId: MakeId,
): Project {
  const timeline = timelineOf(project, timelineId)
  const track = newTrack(kind, name, timelineId, makeId)
  const at =
    kind === 'picture'
      ? tracksOf(project, timeline).findLastIndex((other) => other.kind === 'picture') + 1
      : timeline.tracks.length
  return change(project, (draft) => {
    draft.add('tracks', track)
    draft.set('timelines', timelineId, { tracks: timeline.tracks.toSpliced(at, 0, track.id) })
  })
}

export function removeTrack(project: Project, { trackId }: { readonly trackId: TrackId }): Project {
  const track = trackOf(project, trackId)
  refuseLocked(track)
  const timeline = timelineOf(project, track.timelineId)
  return change(project, (draft) => {
    for (const id of track.items) draft.remove('items', id)
    for (const { id } of transitionsOf(project, trackId)) draft.remove('transitions', id)
    draft.remove('tracks', trackId)
    draft.set('timelines', timeline.id, { tracks: timeline.tracks.filter((id) => id !== trackId) })
  })
}
