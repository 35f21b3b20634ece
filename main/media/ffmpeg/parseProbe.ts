/** ffprobe's answer → MediaInfo. Pure; every time and rate stays an exact fraction. */

import type { AudioStream, MediaInfo, VideoStream } from '../../../shared/model/mediaInfo.ts'
import {
  add,
  max,
  multiply,
  ONE,
  parseRational,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../../../shared/time/rational.ts'
import type { Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import type { PacketAnswer, ProbeAnswer, StreamAnswer } from './ffprobeAnswer.ts'
import { describePixels } from './pixelFormat.ts'
import { readFieldOrder, readRate, readRatio } from './readRate.ts'

/** What reading packets found, where headers do not say it. */
export interface PacketFacts {
  /** The first packets of each video stream, by stream index: presentation times and durations in time base ticks. */
  readonly first: ReadonlyMap<number, readonly PacketAnswer[]>
  /** Ends of streams (ticks), by stream index, when all packets were read since the headers gave no length. */
  readonly ends?: ReadonlyMap<number, number>
  /** Numbers of packets, from the same reading. */
  readonly counts?: ReadonlyMap<number, number>
  /** What decoded pictures say of their fields, by stream index; headers of many containers do not know. */
  readonly fields?: ReadonlyMap<number, VideoStream['fieldOrder']>
}

const STILL_FORMATS = /_pipe$|^image2$/

/** Decimal seconds (`12.345000`); undefined for `N/A`. */
export function readSeconds(text: string | undefined): Rational | undefined {
  return text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? parseRational(text) : undefined
}

/** Matroska's `DURATION` tag, `00:01:02.345000000`. */
export function readClock(text: string | undefined): Rational | undefined {
  const match = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(text?.trim() ?? '')
  if (!match) return undefined
  const [, hours, minutes, seconds = '0'] = match
  return add(rational(Number(hours) * 3600 + Number(minutes) * 60), parseRational(seconds))
}

/** Clockwise quarter turns for display; ffprobe's display matrix turns the other way than its old `rotate` tag. */
export function readRotation(stream: StreamAnswer): { turn: 0 | 90 | 180 | 270; exact: boolean } {
  const matrix = stream.side_data_list?.find((data) => data.rotation !== undefined)?.rotation
  const degrees = matrix === undefined ? Number(stream.tags?.rotate ?? 0) || 0 : -matrix
  const quarter = ((Math.round(degrees / 90) % 4) + 4) % 4
  const turns = [0, 90, 180, 270] as const
  return { turn: turns[quarter] as 0 | 90 | 180 | 270, exact: degrees % 90 === 0 }
}

/** A stream's own length: by its packets where they were counted, its header, a tag, or the container. */
function readDuration(
  stream: StreamAnswer,
  timeBase: Rational,
  start: Rational,
  answer: ProbeAnswer,
  facts: PacketFacts,
): Rational {
  const end = facts.ends?.get(stream.index)
  if (end !== undefined) return max(ZERO, subtract(multiply(rational(end), timeBase), start))
  const ticks = stream.duration_ts
  if (ticks !== undefined && ticks > 0) return multiply(rational(ticks), timeBase)
  const tag = Object.entries(stream.tags ?? {}).find(([key]) => /^DURATION(-|$)/i.test(key))?.[1]
  const tagged = readClock(tag)
  if (tagged) return max(ZERO, subtract(tagged, start))
  return readSeconds(answer.format.duration) ?? ZERO
}

function readStart(stream: StreamAnswer, timeBase: Rational): Rational {
  return stream.start_pts === undefined ? ZERO : multiply(rational(stream.start_pts), timeBase)
}

const known = (value: string | undefined): value is string =>
  value !== undefined && !['unknown', 'unspecified', 'reserved', 'N/A', ''].includes(value)

function readColor(stream: StreamAnswer): VideoStream['color'] {
  const range = stream.color_range
  return {
    ...(known(stream.color_primaries) && { primaries: stream.color_primaries }),
    ...(known(stream.color_transfer) && { transfer: stream.color_transfer }),
    ...(known(stream.color_space) && { matrix: stream.color_space }),
    ...((range === 'tv' || range === 'pc') && { range }),
  }
}

function readVideo(
  stream: StreamAnswer & { width: number; height: number; codec_name: string },
  isStill: boolean,
  answer: ProbeAnswer,
  facts: PacketFacts,
  warnings: Said[],
): VideoStream {
  const timeBase = readRatio(stream.time_base) ?? rational(1, 1000)
  const start = readStart(stream, timeBase)
  const { turn, exact } = readRotation(stream)
  const read = readRate(stream, facts.first.get(stream.index) ?? [])
  const { rate, guessed } = read
  const isVariableRate = read.pace !== 'even' && !isStill
  const count = isStill ? 1 : (stream.nb_frames ?? facts.counts?.get(stream.index))
  const name = say('media:pictureStream', { index: stream.index })
  if (!exact) warnings.push(say('media:warnTurn', { name, turn }))
  if (guessed && !isStill) warnings.push(say('media:warnNoRate', { name }))
  if (isVariableRate) {
    const key = read.pace === 'gaps' ? 'media:warnGaps' : 'media:warnVariableRate'
    warnings.push(say(key, { name }))
  }
  return {
    index: stream.index,
    codec: stream.codec_name,
    ...(known(stream.profile) && { profile: stream.profile }),
    width: stream.width,
    height: stream.height,
    rotation: turn,
    sampleAspect: readRatio(stream.sample_aspect_ratio) ?? ONE,
    rate,
    isVariableRate,
    timeBase,
    ...(count !== undefined && count > 0 && { frameCount: count }),
    start,
    duration: isStill ? ZERO : readDuration(stream, timeBase, start, answer, facts),
    ...describePixels(stream),
    fieldOrder: facts.fields?.get(stream.index) ?? readFieldOrder(stream.field_order),
    color: readColor(stream),
  }
}

function readAudio(
  stream: StreamAnswer & { sample_rate: number; channels: number; codec_name: string },
  answer: ProbeAnswer,
  facts: PacketFacts,
): AudioStream {
  const timeBase = readRatio(stream.time_base) ?? rational(1, stream.sample_rate)
  const start = readStart(stream, timeBase)
  const language = stream.tags?.language
  return {
    index: stream.index,
    codec: stream.codec_name,
    sampleRate: stream.sample_rate,
    channels: stream.channels,
    ...(known(stream.channel_layout) && { layout: stream.channel_layout }),
    start,
    duration: readDuration(stream, timeBase, start, answer, facts),
    ...(known(language) && language !== 'und' && { language }),
  }
}

/** A picture file, or a moving format that holds exactly one picture and no sound. */
function holdsStill(
  answer: ProbeAnswer,
  pictures: readonly StreamAnswer[],
  { first }: PacketFacts,
): boolean {
  if (STILL_FORMATS.test(answer.format.format_name)) return true
  const brand = answer.format.tags?.major_brand ?? ''
  if (/^(avif|heic|heix|mif1)/.test(brand)) return true
  return pictures.length > 0 && ['gif', 'apng'].includes(answer.format.format_name)
    ? pictures.every(({ index, nb_frames = first.get(index)?.length ?? 1 }) => nb_frames <= 1)
    : false
}

/**
 * Streams that nothing can be done with (no size, no codec, cover pictures) are left out, with a warning unless they are
 * covers. Answers undefined when neither picture nor sound remains.
 */
export function parseProbe(answer: ProbeAnswer, facts: PacketFacts): MediaInfo | undefined {
  const warnings: Said[] = []
  const pictures = answer.streams.filter(
    ({ codec_type, disposition }) => codec_type === 'video' && disposition?.attached_pic !== 1,
  )
  const isStill = holdsStill(answer, pictures, facts)
  const video = pictures.flatMap((stream) => {
    const { width, height, codec_name } = stream
    if (width && height && known(codec_name)) {
      return [readVideo({ ...stream, width, height, codec_name }, isStill, answer, facts, warnings)]
    }
    warnings.push(say('media:warnPictureStream', { index: stream.index }))
    return []
  })
  const audio = answer.streams.flatMap((stream) => {
    if (stream.codec_type !== 'audio') return []
    const { sample_rate, channels, codec_name } = stream
    if (sample_rate && channels && known(codec_name)) {
      return [readAudio({ ...stream, sample_rate, channels, codec_name }, answer, facts)]
    }
    warnings.push(say('media:warnSoundStream', { index: stream.index }))
    return []
  })
  if (video.length + audio.length === 0) return undefined
  const all = [...video, ...audio]
  const zero = (video[0] ?? audio[0])?.start ?? ZERO
  const length = all
    .map(({ start, duration }) => subtract(add(start, duration), zero))
    .reduce((a, b) => max(a, b))
  const timecode = [answer.format.tags, ...answer.streams.map(({ tags }) => tags)]
    .map((tags) => tags?.timecode)
    .find(known)
  return {
    container: answer.format.format_name,
    kind: isStill ? 'still' : video.length > 0 ? 'video' : 'audio',
    byteSize: answer.format.size ?? 0,
    duration: isStill ? ZERO : length,
    video,
    audio: isStill ? [] : audio,
    ...(timecode !== undefined && { timecode }),
    warnings,
  }
}
