/** An OTIO timeline as a project. Only an unreadable root is an error; everything odd inside becomes a sentence. */
import type { Asset } from '../model/asset.ts'
import type { Item } from '../model/clip.ts'
import type { ItemId, MarkerId, TimelineId } from '../model/ids.ts'
import { displaySize } from '../model/mediaInfo.ts'
import { newProject } from '../model/newProject.ts'
import { newTrack } from '../model/newTimeline.ts'
import type { Project } from '../model/project.ts'
import { Records } from '../model/records.ts'
import { settingsOf, timelineOf } from '../model/select.ts'
import type { Marker } from '../model/timeline.ts'
import type { Track } from '../model/track.ts'
import {
  add,
  multiply,
  parseRational,
  type Rational,
  rational,
  round,
  ZERO,
} from '../time/rational.ts'
import {
  type JsonObject,
  keyreel,
  listAt,
  type OtioKept,
  objectAt,
  schemaOf,
  textAt,
} from './otio.ts'
import type { OtioPorts, Reading } from './otioReading.ts'
import { readRange, readTime } from './otioTime.ts'
import { readClip } from './readOtioClip.ts'

export interface OtioReading {
  readonly project: Project
  readonly timelineId: TimelineId
  /** What was not taken over and what that means, one sentence each. */
  readonly notes: readonly string[]
  readonly kept: OtioKept
}

/** `root` comes from `parseOtio`. */
export function readOtio(root: JsonObject, ports: OtioPorts): OtioReading {
  const stack = objectAt(root, 'tracks') ?? {}
  const own = keyreel(root)
  const rate = ports.format?.rate ?? ownRate(own) ?? impliedRate(root) ?? rational(24)
  const reading: Reading = {
    ...{ ports, rate, notes: [], originals: {}, strays: [], items: {}, assets: {}, markers: {} },
  }
  const name = textAt(root, 'name') || 'Timeline'
  const blank = newProject(name, { rate, width: 1, height: 1 }, ports.makeId)
  const timelineId = settingsOf(blank).timelineId
  const tracks = readTracks(stack, timelineId, reading)
  readMarkers(stack, ZERO, timelineId, reading)
  const size = sizeOf(own, ports, Object.values(reading.assets))
  const start = readTime(objectAt(root, 'global_start_time'))
  const { tracks: _tracks, ...timelineRest } = root
  const { children: _children, ...stackRest } = stack
  return {
    project: {
      ...blank,
      timelines: Records.of([
        {
          ...timelineOf(blank, timelineId),
          ...{ name, ...size, tracks: tracks.map((track) => track.id) },
          startFrame: start ? round(multiply(start.seconds, rate), 'nearest') : 0,
        },
      ]),
      tracks: Records.of(tracks),
      items: Records.of(Object.values(reading.items)),
      assets: Records.of(Object.values(reading.assets)),
      markers: Records.of(Object.values(reading.markers)),
    },
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

function ownRate(own: JsonObject | undefined): Rational | undefined {
  const text = textAt(own, 'rate')
  return text !== undefined && /^\d+(\/[1-9]\d*)?$/.test(text) ? parseRational(text) : undefined
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

function readTracks(stack: JsonObject, timelineId: TimelineId, reading: Reading): Track[] {
  const { makeId } = reading.ports
  const made: { track: Track; node: JsonObject }[] = []
  const waiting: JsonObject[] = []
  for (const node of listAt(stack, 'children')) {
    const kind = textAt(node, 'kind')
    if (schemaOf(node) !== 'Track' || (kind !== 'Video' && kind !== 'Audio')) {
      reading.notes.push(
        `"${textAt(node, 'name') ?? ''}" is a ${textAt(node, 'OTIO_SCHEMA') ?? 'thing without a schema'}${kind ? ` of kind ${kind}` : ''} among the tracks; it is kept in the file but not shown.`,
      )
      waiting.push(node)
      continue
    }
    const picture = kind === 'Video'
    const number = made.filter(({ track }) => (track.kind === 'picture') === picture).length + 1
    const name = textAt(node, 'name') || `${picture ? 'V' : 'A'}${number}`
    const track = newTrack(picture ? 'picture' : 'sound', name, timelineId, makeId)
    const off = node.enabled === false
    for (const stray of waiting.splice(0))
      reading.strays.push({ trackId: undefined, before: track.id, node: stray })
    made.push({
      track: { ...track, ...(off && (picture ? { hidden: true } : { muted: true })) },
      node,
    })
  }
  for (const stray of waiting)
    reading.strays.push({ trackId: undefined, before: undefined, node: stray })
  const tracks = made.map(({ track, node }) => {
    const { children: _children, ...rest } = node
    reading.originals[track.id] = rest
    return { ...track, items: readItems(node, track, timelineId, reading) }
  })
  // Our order: pictures from bottom to top, then sounds.
  return [
    ...tracks.filter((track) => track.kind === 'picture'),
    ...tracks.filter((track) => track.kind === 'sound'),
  ]
}

/** Edges fall on the nearest frame of where they are exactly, so that rounding never adds up along a track. */
function readItems(
  node: JsonObject,
  track: Track,
  timelineId: TimelineId,
  reading: Reading,
): ItemId[] {
  const ids: ItemId[] = []
  let [now, frame] = [ZERO, 0]
  const waiting: JsonObject[] = []
  for (const child of listAt(node, 'children')) {
    const read = readClip(child, track, reading)
    if (!read) {
      waiting.push(child)
      continue
    }
    const start = now
    now = add(now, read.duration)
    const duration = round(multiply(now, reading.rate), 'nearest') - frame
    if (duration < 1) {
      reading.notes.push(
        `"${textAt(child, 'name') ?? ''}" on ${track.name} is shorter than one frame and is left out.`,
      )
      waiting.push(child)
      continue
    }
    const id = reading.ports.makeId<ItemId>()
    reading.items[id] = { ...read.item, id, duration } as Item
    reading.originals[id] = child
    for (const stray of waiting.splice(0))
      reading.strays.push({ trackId: track.id, before: id, node: stray })
    readMarkers(child, add(start, multiply(read.mediaStart, rational(-1))), timelineId, reading)
    ids.push(id)
    frame += duration
  }
  for (const stray of waiting)
    reading.strays.push({ trackId: track.id, before: undefined, node: stray })
  readMarkers(node, ZERO, timelineId, reading)
  return ids
}

const COLORS: Readonly<Record<string, Marker['color']>> = {
  ...{ RED: 'red', PINK: 'red', MAGENTA: 'violet', PURPLE: 'violet', BLUE: 'teal', CYAN: 'teal' },
  ...{ GREEN: 'green', YELLOW: 'amber', ORANGE: 'amber' },
}

function readMarkers(
  node: JsonObject,
  offset: Rational,
  timelineId: TimelineId,
  reading: Reading,
): void {
  for (const marker of listAt(node, 'markers')) {
    const range = readRange(objectAt(marker, 'marked_range'))
    const frame = range && round(multiply(add(range.start, offset), reading.rate), 'nearest')
    if (!range || frame === undefined || frame < 0) {
      reading.notes.push(
        `The marker "${textAt(marker, 'name') ?? ''}" has no time on the timeline and is left out.`,
      )
      continue
    }
    const id = reading.ports.makeId<MarkerId>()
    reading.markers[id] = {
      ...{ id, timelineId, frame, name: textAt(marker, 'name') ?? '' },
      duration: round(multiply(range.duration, reading.rate), 'nearest'),
      color: COLORS[textAt(marker, 'color') ?? ''] ?? 'amber',
    }
  }
}
