/** The tracks of an OTIO stack, with what lies on them; a stack inside a track is a nested timeline. */
import type { Clip, Item } from '../model/clip.ts'
import type { ItemId, MarkerId, TimelineId } from '../model/ids.ts'
import { newTrack } from '../model/newTimeline.ts'
import type { Marker } from '../model/timeline.ts'
import type { Track, TrackKind } from '../model/track.ts'
import { add, multiply, type Rational, rational, round, ZERO } from '../time/rational.ts'
import { say } from '../words/say.ts'
import { type JsonObject, keyreel, listAt, objectAt, schemaOf, textAt } from './otio.ts'
import type { Reading } from './otioReading.ts'
import { ownRate, readRange } from './otioTime.ts'
import { readTransition } from './otioTransition.ts'
import { clipWith, lengthOf, type ReadItem, readClip } from './readOtioClip.ts'

/** OTIO knows pictures and sounds; `Subtitle` is ours. */
const KINDS: Readonly<Record<string, TrackKind>> = {
  ...{ Video: 'picture', Audio: 'sound', Subtitle: 'subtitle' },
}
const LETTERS = { picture: 'V', sound: 'A', subtitle: 'S' } as const

/** `home`: what the strays among the tracks are filed under (OtioStray.trackId). */
export function readTracks(
  stack: JsonObject,
  timelineId: TimelineId,
  home: string | undefined,
  reading: Reading,
): Track[] {
  const made: { track: Track; node: JsonObject }[] = []
  const waiting: JsonObject[] = []
  for (const node of listAt(stack, 'children')) {
    const stated = textAt(node, 'kind')
    const kind = KINDS[stated ?? '']
    if (schemaOf(node) !== 'Track' || !kind) {
      const schema = textAt(node, 'OTIO_SCHEMA') ?? say('otio:nameless')
      const what = stated ? say('otio:ofKind', { what: schema, kind: stated }) : schema
      reading.notes.push(say('otio:strangeTrack', { name: nameOf(node), what }))
      waiting.push(node)
      continue
    }
    const number = made.filter(({ track }) => track.kind === kind).length + 1
    const name = textAt(node, 'name') || `${LETTERS[kind]}${number}`
    const track = newTrack(kind, name, timelineId, reading.ports.makeId)
    const off = node.enabled === false
    for (const stray of waiting.splice(0))
      reading.strays.push({ trackId: home, before: track.id, node: stray })
    made.push({
      track: { ...track, ...(off && (kind === 'sound' ? { muted: true } : { hidden: true })) },
      node,
    })
  }
  for (const stray of waiting)
    reading.strays.push({ trackId: home, before: undefined, node: stray })
  const tracks = made.map(({ track, node }) => {
    const { children: _children, ...rest } = node
    reading.originals[track.id] = rest
    return { ...track, items: readItems(node, track, timelineId, reading) }
  })
  readMarkers(stack, ZERO, timelineId, reading)
  // Our order: pictures from bottom to top, then sounds.
  const ordered = (['picture', 'sound', 'subtitle'] as const).flatMap((kind) =>
    tracks.filter((track) => track.kind === kind),
  )
  reading.tracks.push(...ordered)
  return ordered
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
  const cuts: { node: JsonObject; at: number }[] = []
  for (const child of listAt(node, 'children')) {
    if (schemaOf(child) === 'Transition') {
      cuts.push({ node: child, at: ids.length })
      continue
    }
    const isNested = schemaOf(child) === 'Stack'
    const read = isNested ? readNested(child, reading) : readClip(child, track, reading)
    if (!read) {
      waiting.push(child)
      continue
    }
    const start = now
    now = add(now, read.duration)
    const duration = round(multiply(now, reading.rate), 'nearest') - frame
    if (duration < 1) {
      reading.notes.push(say('otio:tooShort', { name: nameOf(child), track: track.name }))
      waiting.push(child)
      continue
    }
    const id = reading.ports.makeId<ItemId>()
    const { children: _children, ...rest } = child
    reading.items[id] = { ...read.item, id, duration } as Item
    reading.originals[id] = read.item.kind === 'clip' && isNested ? rest : child
    for (const stray of waiting.splice(0))
      reading.strays.push({ trackId: track.id, before: id, node: stray })
    if (!isNested) {
      readMarkers(child, add(start, multiply(read.mediaStart, rational(-1))), timelineId, reading)
    }
    ids.push(id)
    frame += duration
  }
  for (const cut of cuts) readCut(cut.node, cut.at, ids, track, reading)
  for (const stray of waiting)
    reading.strays.push({ trackId: track.id, before: undefined, node: stray })
  readMarkers(node, ZERO, timelineId, reading)
  return ids
}

/** A transition before the item at `at`. */
function readCut(
  node: JsonObject,
  at: number,
  ids: readonly ItemId[],
  track: Track,
  reading: Reading,
): void {
  const clipAt = (index: number): ItemId | null => {
    const id = ids[index]
    return id !== undefined && reading.items[id]?.kind === 'clip' ? id : null
  }
  const sides = { from: clipAt(at - 1), to: clipAt(at) }
  const transition = readTransition(node, sides, track, reading)
  if (transition) {
    reading.transitions.push(transition)
    reading.originals[transition.id] = node
    return
  }
  reading.notes.push(say('otio:transitionNowhere', { name: nameOf(node), track: track.name }))
  reading.strays.push({ trackId: track.id, before: ids[at], node })
}

/** A stack that stands for the same timeline of ours as an earlier one is that timeline again. */
function readNested(node: JsonObject, reading: Reading): ReadItem | undefined {
  const own = keyreel(node)
  const known = reading.nested.get(textAt(own, 'timelineId') ?? '')
  const timelineId = known ?? reading.ports.makeId<TimelineId>()
  const name = textAt(node, 'name') || reading.ports.words(say('newName:nested'))
  const rate = ownRate(own) ?? reading.rate
  if (!known) {
    const called = textAt(own, 'timelineId')
    if (called !== undefined) reading.nested.set(called, timelineId)
    const tracks = readTracks(node, timelineId, timelineId, { ...reading, rate })
    const { children: _children, ...rest } = node
    reading.originals[timelineId] = rest
    const size = { width: wholeAt(own, 'width'), height: wholeAt(own, 'height') }
    reading.timelines.push({
      ...{ id: timelineId, name: textAt(own, 'timelineName') || name, rate, ...size },
      ...{ sampleRate: wholeAt(own, 'sampleRate') || 48000, startFrame: 0 },
      tracks: tracks.map((track) => track.id),
    })
  }
  const range = readRange(objectAt(node, 'source_range'))
  const duration = range?.duration ?? lengthOf(node)
  if (!duration || duration.num <= 0) {
    reading.notes.push(say('otio:emptyStack', { name }))
    return undefined
  }
  const source: Clip['source'] = { kind: 'timeline', timelineId }
  const start = range?.start ?? ZERO
  return clipWith(node, { name, source, sourceStart: start, duration, mediaStart: start }, reading)
}

const nameOf = (node: JsonObject): string => textAt(node, 'name') ?? ''

/** 0 where there is none. */
const wholeAt = (node: JsonObject | undefined, key: string): number => {
  const value = node?.[key]
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 0
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
      reading.notes.push(say('otio:markerNowhere', { name: nameOf(marker) }))
      continue
    }
    const id = reading.ports.makeId<MarkerId>()
    reading.markers[id] = {
      ...{ id, timelineId, frame, name: nameOf(marker) },
      duration: round(multiply(range.duration, reading.rate), 'nearest'),
      color: COLORS[textAt(marker, 'color') ?? ''] ?? 'amber',
    }
  }
}
