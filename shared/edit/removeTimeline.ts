/**
 * Takes a timeline out of the project, with its tracks, clips, transitions and markers. Refused for one that another
 * timeline shows, and for the last one. Where it was the one that opens, another opens from now on. Does not touch:
 * assets, shots, takes, other timelines.
 *
 * Around: linked, sync-locked follow; shots, takes, pins stay; transitions settle; markers change; locked refuse.
 */
import type { TimelineId } from '../model/ids.ts'
import { usersOf } from '../model/nesting.ts'
import type { Project } from '../model/project.ts'
import { markersOf, settingsOf, timelineOf, timelinesOf, tracksOf } from '../model/select.ts'
import { transitionsOf } from '../model/transitionsOf.ts'
import { change } from './draft.ts'
import { refuse } from './refuse.ts'
import { refuseLocked } from './timelineEdit.ts'

export function removeTimeline(
  project: Project,
  { timelineId }: { readonly timelineId: TimelineId },
): Project {
  const timeline = timelineOf(project, timelineId)
  const [user] = usersOf(project, timelineId)
  if (user) {
    refuse('source:timelineInUse', { timeline: timeline.name, user: user.name })
  }
  const other = timelinesOf(project).find(({ id }) => id !== timelineId)
  if (!other) return refuse('source:lastTimeline')
  return change(project, (draft) => {
    for (const track of tracksOf(project, timeline)) {
      if (track.items.length > 0) refuseLocked(track)
      for (const id of track.items) draft.remove('items', id)
      for (const { id } of transitionsOf(project, track.id)) draft.remove('transitions', id)
      draft.remove('tracks', track.id)
    }
    for (const marker of markersOf(project, timelineId)) {
      draft.remove('markers', marker.id)
    }
    draft.remove('timelines', timelineId)
    const settings = settingsOf(project)
    if (settings.timelineId === timelineId) {
      draft.set('settings', settings.id, { timelineId: other.id })
    }
  })
}
