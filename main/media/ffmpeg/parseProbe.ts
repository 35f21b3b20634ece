/** ffprobe's answer → MediaInfo. Pure; every time and rate stays an exact fraction. */
import type { AudioStream, MediaInfo, VideoStream } from '../../../shared/model/mediaInfo.ts'
import {
  add,
  divide,
  max,
  multiply,
  ONE,
  parseRational,
  type Rational,
  rational,
  subtract,
  toNumber,
  ZERO,
} from '../../../shared/time/rational.ts'
import type { PacketAnswer, ProbeAnswer, StreamAnswer } from './ffprobeAnswer.ts'
import { describePixels } from './pixelFormat.ts'

/** What reading packets found, where headers do not say it. */
export interface PacketFacts {
  /** The first packets of each video stream, by stream index: presentation times and durations in time base ticks. */
  readonly first: ReadonlyMap<number, readonly PacketAnswer[]>
  /** Ends of streams (ticks), by stream index, when all packets were read since the headers gave no length. */
  readonly ends?: ReadonlyMap<number, number>
  /** Numbers of packets, from the same reading. */
  readonly counts?: ReadonlyMap<number, number>
}

const STILL_FORMATS = /_pipe$|^image2$/

/** A fraction such as `24000/1001`; undefined for `0/0`, `N/A` and what is not a number. */
export function readRatio(text: string | undefined): Rational | undefined {
  const match = /^(-?\d+)[/:](\d+)$/.exec(text ?? '')
  if (!match || Number(match[2]) === 0 || Number(match[1]) === 0) return undefined
  return rational(Number(match[1]), Number(match[2]))
}

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

/** ffprobe's two letters: coded first, displayed first. */
export function readFieldOrder(order: string | undefined): VideoStream['fieldOrder'] {
  if (order === 'progressive') return 'progressive'
  if (order === 'tt' || order === 'bt') return 'tff'
  if (order === 'bb' || order === 'tb') return 'bff'
  return 'unknown'
}

/** The last pictures of an excerpt may wait for reordered ones that were not read. */
const UNSETTLED = 4

/**
 * Do the presentation times step evenly? Containers with coarse ticks (1 ms in Matroska) round each time, so two steps
 * may differ by one tick each way.
 */
export function isEven(packets: readonly PacketAnswer[]): boolean {
  const times = packets.flatMap(({ pts }) => (pts === undefined ? [] : [pts])).sort((a, b) => a - b)
  const settled = times.slice(0, Math.max(2, times.length - UNSETTLED))
  const steps = settled.slice(1).map((time, index) => time - (settled[index] as number))
  return steps.length < 2 || Math.max(...steps) - Math.min(...steps) <= 2
}

const far = (a: Rational, b: Rational): boolean => Math.abs(toNumber(a) / toNumber(b) - 1) > 0.005

/** Pictures a second over an excerpt: containers without a count (Matroska) state the wished rate as the average. */
function measured(stream: StreamAnswer, packets: readonly PacketAnswer[]): Rational | undefined {
  const timeBase = readRatio(stream.time_base)
  const times = packets.flatMap(({ pts }) => (pts === undefined ? [] : [pts]))
  const settled = times.sort((a, b) => a - b).slice(0, -UNSETTLED)
  const span = (settled.at(-1) ?? 0) - (settled[0] ?? 0)
  if (!timeBase || span <= 0) return undefined
  return divide(rational(settled.length - 1), multiply(rational(span), timeBase))
}

function readRate(
  stream: StreamAnswer,
  packets: readonly PacketAnswer[],
): { rate: Rational; isVariableRate: boolean; guessed: boolean } {
  const base = readRatio(stream.r_frame_rate)
  const average = readRatio(stream.avg_frame_rate)
  const uneven = !isEven(packets)
  // Interlaced streams may count fields in r_frame_rate.
  const doubled =
    base &&
    average &&
    !far(base, multiply(average, rational(2))) &&
    readFieldOrder(stream.field_order) !== 'progressive'
  const drifts = base && average && !doubled && far(base, average) && (stream.nb_frames ?? 100) > 10
  if (uneven || drifts) {
    const rate = (stream.nb_frames ? average : measured(stream, packets)) ?? average ?? base
    return { rate: rate ?? rational(25), isVariableRate: true, guessed: !rate }
  }
  const rate = doubled || base === undefined ? average : base
  return { rate: rate ?? base ?? rational(25), isVariableRate: false, guessed: !rate && !base }
}

/** A stream's own length: by its header, a tag, its packets, or the container, whichever speaks first. */
function readDuration(
  stream: StreamAnswer,
  timeBase: Rational,
  start: Rational,
  answer: ProbeAnswer,
  facts: PacketFacts,
): Rational {
  const ticks = stream.duration_ts
  if (ticks !== undefined && ticks > 0) return multiply(rational(ticks), timeBase)
  const end = facts.ends?.get(stream.index)
  if (end !== undefined) return max(ZERO, subtract(multiply(rational(end), timeBase), start))
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
  warnings: string[],
): VideoStream {
  const timeBase = readRatio(stream.time_base) ?? rational(1, 1000)
  const start = readStart(stream, timeBase)
  const { turn, exact } = readRotation(stream)
  const read = readRate(stream, facts.first.get(stream.index) ?? [])
  const { rate, guessed } = read
  const isVariableRate = read.isVariableRate && !isStill
  const count = isStill ? 1 : (stream.nb_frames ?? facts.counts?.get(stream.index))
  const name = `Picture stream ${stream.index}`
  if (!exact)
    warnings.push(
      `${name} asks for a turn that is not a quarter turn; it shows at ${turn} degrees.`,
    )
  if (guessed && !isStill)
    warnings.push(`${name} states no frame rate; 25 frames a second are assumed.`)
  if (isVariableRate) warnings.push(`${name} has a variable frame rate; its average is shown.`)
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
    fieldOrder: readFieldOrder(stream.field_order),
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
function holdsStill(answer: ProbeAnswer, pictures: readonly StreamAnswer[]): boolean {
  if (STILL_FORMATS.test(answer.format.format_name)) return true
  const brand = answer.format.tags?.major_brand ?? ''
  if (/^(avif|heic|heix|mif1)/.test(brand)) return true
  return pictures.length > 0 && ['gif', 'apng'].includes(answer.format.format_name)
    ? pictures.every(({ nb_frames, duration_ts }) => nb_frames === 1 || (duration_ts ?? 1) <= 1)
    : false
}

/**
 * Streams that nothing can be done with (no size, no codec, cover pictures) are left out, with a warning unless they are
 * covers. Answers undefined when neither picture nor sound remains.
 */
export function parseProbe(answer: ProbeAnswer, facts: PacketFacts): MediaInfo | undefined {
  const warnings: string[] = []
  const pictures = answer.streams.filter(
    ({ codec_type, disposition }) => codec_type === 'video' && disposition?.attached_pic !== 1,
  )
  const isStill = holdsStill(answer, pictures)
  const video = pictures.flatMap((stream) => {
    const { width, height, codec_name } = stream
    if (width && height && known(codec_name)) {
      return [readVideo({ ...stream, width, height, codec_name }, isStill, answer, facts, warnings)]
    }
    warnings.push(
      `Picture stream ${stream.index} is in a format that cannot be read; it is left out.`,
    )
    return []
  })
  const audio = answer.streams.flatMap((stream) => {
    if (stream.codec_type !== 'audio') return []
    const { sample_rate, channels, codec_name } = stream
    if (sample_rate && channels && known(codec_name)) {
      return [readAudio({ ...stream, sample_rate, channels, codec_name }, answer, facts)]
    }
    warnings.push(
      `Sound stream ${stream.index} is in a format that cannot be read; it is left out.`,
    )
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
