/** One child of an OTIO track as an item of ours. */
import { type Clip, clipSchema, defaultPicture, defaultSound, type Gap } from '../model/clip.ts'
import { generatorTrack } from '../model/generator.ts'
import type { ItemId } from '../model/ids.ts'
import { speedKeysSchema } from '../model/speedCurve.ts'
import { type Motion, showing } from '../model/timeMap.ts'
import type { Track } from '../model/track.ts'
import { add, multiply, ONE, parseRational, type Rational, ZERO } from '../time/rational.ts'
import { say } from '../words/say.ts'
import {
  activeReference,
  type JsonObject,
  keyreel,
  listAt,
  objectAt,
  schemaOf,
  textAt,
} from './otio.ts'
import { readGenerator } from './otioGenerator.ts'
import { urlOfReference } from './otioMedia.ts'
import { missingAsset } from './otioMissing.ts'
import type { Reading } from './otioReading.ts'
import { readRange, since } from './otioTime.ts'

export interface ReadItem {
  /** Without its id and its length in frames, which depend on where it lies. */
  readonly item: Clip | Gap
  /** Exact seconds on the timeline. */
  readonly duration: Rational
  /** What its own time 0 is called by its markers, seconds. */
  readonly mediaStart: Rational
}

/** Undefined for what takes no time on the track. */
export function readClip(node: JsonObject, track: Track, reading: Reading): ReadItem | undefined {
  const schema = schemaOf(node)
  const name = textAt(node, 'name') ?? ''
  const range = readRange(objectAt(node, 'source_range'))
  if (schema === 'Gap') return gap(range?.duration ?? ZERO, range?.start)
  if (schema === 'Clip') return mediaClip(node, name, track, reading)
  const what = textAt(node, 'OTIO_SCHEMA') ?? say('otio:nameless')
  const duration = range?.duration ?? lengthOf(node)
  reading.notes.push(
    duration
      ? say('otio:strangeWithTime', { name, track: track.name, what })
      : say('otio:strange', { name, track: track.name, what }),
  )
  return duration && gap(duration, range?.start)
}

const gap = (duration: Rational, start: Rational = ZERO): ReadItem => ({
  item: { kind: 'gap', id: '' as ItemId, duration: 1 },
  duration,
  mediaStart: start,
})

/** A nested stack is as long as its longest child, a nested track as long as all of them. */
export function lengthOf(node: JsonObject): Rational | undefined {
  const range = readRange(objectAt(node, 'source_range'))
  if (range) return range.duration
  const schema = schemaOf(node)
  const children = listAt(node, 'children').flatMap((child) => lengthOf(child) ?? [])
  if (schema === 'Track') return children.reduce(add, ZERO)
  if (schema !== 'Stack' || children.length === 0) {
    return readRange(objectAt(activeReference(node) ?? {}, 'available_range'))?.duration
  }
  return children.reduce((a, b) => (a.num * b.den >= b.num * a.den ? a : b))
}

function mediaClip(
  node: JsonObject,
  name: string,
  track: Track,
  reading: Reading,
): ReadItem | undefined {
  const reference = activeReference(node)
  const available = readRange(reference && objectAt(reference, 'available_range'))
  const stated = readRange(objectAt(node, 'source_range'))
  const length = available?.duration
  const source = sourceOf(reference, name, length, track, reading)
  const asset = source?.kind === 'asset' ? reading.assets[source.assetId] : undefined
  const duration = stated?.duration ?? available?.duration ?? asset?.info.duration
  if (!duration || duration.num <= 0) {
    reading.notes.push(say('otio:noLength', { name, track: track.name }))
    return undefined
  }
  const mediaStart = stated?.start ?? available?.start ?? ZERO
  if (!source) return gap(duration, mediaStart)
  const sourceStart = since(mediaStart, available?.start)
  const called = name || asset?.name || reading.ports.words(say('newName:clip'))
  return clipWith(node, { name: called, source, sourceStart, duration, mediaStart }, reading)
}

export interface ReadClip {
  readonly name: string
  readonly source: Clip['source']
  /** Exact seconds: media time at its first frame. */
  readonly sourceStart: Rational
  /** Exact seconds on the timeline. */
  readonly duration: Rational
  /** What its own time 0 is called by its markers, seconds. */
  readonly mediaStart: Rational
}

/** With the speed and our own settings that the node has. */
export function clipWith(
  node: JsonObject,
  { name, source, sourceStart, duration, mediaStart }: ReadClip,
  reading: Reading,
): ReadItem {
  const own = keyreel(node)
  const motion = motionOf(sourceStart, speedOf(node, name, own, reading), own, reading.rate)
  return {
    item: {
      ...{ kind: 'clip', id: '' as ItemId, name, source, ...motion, duration: 1 },
      enabled: node.enabled !== false,
      picture: defaultPicture(),
      sound: defaultSound(),
      ...ownSettings(own),
    },
    duration,
    mediaStart,
  }
}

/** References to media that may be missing. */
const MEDIA: readonly string[] = ['MissingReference', 'ExternalReference', 'ImageSequenceReference']

function sourceOf(
  reference: JsonObject | undefined,
  name: string,
  length: Rational | undefined,
  track: Track,
  reading: Reading,
): Clip['source'] | undefined {
  const schema = schemaOf(reference)
  if (schema === 'GeneratorReference' && reference) {
    const generator = readGenerator(reference)
    if (generator && generatorTrack(generator) === track.kind) return generator
  } else if (track.kind !== 'subtitle') {
    const url = urlOfReference(reference)
    const asset = url === undefined ? undefined : reading.ports.assetFor(url)
    if (asset) {
      reading.assets[asset.id] = asset
      return { kind: 'asset', assetId: asset.id }
    }
    if (!reference || MEDIA.includes(schema)) {
      const missing = missingAsset(reference, name, length, track, reading)
      reading.notes.push(
        url === undefined
          ? say('otio:noMedia', { name, track: track.name })
          : say('otio:mediaGone', { name, track: track.name, url }),
      )
      return { kind: 'asset', assetId: missing.id }
    }
  }
  const what = textAt(reference, 'OTIO_SCHEMA') ?? say('otio:unknownSchema')
  reading.notes.push(say('otio:strangeMedia', { name, track: track.name, what }))
  return undefined
}

/** Effects we play: time warps of constant speed. The others are kept and named. */
function speedOf(
  node: JsonObject,
  name: string,
  own: JsonObject | undefined,
  reading: Reading,
): Rational {
  let speed = ONE
  for (const effect of listAt(node, 'effects')) {
    const schema = schemaOf(effect)
    const scalar = schema === 'FreezeFrame' ? 0 : effect.time_scalar
    if (isWarp(effect) && typeof scalar === 'number') {
      speed = multiply(speed, exactScalar(scalar))
    } else {
      const called = textAt(effect, 'effect_name') || textAt(effect, 'OTIO_SCHEMA')
      reading.notes.push(
        called
          ? say('otio:effect', { effect: called, name })
          : say('otio:effectNameless', { name }),
      )
    }
  }
  const exact = textAt(own, 'speed')
  const isOurs = exact !== undefined && FRACTION.test(exact)
  const parsed = isOurs ? parseRational(exact) : undefined
  // The floating scalar cannot say 1/3; believe our own fraction while they agree.
  return parsed && Math.abs(parsed.num / parsed.den - speed.num / speed.den) < 1e-5 ? parsed : speed
}

/** With our own keyframes of speed, while the warp is the one that was written for them. */
function motionOf(
  sourceStart: Rational,
  speed: Rational,
  own: JsonObject | undefined,
  rate: Rational,
): Motion {
  const keys = speedKeysSchema.safeParse(own?.speedKeys)
  const exact = textAt(own, 'speed')
  const base = exact !== undefined && FRACTION.test(exact) ? parseRational(exact) : ONE
  const written = own?.warp
  const isTheirs = typeof written !== 'number' || Math.abs(written - speed.num / speed.den) > 1e-5
  if (!keys.success || isTheirs) return { sourceStart, speed }
  return showing({ sourceStart, speed: base, speedKeys: keys.data }, 0, sourceStart, rate)
}

const FRACTION = /^-?\d+(\/[1-9]\d*)?$/

export const isWarp = (effect: JsonObject): boolean =>
  ['LinearTimeWarp', 'FreezeFrame'].includes(schemaOf(effect))

const exactScalar = (scalar: number): Rational => parseRational(decimals(scalar))
const decimals = (value: number): string => {
  const text = value.toFixed(6).replace(/\.?0+$/, '')
  return text === '' || text === '-0' ? '0' : text
}

const { picture, sound, linkId, groupId, effects, blendMode, fadeIn, fadeOut } = clipSchema.shape
const OWN_SETTINGS = {
  ...{ picture, sound, linkId, groupId },
  ...{ effects, blendMode, fadeIn, fadeOut },
}

/** Our own settings of a clip, where the file has them and they still parse. */
function ownSettings(own: JsonObject | undefined) {
  const settings = Object.entries(OWN_SETTINGS).flatMap(([name, schema]) => {
    const parsed = own?.[name] === undefined ? undefined : schema.safeParse(own[name])
    return parsed?.success ? [[name, parsed.data] as const] : []
  })
  return Object.fromEntries(settings) as Partial<Pick<Clip, keyof typeof OWN_SETTINGS>>
}
