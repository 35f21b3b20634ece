/** A project's timeline as an OTIO file, with the provenance of generated media in `metadata.keyreel`. */

import type { Asset } from '../model/asset.ts'
import type { Clip, Item } from '../model/clip.ts'
import { clipMedia } from '../model/clipMedia.ts'
import type { TimelineId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { markersOf, record, timelineOf, tracksOf } from '../model/select.ts'
import type { Marker, Timeline } from '../model/timeline.ts'
import { assetTimeAt, mediaTimeAt } from '../model/timeMap.ts'
import type { Track } from '../model/track.ts'
import type { Transition } from '../model/transition.ts'
import { transitionsOf } from '../model/transitionsOf.ts'
import { secondsAt } from '../time/frames.ts'
import { formatRational, ZERO } from '../time/rational.ts'
import { type JsonObject, type OtioKept, objectAt, schemaOf } from './otio.ts'
import { provenance } from './otioProvenance.ts'
import { references } from './otioReferences.ts'
import { writeRange, writeTime } from './otioTime.ts'
import { writeTransition } from './otioTransition.ts'
import { ownSettings, writeWindow } from './otioWindow.ts'

export interface OtioWriting {
  /** Where an asset's file lies, as a URL or a path relative to the .otio file. */
  readonly urlOf: (asset: Asset) => string
  /** What reading the same timeline kept aside. */
  readonly kept?: OtioKept
}

/** The root object; `JSON.stringify` makes the file. */
export function writeOtio(
  project: Project,
  timelineId: TimelineId,
  { urlOf, kept }: OtioWriting,
): JsonObject {
  const timeline = timelineOf(project, timelineId)
  const writing: Writing = { project, timeline, urlOf, kept }
  const { rate, width, height, sampleRate, startFrame, inFrame, outFrame } = timeline
  return {
    ...kept?.timeline,
    OTIO_SCHEMA: 'Timeline.1',
    name: timeline.name,
    global_start_time: writeTime(secondsAt(startFrame, rate), rate),
    metadata: metadata(kept?.timeline, {
      ...{ rate: formatRational(rate), width, height, sampleRate },
      ...(inFrame !== undefined && { inFrame }),
      ...(outFrame !== undefined && { outFrame }),
    }),
    tracks: {
      ...{ name: 'tracks', source_range: null, effects: [], enabled: true, metadata: {} },
      ...kept?.stack,
      OTIO_SCHEMA: 'Stack.1',
      markers: writeMarkers(project, timeline),
      children: writeTracks(timeline, undefined, writing),
    },
  }
}

/** `home`: what the strays among them are filed under. */
const writeTracks = (
  timeline: Timeline,
  home: string | undefined,
  writing: Writing,
): JsonObject[] =>
  withStrays(
    tracksOf(writing.project, timeline).map((track) => ({
      id: track.id,
      node: writeTrack(track, { ...writing, timeline }),
    })),
    home,
    writing.kept,
  )

interface Writing {
  readonly project: Project
  readonly timeline: Timeline
  readonly urlOf: OtioWriting['urlOf']
  readonly kept: OtioKept | undefined
}

/** Other programs' metadata stays; ours is written anew. */
const metadata = (original: JsonObject | undefined, own: JsonObject): JsonObject => ({
  ...(original && objectAt(original, 'metadata')),
  keyreel: own,
})

/** Puts what has no place in our model back where it stood. */
function withStrays(
  nodes: readonly { readonly id: string; readonly node: JsonObject }[],
  trackId: string | undefined,
  kept: OtioKept | undefined,
): JsonObject[] {
  const strays = kept?.strays.filter((stray) => stray.trackId === trackId) ?? []
  const before = (id: string | undefined): JsonObject[] =>
    strays.filter((stray) => stray.before === id).map((stray) => stray.node)
  const present = new Set(nodes.map(({ id }) => id))
  const homeless = strays.filter(({ before: id }) => id !== undefined && !present.has(id))
  return [
    ...nodes.flatMap(({ id, node }) => [...before(id), node]),
    ...before(undefined),
    ...homeless.map((stray) => stray.node),
  ]
}

const KINDS = { picture: 'Video', sound: 'Audio', subtitle: 'Subtitle' } as const

function writeTrack(track: Track, writing: Writing): JsonObject {
  const { project, timeline, kept } = writing
  const items = track.items.map((id) => record(project, 'items', id))
  const transitions = transitionsOf(project, track.id)
  const at = (transition: Transition | undefined) =>
    transition
      ? [
          {
            id: transition.id,
            node: writeTransition(transition, track, timeline.rate, kept?.originals[transition.id]),
          },
        ]
      : []
  return {
    ...{ source_range: null, effects: [], metadata: {} },
    ...kept?.originals[track.id],
    // Markers of tracks and clips became the timeline's.
    markers: [],
    OTIO_SCHEMA: 'Track.1',
    name: track.name,
    kind: KINDS[track.kind],
    enabled: track.kind === 'sound' ? !track.muted : !track.hidden,
    children: withStrays(
      items.flatMap((item) => [
        ...at(transitions.find(({ from, to }) => to === item.id && from === null)),
        { id: item.id, node: writeItem(item, writing) },
        ...at(transitions.find(({ from }) => from === item.id)),
      ]),
      track.id,
      kept,
    ),
  }
}

function writeItem(item: Item, writing: Writing): JsonObject {
  const { timeline, kept } = writing
  const original = kept?.originals[item.id]
  const duration = secondsAt(item.duration, timeline.rate)
  if (item.kind === 'clip') {
    return item.source.kind === 'timeline'
      ? writeNested(item, item.source.timelineId, original, writing)
      : writeClip(item, original, writing)
  }
  // A gap that stands for something unknown is that thing again.
  if (original && schemaOf(original) !== 'Gap') return original
  return {
    ...{ name: '', effects: [], markers: [], enabled: true, metadata: {} },
    ...original,
    OTIO_SCHEMA: 'Gap.1',
    source_range: writeRange(ZERO, timeline.rate, duration, timeline.rate),
  }
}

function writeClip(clip: Clip, original: JsonObject | undefined, writing: Writing): JsonObject {
  const { timeline, project } = writing
  const { rate } = timeline
  const media = clipMedia(project, clip)
  const offset = media.kind === 'asset' ? media.offset : ZERO
  const mediaRate = (media.kind === 'asset' && media.asset.info.video[0]?.rate) || rate
  const { media_reference: _old, ...rest } = original ?? {}
  return {
    ...rest,
    OTIO_SCHEMA: 'Clip.2',
    ...writeWindow(clip, assetTimeAt(clip, { offset }, 0, rate), mediaRate, rate, original),
    ...references(media, mediaRate, original, writing),
    metadata: metadata(original, { ...ownSettings(clip, rate), ...provenance(clip, project) }),
  }
}

/** The timeline itself, in place; other programs see its tracks. */
function writeNested(
  clip: Clip,
  timelineId: TimelineId,
  original: JsonObject | undefined,
  writing: Writing,
): JsonObject {
  const { project, timeline: outer, kept } = writing
  const timeline = timelineOf(project, timelineId)
  const { rate, width, height, sampleRate, name } = timeline
  const format = { rate: formatRational(rate), width, height, sampleRate }
  const own = { timelineId, timelineName: name, ...format, ...ownSettings(clip, outer.rate) }
  return {
    ...kept?.originals[timelineId],
    ...original,
    OTIO_SCHEMA: 'Stack.1',
    ...writeWindow(clip, mediaTimeAt(clip, 0, outer.rate), rate, outer.rate, original),
    markers: writeMarkers(project, timeline),
    metadata: metadata(original, own),
    children: writeTracks(timeline, timelineId, writing),
  }
}

const COLORS: Readonly<Record<Marker['color'], string>> = {
  ...{ amber: 'YELLOW', teal: 'CYAN', green: 'GREEN', violet: 'PURPLE', red: 'RED' },
}

const writeMarkers = (project: Project, { id, rate }: Timeline): JsonObject[] =>
  markersOf(project, id).map((marker) => ({
    ...{ OTIO_SCHEMA: 'Marker.2', name: marker.name, color: COLORS[marker.color] },
    ...{ comment: '', metadata: {} },
    marked_range: writeRange(
      secondsAt(marker.frame, rate),
      rate,
      secondsAt(marker.duration, rate),
      rate,
    ),
  }))
