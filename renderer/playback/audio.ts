/** Plays the sound of spans through Web Audio: decoded a little ahead, scheduled on the sound card's own clock. */
import type { AudioBufferSink, Input } from 'mediabunny'
import { mediaZero } from '../../shared/render/mediaZero.ts'
import type { SoundSpan } from '../../shared/render/soundSpan.ts'
import { stereoMix } from '../../shared/render/stereoMix.ts'
import { type Rational, toNumber } from '../../shared/time/rational.ts'
import { call } from '../bridge/keyreel.ts'
import { type Clock, soundClock, steadyClock, windowClock } from './clock.ts'
import { loadDecoders, openMedia } from './mediaInput.ts'
import { createPieceMaker, type ReadyPiece } from './soundPieces.ts'
import { type HeardSpan, heard, type SoundPoint, soundCurves } from './soundTimes.ts'
import { stretchAhead } from './stretch.ts'

/** Seconds of sound decoded and scheduled before they are heard. */
const AHEAD = 1.5
/** Between the order to play and the first sound: time to decode it. */
const LEAD = 0.06
const POLL_MILLISECONDS = 100
/** Sound faster than this is only noise. */
const FASTEST_HEARD = 4

/** Whether playing at a speed can be heard: backwards and very fast is silent. */
export const isHeard = (speed: number): boolean => speed > 0 && speed <= FASTEST_HEARD

export interface SoundPlayer {
  /** Answers the clock that playback goes by, or null where nothing will be heard. */
  start(spans: readonly SoundSpan[], rate: Rational, frame: number, speed: number): Clock | null
  stop(): void
}

let shared: AudioContext | null = null
const soundCard = (): AudioContext => {
  shared ??= new AudioContext({ latencyHint: 'interactive' })
  return shared
}

interface Run {
  readonly context: AudioContext
  readonly master: GainNode
  /** The card's time at which the run's first frame is heard. */
  readonly origin: number
  readonly inputs: Map<string, Promise<Input>>
  readonly stopped: AbortController
}

export function createSoundPlayer(): SoundPlayer {
  let run: Run | null = null

  const stop = (): void => {
    if (!run) return
    const { master, stopped, inputs, context } = run
    run = null
    stopped.abort()
    // A short fade: cutting a wave in the middle clicks.
    master.gain.setTargetAtTime(0, context.currentTime, 0.005)
    setTimeout(() => master.disconnect(), 50)
    void Promise.allSettled([...inputs.values()].map(async (input) => (await input).dispose()))
  }

  return {
    start(spans, rate, frame, speed) {
      stop()
      if (!isHeard(speed)) return null
      const context = soundCard()
      if (context.state === 'suspended') void context.resume()
      const master = new GainNode(context)
      master.connect(context.destination)
      // On a sample of the card, so that pieces join without a seam.
      const origin =
        Math.ceil((context.currentTime + LEAD) * context.sampleRate) / context.sampleRate
      const started: Run = {
        context,
        master,
        origin,
        inputs: new Map(),
        stopped: new AbortController(),
      }
      run = started
      for (const span of spans) {
        const when = heard(span, rate, frame, speed)
        if (!when) continue
        follow(started, span, when, speed).catch((error: unknown) => {
          // Stopping closes the files under those who still read them.
          if (!started.stopped.signal.aborted) reportSilence(span, error)
        })
      }
      const clock = steadyClock(soundClock(context), windowClock)
      // Stands until the first sample is heard, so that the picture starts with the sound.
      return { now: () => Math.max(origin, clock.now()) }
    },
    stop,
  }
}

/** The picture plays on without this span; the log says why. */
function reportSilence({ asset }: SoundSpan, error: unknown): void {
  const why = error instanceof Error ? error.message : String(error)
  void call('app:log', { level: 'warn', message: `No sound of "${asset.name}": ${why}` })
}

/** Decodes one span from its start to its end, never further ahead than {@link AHEAD}. */
async function follow(run: Run, span: SoundSpan, when: HeardSpan, speed: number): Promise<void> {
  const { context, stopped } = run
  const begin = run.origin + when.delay
  await until(() => context.currentTime > begin - AHEAD, stopped.signal)
  if (stopped.signal.aborted) return
  const sink = await sinkOf(run, span)
  if (!sink || stopped.signal.aborted) return
  const out = channelStrip(run, span, when, speed)
  const [stream] = span.asset.info.audio
  const shift = toNumber(mediaZero(span.asset.info))
  const ahead = when.playbackRate === 1 ? 0 : stretchAhead(when.playbackRate)
  const mediaEnd = when.mediaStart + when.length * when.playbackRate + ahead
  const mix = stereoMix(stream ?? { channels: 2 })
  const maker = createPieceMaker(when.mediaStart, when.playbackRate, mix)
  const play = async (pieces: readonly ReadyPiece[]): Promise<void> => {
    for (const piece of pieces) {
      const start = begin + piece.time
      schedule(run, out, piece, { start, begin, end: begin + when.length })
      await until(() => context.currentTime > start - AHEAD, stopped.signal)
    }
  }
  for await (const { timestamp, buffer } of sink.buffers(
    when.mediaStart + shift,
    mediaEnd + shift,
  )) {
    if (stopped.signal.aborted) return
    await play(maker.take({ timestamp: timestamp - shift, buffer }))
  }
  if (!stopped.signal.aborted) await play(maker.end())
}

async function sinkOf({ inputs }: Run, { asset }: SoundSpan): Promise<AudioBufferSink | null> {
  const input = inputs.get(asset.mediaKey) ?? openMedia('original', asset.mediaKey)
  inputs.set(asset.mediaKey, input)
  const { AudioBufferSink } = await loadDecoders()
  const track = await (await input).getPrimaryAudioTrack()
  return track && (await track.canDecode()) ? new AudioBufferSink(track) : null
}

function channelStrip(
  { context, master, origin }: Run,
  span: SoundSpan,
  when: HeardSpan,
  speed: number,
): AudioNode {
  const begin = origin + when.delay
  const { gain, pans } = soundCurves(span, when, speed)
  const strip = new GainNode(context)
  follows(strip.gain, gain, begin)
  let last: AudioNode = strip
  for (const pan of pans) {
    const panner = new StereoPannerNode(context)
    follows(panner.pan, pan, begin)
    last = last.connect(panner)
  }
  last.connect(master)
  return strip
}

function follows(param: AudioParam, points: readonly SoundPoint[], begin: number): void {
  points.forEach(({ time, value }, index) => {
    const at = Math.max(0, begin + time)
    if (index === 0) param.setValueAtTime(value, at)
    else param.linearRampToValueAtTime(value, at)
  })
}

/** Times of the card's clock; what of a piece lies outside `[begin, end)` or has passed is not played. */
interface Slot {
  readonly start: number
  readonly begin: number
  readonly end: number
}

function schedule({ context }: Run, out: AudioNode, piece: ReadyPiece, slot: Slot): void {
  const { sampleRate, sound } = piece
  const first = Math.max(slot.start, slot.begin, context.currentTime)
  const last = Math.min(slot.start + sound[0].length / sampleRate, slot.end)
  if (last <= first) return
  const buffer = new AudioBuffer({ length: sound[0].length, numberOfChannels: 2, sampleRate })
  buffer.copyToChannel(Float32Array.from(sound[0]), 0)
  buffer.copyToChannel(Float32Array.from(sound[1]), 1)
  const node = new AudioBufferSourceNode(context, { buffer })
  node.connect(out)
  node.start(first, first - slot.start, last - first)
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
