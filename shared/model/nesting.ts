/** Timelines inside timelines. */
import type { TimelineId } from './ids.ts'
import type { Project } from './project.ts'
import { record, timelineOf, timelinesOf, tracksOf } from './select.ts'
import type { Timeline } from './timeline.ts'

/** The timelines that clips of this one show, each once. */
export function nestedIn(project: Project, timelineId: TimelineId): Set<TimelineId> {
  const nested = new Set<TimelineId>()
  for (const track of tracksOf(project, timelineOf(project, timelineId))) {
    for (const id of track.items) {
      const item = record(project, 'items', id)
      if (item.kind === 'clip' && item.source.kind === 'timeline')
        nested.add(item.source.timelineId)
    }
  }
  return nested
}

/** Whether `inner` is `outer` or lies in it at any depth. */
export function contains(project: Project, outer: TimelineId, inner: TimelineId): boolean {
  const seen = new Set<TimelineId>()
  const waiting = [outer]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === inner) return true
    if (seen.has(at)) continue
    seen.add(at)
    waiting.push(...nestedIn(project, at))
  }
  return false
}

/** The timelines that have a clip on this one. */
export const usersOf = (project: Project, timelineId: TimelineId): Timeline[] =>
  timelinesOf(project).filter(({ id }) => nestedIn(project, id).has(timelineId))
