/**
 * A copy of a timeline: another version of the cut, with its own tracks, clips, transitions and markers on the same
 * media, shots and nested timelines.
 *
 *     Cut   V1 |A...|B...|     →     Cut   V1 |A...|B...|     Cut 2   V1 |A...|B...|
 *
 * Copies of linked and grouped clips are linked and grouped with each other. Touches nothing that there is.
 *
 * Around: linked, shots, takes, pins, locked, sync-locked stay; transitions copy; markers change.
 */
import type { Clip } from '../model/clip.ts'
import type { ItemId, MakeId, MarkerId, TimelineId, TrackId, TransitionId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { markersOf, record, timelineOf, tracksOf } from '../model/select.ts'
import { transitionsOf } from '../model/transitionsOf.ts'
import { change, withFields } from './draft.ts'

export interface DuplicateTimeline {
  readonly timelineId: TimelineId
  /** Of the copy. */
  readonly name: string
}

export function duplicateTimeline(
  project: Project,
  { timelineId, name }: DuplicateTimeline,
  makeId: MakeId,
): Project {
  const original = timelineOf(project, timelineId)
  const id = makeId<TimelineId>()
  /** Old id or tie to its copy. */
  const copies = new Map<string, string>()
  const copyOf = <T extends string>(old: T): T => {
    const known = copies.get(old) ?? makeId<T>()
    copies.set(old, known)
    return known as T
  }
  return change(project, (draft) => {
    const tracks = tracksOf(project, original).map((track) => {
      const items = track.items.map((itemId) => {
        const item = record(project, 'items', itemId)
        const copy = { ...item, id: copyOf<ItemId>(itemId) }
        const { linkId, groupId } = item.kind === 'clip' ? item : {}
        const ties = {
          ...(linkId !== undefined && { linkId: copyOf(linkId) }),
          ...(groupId !== undefined && { groupId: copyOf(groupId) }),
        }
        draft.add('items', copy.kind === 'clip' ? withFields<Clip>(copy, ties) : copy)
        return copy.id
      })
      const trackId = makeId<TrackId>()
      draft.add('tracks', { ...track, id: trackId, timelineId: id, items })
      for (const transition of transitionsOf(project, track.id)) {
        draft.add('transitions', {
          ...transition,
          ...{ id: makeId<TransitionId>(), trackId },
          from: transition.from && copyOf(transition.from),
          to: transition.to && copyOf(transition.to),
        })
      }
      return trackId
    })
    draft.add('timelines', { ...original, id, name, tracks })
    for (const marker of markersOf(project, timelineId)) {
      draft.add('markers', { ...marker, id: makeId<MarkerId>(), timelineId: id })
    }
  })
}
