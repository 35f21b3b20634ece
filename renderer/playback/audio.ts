/** Plays the sound of spans through Web Audio: decoded a little ahead, scheduled on the sound card's own clock. */
import type { AudioBufferSink, Input, WrappedAudioBuffer } from 'mediabunny'
import { mediaZero } from '../../shared/render/mediaZero.ts'
import type { SoundSpan } from '../../shared/render/soundOf.ts'
import { type Rational, toNumber } from '../../shared/time/rational.ts'
import { call } from '../bridge/keyreel.ts'
import { type Clock, soundClock, steadyClock, windowClock } from './clock.ts'
import { loadDecoders, openMedia } from './mediaInput.ts'
import { type HeardSpan, heard, soundPoints } from './soundTimes.ts'

/** Seconds of sound decoded and scheduled before they are heard. */
const AHEAD = 1.5
/** Between the order to play and the first sound: time to decode it. */
const LEAD = 0.06
const POLL_MILLISECONDS = 100
/** Sound faster than this is only noise. */
const FASTEST_HEARD = 4

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
      if (speed <= 0 || speed > FASTEST_HEARD) return null
      const context = soundCard()
      if (context.state === 'suspended') void context.resume()
      const master = new GainNode(context)
      master.connect(context.destination)
      const origin = context.currentTime + LEAD
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
        follow(started, span, when, toNumber(rate) * speed).catch((error: unknown) => {
          // Stopping closes the files under those who still read them.
          if (!started.stopped.signal.aborted) reportSilence(span, error)
        })
      }
      const clock = steadyClock(soundClock(context), windowClock)
      return { now: () => clock.now() - LEAD }
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
async function follow(
  run: Run,
  span: SoundSpan,
  when: HeardSpan,
  framesPerSecond: number,
): Promise<void> {
  const { context, stopped } = run
  const begin = run.origin + when.delay
  await until(() => context.currentTime > begin - AHEAD, stopped.signal)
  if (stopped.signal.aborted) return
  const sink = await sinkOf(run, span)
  if (!sink || stopped.signal.aborted) return
  const out = channelStrip(run, span, when, framesPerSecond)
  const shift = toNumber(mediaZero(span.asset.info))
  const mediaEnd = when.mediaStart + when.length * when.playbackRate
  for await (const piece of sink.buffers(when.mediaStart + shift, mediaEnd + shift)) {
    if (stopped.signal.aborted) return
    const start = begin + (piece.timestamp - shift - when.mediaStart) / when.playbackRate
    schedule(run, out, piece, { start, begin, end: begin + when.length, rate: when.playbackRate })
    await until(() => context.currentTime > start - AHEAD, stopped.signal)
  }
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
  framesPerSecond: number,
): AudioNode {
  const gain = new GainNode(context)
  const pan = new StereoPannerNode(context, {
    channelCount: 2,
    channelCountMode: 'clamped-max',
    channelInterpretation: 'speakers',
  })
  gain.connect(pan).connect(master)
  const points = soundPoints(span, when, framesPerSecond)
  points.forEach((point, index) => {
    const time = Math.max(0, origin + when.delay + point.time)
    if (index === 0) {
      gain.gain.setValueAtTime(point.gain, time)
      pan.pan.setValueAtTime(point.pan, time)
    } else {
      gain.gain.linearRampToValueAtTime(point.gain, time)
      pan.pan.linearRampToValueAtTime(point.pan, time)
    }
  })
  return gain
}

/** Times of the card's clock; what of a piece lies outside `[begin, end)` or has passed is not played. */
interface Slot {
  readonly start: number
  readonly begin: number
  readonly end: number
  readonly rate: number
}

function schedule(run: Run, out: AudioNode, piece: WrappedAudioBuffer, slot: Slot): void {
  const { context } = run
  const first = Math.max(slot.start, slot.begin, context.currentTime)
  const last = Math.min(slot.start + piece.duration / slot.rate, slot.end)
  if (last <= first) return
  const node = new AudioBufferSourceNode(context, { buffer: piece.buffer, playbackRate: slot.rate })
  node.connect(out)
  node.start(first, (first - slot.start) * slot.rate, (last - first) * slot.rate)
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
