/** An empty document with one timeline, which is called as the project is unless it has a name of its own. */
import type { MakeId, ProjectId, TimelineId } from './ids.ts'
import { newTimeline, type TimelineFormat } from './newTimeline.ts'
import { DOCUMENT_VERSION, type Project } from './project.ts'
import { Records } from './records.ts'

export function newProject(
  name: string,
  format: TimelineFormat,
  makeId: MakeId,
  timelineName = name,
): Project {
  const timelineId = makeId<TimelineId>()
  const projectId = makeId<ProjectId>()
  const { timeline, tracks } = newTimeline(timelineId, timelineName, format, makeId)
  return {
    version: DOCUMENT_VERSION,
    settings: Records.of([{ id: projectId, name, timelineId }]),
    timelines: Records.of([timeline]),
    tracks: Records.of(tracks),
    items: Records.of(),
    transitions: Records.of(),
    markers: Records.of(),
    assets: Records.of(),
    shots: Records.of(),
    pins: Records.of(),
    takes: Records.of(),
    bins: Records.of(),
    looks: Records.of(),
  }
}
