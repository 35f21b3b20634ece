/** An OTIO timeline as a project. Only an unreadable root is an error; everything odd inside becomes a sentence. */

import type { Asset } from '../model/asset.ts'
import type { TimelineId } from '../model/ids.ts'
import { displaySize } from '../model/mediaInfo.ts'
import { newProject } from '../model/newProject.ts'
import type { Project } from '../model/project.ts'
import { Records } from '../model/records.ts'
import { settingsOf, timelineOf } from '../model/select.ts'
import type { Transition } from '../model/transition.ts'
import { multiply, type Rational, rational, round } from '../time/rational.ts'
import type { Said } from '../words/Said.ts'
import { say } from '../words/say.ts'
import { type JsonObject, keyreel, listAt, type OtioKept, objectAt, textAt } from './otio.ts'
import type { OtioPorts, Reading } from './otioReading.ts'
import { ownRate, readRange, readTime } from './otioTime.ts'
import { fitted } from './otioTransition.ts'
import { readTracks } from './readOtioTracks.ts'

export interface OtioReading {
  readonly project: Project
  readonly timelineId: TimelineId
  /** What was not taken over and what that means, one sentence each. */
  readonly notes: readonly Said[]
  readonly kept: OtioKept
}

/** `root` comes from `parseOtio`. */
export function readOtio(root: JsonObject, ports: OtioPorts): OtioReading {
  const stack = objectAt(root, 'tracks') ?? {}
  const own = keyreel(root)
  const rate = ports.format?.rate ?? ownRate(own) ?? impliedRate(root) ?? rational(24)
  const reading: Reading = {
    ...{ ports, rate, notes: [], originals: {}, strays: [], items: {}, assets: {}, markers: {} },
    ...{ timelines: [], tracks: [], transitions: [], nested: new Map() },
  }
  const name = textAt(root, 'name') || ports.words(say('newName:timeline'))
  const blank = newProject(name, { rate, width: 1, height: 1 }, ports.makeId)
  const timelineId = settingsOf(blank).timelineId
  const tracks = readTracks(stack, timelineId, undefined, reading)
  const size = sizeOf(own, ports, Object.values(reading.assets))
  const start = readTime(objectAt(root, 'global_start_time'))
  const { tracks: _tracks, ...timelineRest } = root
  const { children: _children, ...stackRest } = stack
  const nested = reading.timelines.map((timeline) => ({
    ...timeline,
    width: timeline.width || size.width,
    height: timeline.height || size.height,
  }))
  const project: Project = {
    ...blank,
    timelines: Records.of([
      ...nested,
      {
        ...timelineOf(blank, timelineId),
        ...{ name, ...size, ...ownRange(own), tracks: tracks.map((track) => track.id) },
        startFrame: start ? round(multiply(start.seconds, rate), 'nearest') : 0,
      },
    ]),
    tracks: Records.of(reading.tracks),
    items: Records.of(Object.values(reading.items)),
    assets: Records.of(Object.values(reading.assets)),
    markers: Records.of(Object.values(reading.markers)),
  }
  return {
    project: { ...project, transitions: transitionsIn(project, reading) },
    timelineId,
    notes: reading.notes,
    kept: {
      timeline: timelineRest,
      stack: stackRest,
      originals: reading.originals,
      strays: reading.strays,
    },
  }
}

/** Those that can be; the others go back where they stood in the file. */
function transitionsIn(project: Project, reading: Reading): Project['transitions'] {
  const shown: Transition[] = []
  for (const track of reading.tracks) {
    const read = reading.transitions.filter(({ trackId }) => trackId === track.id)
    const timeline = timelineOf(project, track.timelineId)
    for (const [was, is] of fitted(project, timeline, track, read, reading.notes)) {
      if (is) shown.push(is)
      else {
        const after = was.from === null ? undefined : track.items[track.items.indexOf(was.from) + 1]
        const node = reading.originals[was.id] ?? {}
        reading.strays.push({ trackId: track.id, before: was.to ?? after, node })
        delete reading.originals[was.id]
      }
    }
  }
  return Records.of(shown)
}

/** The in and out points, which are our own. */
function ownRange(own: JsonObject | undefined): { inFrame?: number; outFrame?: number } {
  const [inFrame, outFrame] = [own?.inFrame, own?.outFrame]
  const isFrame = (value: unknown, least: number): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= least
  return {
    ...(isFrame(inFrame, 0) && { inFrame }),
    ...(isFrame(outFrame, 1) && { outFrame }),
  }
}

/** OTIO states no rate for a timeline: its start time's, else that of the first item that names one. */
function impliedRate(root: JsonObject): Rational | undefined {
  const start = readTime(objectAt(root, 'global_start_time'))
  if (start) return start.rate
  const tracks = listAt(objectAt(root, 'tracks') ?? {}, 'children')
  const ordered = [...tracks].sort((a, b) => Number(isSound(a)) - Number(isSound(b)))
  for (const track of ordered) {
    for (const child of listAt(track, 'children')) {
      const range = readRange(objectAt(child, 'source_range'))
      if (range && range.duration.num > 0) return range.rate
    }
  }
  return undefined
}

const isSound = (track: JsonObject): boolean => textAt(track, 'kind') === 'Audio'

/** The option's, the file's own, or the first picture's size, made even for the encoders. */
function sizeOf(
  own: JsonObject | undefined,
  { format }: OtioPorts,
  assets: readonly Asset[],
): { width: number; height: number } {
  const stream = assets.find((asset) => asset.info.video[0])?.info.video[0]
  const media = stream ? displaySize(stream) : { width: 1920, height: 1080 }
  const pick = (key: 'width' | 'height'): number => {
    const stated = own?.[key]
    if (format?.[key] !== undefined) return format[key]
    return typeof stated === 'number' && Number.isInteger(stated) && stated > 0
      ? stated
      : media[key] + (media[key] % 2)
  }
  return { width: pick('width'), height: pick('height') }
}
