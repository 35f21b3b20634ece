/** An empty document with one timeline: two picture and two sound tracks. */
import type { Rational } from '../time/rational.ts'
import type { MakeId, ProjectId, TimelineId, TrackId } from './ids.ts'
import { DOCUMENT_VERSION, type Project } from './project.ts'
import { Records } from './records.ts'
import type { Track, TrackKind } from './track.ts'

export interface TimelineFormat {
  readonly rate: Rational
  readonly width: number
  readonly height: number
}

export function newProject(name: string, format: TimelineFormat, makeId: MakeId): Project {
  const timelineId = makeId<TimelineId>()
  const projectId = makeId<ProjectId>()
  const tracks = [
    newTrack('picture', 'V1', timelineId, makeId),
    newTrack('picture', 'V2', timelineId, makeId),
    newTrack('sound', 'A1', timelineId, makeId),
    newTrack('sound', 'A2', timelineId, makeId),
  ]
  return {
    version: DOCUMENT_VERSION,
    settings: Records.of([{ id: projectId, name, timelineId }]),
    timelines: Records.of([
      {
        id: timelineId,
        name: 'Timeline 1',
        ...format,
        sampleRate: 48000,
        startFrame: 0,
        tracks: tracks.map((track) => track.id),
      },
    ]),
    tracks: Records.of(tracks),
    items: Records.of(),
    markers: Records.of(),
    assets: Records.of(),
    shots: Records.of(),
    pins: Records.of(),
    takes: Records.of(),
    bins: Records.of(),
    looks: Records.of(),
  }
}

export function newTrack(
  kind: TrackKind,
  name: string,
  timelineId: TimelineId,
  makeId: MakeId,
): Track {
  return {
    id: makeId<TrackId>(),
    timelineId,
    kind,
    name,
    items: [],
    locked: false,
    muted: false,
    solo: false,
    hidden: false,
    syncLocked: true,
  }
}
