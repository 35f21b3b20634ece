/** Plays the sound of spans through Web Audio: decoded a little ahead, scheduled on the sound card's own clock. */
import { type Remote, releaseProxy } from 'comlink'
import { mediaZero } from '../../shared/render/mediaZero.ts'
import { MONO_GAIN, panLaw } from '../../shared/render/panLaw.ts'
import type { SoundSpan } from '../../shared/render/soundSpan.ts'
import { stereoMix } from '../../shared/render/stereoMix.ts'
import { type Rational, toNumber } from '../../shared/time/rational.ts'
import { call } from '../bridge/keyreel.ts'
import { type Clock, soundClock, steadyClock, windowClock } from './clock.ts'
import type { SoundReader } from './decoding/soundReader.ts'
import { decodingThread } from './decodingThread.ts'
import { createSoundFiles, type SoundFile } from './soundFiles.ts'
import { sounding, soundOutput } from './soundOutput.ts'
import type { DecodedPiece, ReadyPiece } from './soundPieces.ts'
import { type ReadSound, soundPieces } from './soundReading.ts'
import { type HeardSpan, heard, type SoundPoint, soundCurves } from './soundTimes.ts'

/** Seconds of sound decoded and scheduled before they are heard. */
const AHEAD = 1.5
/** Between the order to play and the first sound: time to decode it. */
const LEAD = 0.06
const POLL_MILLISECONDS = 100
/** Sound faster than this is only noise. */
const FASTEST_HEARD = 4
/** Milliseconds in which sound that is stopped falls silent: cutting a wave in the middle clicks. */
const FALL = 50
const IDLE_FILES = 4

/** Whether playing at a speed can be heard. */
export const isHeard = (speed: number): boolean => speed !== 0 && Math.abs(speed) <= FASTEST_HEARD

export interface SoundPlayer {
  /**
   * Answers the clock that playback goes by, or null where nothing will be heard.
   * @param most seconds after which it is silent, whoever stops it: no more is read
   */
  start(
    spans: readonly SoundSpan[],
    rate: Rational,
    frame: number,
    speed: number,
    most?: number,
  ): Clock | null
  stop(): void
}

const files = createSoundFiles<Remote<SoundReader>>(openSound, IDLE_FILES)

async function openSound(mediaKey: string): Promise<SoundFile<Remote<SoundReader>> | null> {
  const reader = await decodingThread().sound(mediaKey)
  return reader && { sink: reader, close: () => void close(reader) }
}

/** What is on its way comes before the answer. */
async function close(reader: Remote<SoundReader>): Promise<void> {
  await reader.close()
  reader[releaseProxy]()
}

interface Run {
  readonly context: AudioContext
  readonly master: GainNode
  /** The card's time at which the run's first frame is heard. */
  readonly origin: number
  readonly stopped: AbortController
  readonly isOver: () => void
  /** Strips of the spans that are heard now. */
  readonly strips: Set<Strip>
}

/** What a span passes through. */
interface Strip {
  readonly nodes: readonly AudioNode[]
  /** Those that are still to be heard. */
  readonly sources: Set<AudioBufferSourceNode>
}

function takeDown({ nodes, sources }: Strip): void {
  for (const source of sources) {
    source.stop()
    source.disconnect()
  }
  for (const node of nodes) node.disconnect()
}

export function createSoundPlayer(): SoundPlayer {
  let run: Run | null = null

  const stop = (): void => {
    if (!run) return
    const { master, stopped, isOver, strips, context } = run
    run = null
    stopped.abort()
    master.gain.setTargetAtTime(0, context.currentTime, 0.005)
    setTimeout(() => {
      for (const strip of strips) takeDown(strip)
      master.disconnect()
      isOver()
    }, FALL)
  }

  return {
    start(spans, rate, frame, speed, most = Number.POSITIVE_INFINITY) {
      stop()
      if (!isHeard(speed)) return null
      const { context, input } = soundOutput()
      if (context.state === 'suspended') void context.resume()
      const master = new GainNode(context)
      master.connect(input)
      // On a sample of the card, so that pieces join without a seam.
      const origin =
        Math.ceil((context.currentTime + LEAD) * context.sampleRate) / context.sampleRate
      const stopped = new AbortController()
      run = { context, master, origin, stopped, isOver: sounding(), strips: new Set() }
      const coming = spans.flatMap((span) => {
        const when = heard(span, rate, frame, speed)
        if (!when || when.delay >= most) return []
        return [{ span, when: { ...when, length: Math.min(when.length, most - when.delay) } }]
      })
      void conduct(run, coming, speed)
      const clock = steadyClock(soundClock(context), windowClock)
      // Stands until the first sample is heard, so that the picture starts with the sound.
      return { now: () => Math.max(origin, clock.now()) }
    },
    stop,
  }
}

interface Coming {
  readonly span: SoundSpan
  readonly when: HeardSpan
}

/** Begins each span when its time comes near. */
async function conduct(run: Run, coming: readonly Coming[], speed: number): Promise<void> {
  const { context, origin, stopped } = run
  for (const { span, when } of coming.toSorted((a, b) => a.when.delay - b.when.delay)) {
    const begin = origin + when.delay
    await until(() => context.currentTime > begin - AHEAD, stopped.signal)
    if (stopped.signal.aborted) return
    void play(run, span, when, speed)
  }
}

/** From a span's beginning to its end; the picture plays on where it cannot be heard, and the log says why. */
async function play(run: Run, span: SoundSpan, when: HeardSpan, speed: number): Promise<void> {
  const { context, origin, stopped, strips } = run
  const file = files.take(span.asset.mediaKey)
  const end = origin + when.delay + when.length
  const strip = stripFor(run, span, when, speed)
  strips.add(strip)
  try {
    const sink = await file.sink
    if (sink && !stopped.signal.aborted) await follow(run, sink, strip, span, when)
  } catch (error) {
    if (!stopped.signal.aborted) reportSilence(span, error)
  } finally {
    file.release()
  }
  await until(() => context.currentTime > end, stopped.signal)
  if (stopped.signal.aborted || !strips.delete(strip)) return
  takeDown(strip)
}

function reportSilence({ asset }: SoundSpan, error: unknown): void {
  const why = error instanceof Error ? error.message : String(error)
  void call('app:log', { level: 'warn', message: `No sound of "${asset.name}": ${why}` })
}

/** Decodes one span from its start to its end, never further ahead than {@link AHEAD}. */
async function follow(
  { context, origin, stopped }: Run,
  sink: Remote<SoundReader>,
  strip: Strip,
  { asset }: SoundSpan,
  when: HeardSpan,
): Promise<void> {
  const begin = origin + when.delay
  const [stream] = asset.info.audio
  const mix = stereoMix(stream ?? { channels: 2 })
  for await (const piece of soundPieces(
    reading(sink, toNumber(mediaZero(asset.info))),
    when,
    mix,
  )) {
    if (stopped.signal.aborted) return
    const start = begin + piece.time
    schedule(context, strip, piece, { start, begin, end: begin + when.length })
    await until(() => context.currentTime > start - AHEAD, stopped.signal)
    if (stopped.signal.aborted) return
  }
}

let runs = 0

/** `shift`: seconds of the file at the medium's zero. */
const reading = (reader: Remote<SoundReader>, shift: number): ReadSound =>
  async function* (from, to): AsyncGenerator<DecodedPiece> {
    const run = ++runs
    // What is wrong is told with the first piece.
    void Promise.allSettled([reader.begin(run, from + shift, to + shift)])
    try {
      for (
        let pieces = await reader.next(run);
        pieces.length > 0;
        pieces = await reader.next(run)
      ) {
        for (const { timestamp, ...piece } of pieces)
          yield { timestamp: timestamp - shift, ...piece }
      }
    } finally {
      void Promise.allSettled([reader.end(run)])
    }
  }

function stripFor(
  { context, master, origin }: Run,
  span: SoundSpan,
  when: HeardSpan,
  speed: number,
): Strip {
  const begin = origin + when.delay
  const { gain, pans } = soundCurves(span, when, speed)
  // What they begin with holds until then: a sample that comes before its own curve has begun is not heard at full loudness.
  const loudness = new GainNode(context, { gain: gain[0]?.value ?? 1 })
  follows(loudness.gain, gain, begin)
  const stream = span.asset.info.audio[0] ?? { channels: 2 }
  const panners = pans.flatMap((points, place) => {
    const isMono = panLaw(stream, place) === 'mono'
    const pan = points[0]?.value ?? 0
    const panner = new StereoPannerNode(context, {
      pan,
      // One channel comes as two that are the same.
      ...(isMono && { channelCount: 1, channelCountMode: 'explicit' }),
    })
    follows(panner.pan, points, begin)
    return isMono ? [new GainNode(context, { gain: MONO_GAIN }), panner] : [panner]
  })
  const nodes = [loudness, ...panners]
  for (const [i, node] of nodes.entries()) node.connect(nodes[i + 1] ?? master)
  return { nodes, sources: new Set() }
}

function follows(param: AudioParam, points: readonly SoundPoint[], begin: number): void {
  points.forEach(({ time, value }, index) => {
    const at = Math.max(0, begin + time)
    if (index === 0) param.setValueAtTime(value, at)
    else param.linearRampToValueAtTime(value, at)
  })
}

/**
 * Parts of a sample by which each piece is begun early. Its time is a sum of fractions: what comes out a hair behind its
 * sample begins with the next one, and sounds on for one more than it has. Where that is the first of the next piece, both
 * are heard at once, a click of up to twice the loudness.
 */
const EARLY = 1 / 16_384

/** Times of the card's clock; what of a piece lies outside `[begin, end)` or has passed is not played. */
interface Slot {
  readonly start: number
  readonly begin: number
  readonly end: number
}

function schedule(
  context: AudioContext,
  { nodes: [out], sources }: Strip,
  piece: ReadyPiece,
  slot: Slot,
): void {
  const { sampleRate, sound } = piece
  // Whole samples are left out, so that what is left stays where it was.
  const late = Math.max(slot.begin, context.currentTime) - slot.start
  const skipped = Math.max(0, Math.ceil(late * sampleRate)) / sampleRate
  const first = slot.start + skipped
  const last = Math.min(slot.start + sound[0].length / sampleRate, slot.end)
  if (last <= first || !out) return
  const buffer = new AudioBuffer({ length: sound[0].length, numberOfChannels: 2, sampleRate })
  buffer.copyToChannel(Float32Array.from(sound[0]), 0)
  buffer.copyToChannel(Float32Array.from(sound[1]), 1)
  const node = new AudioBufferSourceNode(context, { buffer })
  node.connect(out)
  sources.add(node)
  node.onended = () => {
    sources.delete(node)
    node.disconnect()
  }
  const early = EARLY / context.sampleRate
  node.start(Math.max(0, first - early), skipped, last - first)
}

/** Looks again every {@link POLL_MILLISECONDS}; the sound card has no event for a time that has come. */
function until(reached: () => boolean, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (signal.aborted || reached()) resolve()
      else setTimeout(look, POLL_MILLISECONDS)
    }
    look()
  })
}
