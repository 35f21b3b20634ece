/**
 * What an edit inside a timeline means for the timelines that show it: their clips stay as they are (one that reaches
 * beyond a shorter nested timeline shows nothing there), but a transition never shows media that is gone.
 */
import type { TimelineId } from '../model/ids.ts'
import { usersOf } from '../model/nesting.ts'
import type { Project } from '../model/project.ts'
import { timelineEnd, timelineOf } from '../model/select.ts'
import { settleTracks } from './settleTransitions.ts'

/** `after` with the transitions over clips of the timeline settled, where it got shorter. */
export function settleUsers(before: Project, after: Project, id: TimelineId): Project {
  if (after.timelines.size < 2 || after.transitions.size === 0) return after
  const isShorter =
    timelineEnd(after, timelineOf(after, id)) < timelineEnd(before, timelineOf(before, id))
  return isShorter
    ? settleTracks(
        after,
        usersOf(after, id).flatMap(({ tracks }) => tracks),
      )
    : after
}
