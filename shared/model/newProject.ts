/** An empty document with one timeline: two picture and two sound tracks. */
import type { Rational } from '../time/rational.ts'
import type { MakeId, ProjectId, TimelineId, TrackId } from './ids.ts'
import { DOCUMENT_VERSION, type Project } from './project.ts'
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
    settings: { [projectId]: { id: projectId, name, timelineId } },
    timelines: {
      [timelineId]: {
        id: timelineId,
        name: 'Timeline 1',
        ...format,
        sampleRate: 48000,
        startFrame: 0,
        tracks: tracks.map((track) => track.id),
      },
    },
    tracks: Object.fromEntries(tracks.map((track) => [track.id, track])),
    items: {},
    markers: {},
    assets: {},
    shots: {},
    pins: {},
    takes: {},
    bins: {},
    looks: {},
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
