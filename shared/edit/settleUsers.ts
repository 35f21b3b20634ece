/**
 * What an edit inside a timeline means for the timelines that show it: their clips stay as they are (one that reaches
 * beyond a shorter nested timeline shows nothing there), but a transition never shows media that is gone.
 */
import type { TrackId } from '../model/ids.ts'
import { usersOf } from '../model/nesting.ts'
import type { Project } from '../model/project.ts'
import { timelineEnd } from '../model/select.ts'
import type { Timeline } from '../model/timeline.ts'
import type { Draft } from './draft.ts'
import { settleTracks } from './settleTransitions.ts'

export function settleUsers(original: Project, draft: Draft, { id }: Timeline): void {
  const { transitions, timelines } = original
  if (Object.keys(timelines).length < 2 || Object.keys(transitions).length === 0) return
  const [before, after] = [original.timelines[id], draft.project.timelines[id]]
  if (!before || !after) return
  if (timelineEnd(draft.project, after) >= timelineEnd(original, before)) return
  const tracks: TrackId[] = usersOf(draft.project, id).flatMap((user) => user.tracks)
  settleTracks(original, tracks, draft)
}
