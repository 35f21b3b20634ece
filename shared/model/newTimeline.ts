/** An empty timeline: two picture and two sound tracks. */
import type { Rational } from '../time/rational.ts'
import type { MakeId, TimelineId, TrackId } from './ids.ts'
import type { Timeline } from './timeline.ts'
import type { Track, TrackKind } from './track.ts'

export interface TimelineFormat {
  /** Frames per second, exact. */
  readonly rate: Rational
  readonly width: number
  readonly height: number
  /** Hz; absent: 48000. */
  readonly sampleRate?: number | undefined
}

export interface NewTimeline {
  readonly timeline: Timeline
  readonly tracks: readonly Track[]
}

export function newTimeline(
  id: TimelineId,
  name: string,
  { rate, width, height, sampleRate = 48000 }: TimelineFormat,
  makeId: MakeId,
): NewTimeline {
  const tracks = [
    newTrack('picture', 'V1', id, makeId),
    newTrack('picture', 'V2', id, makeId),
    newTrack('sound', 'A1', id, makeId),
    newTrack('sound', 'A2', id, makeId),
  ]
  const format = { rate, width, height, sampleRate, startFrame: 0 }
  return { timeline: { id, name, ...format, tracks: tracks.map((track) => track.id) }, tracks }
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
