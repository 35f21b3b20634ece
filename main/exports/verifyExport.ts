/** Looks at a finished file by decoding all of it, and holds it against the plan it was made from. */

import { basename } from 'node:path'
import type { Preset } from '../../shared/render/presets.ts'
import type { RenderPlan } from '../../shared/render/renderPlan.ts'
import { formatRate } from '../../shared/time/frames.ts'
import { formatRational, type Rational } from '../../shared/time/rational.ts'
import type { Said } from '../../shared/words/Said.ts'
import { SaidError } from '../../shared/words/SaidError.ts'
import { say } from '../../shared/words/say.ts'
import type { MediaEngine } from '../media/MediaEngine.ts'

export interface ExportReport {
  /** Frames that were decoded, one by one. */
  readonly frames: number
  /** Seconds, exact: frames over rate. */
  readonly seconds: number
  readonly width: number
  readonly height: number
  /** Frames a second, exact, as `24` or `30000/1001`. */
  readonly rate: string
  readonly video: string
  readonly audio: string
  readonly sampleRate: number
  readonly channels: number
  /** Seconds of sound, from the container. */
  readonly soundSeconds: number
  /** Integrated loudness, LUFS (EBU R 128); null where nothing is heard. */
  readonly loudness: number | null
  readonly byteSize: number
  /** One sentence of all this for people. */
  readonly summary: Said
}

type Figure =
  | 'frames'
  | 'size'
  | 'rate'
  | 'videoCodec'
  | 'audioCodec'
  | 'sampleRate'
  | 'soundSeconds'

/** What was written is not what was planned: says which figure. The file is not kept. */
export class ExportNotAsPlanned extends SaidError {
  override readonly name = 'ExportNotAsPlanned'
}

export interface Expected {
  readonly plan: RenderPlan
  readonly preset: Preset
  /** The file's final name, for sentences. */
  readonly name: string
}

/** @throws ExportNotAsPlanned, MediaError */
export async function verifyExport(
  engine: MediaEngine,
  path: string,
  { plan, preset, name }: Expected,
  signal?: AbortSignal,
  onFrame: (frame: number) => void = () => undefined,
): Promise<ExportReport> {
  const info = await engine.probe(path, signal)
  const [video] = info.video
  const [audio] = info.audio
  if (!video || !audio) {
    throw new ExportNotAsPlanned(
      say(video ? 'exporting:withoutSound' : 'exporting:withoutPicture', { name: basename(name) }),
    )
  }
  const { frames, loudness } = await decode(engine, path, signal, onFrame)
  const soundSeconds = audio.duration.num / audio.duration.den
  const plannedSeconds = (plan.frameCount * plan.rate.den) / plan.rate.num
  const figures: readonly [what: Figure, found: string, planned: string][] = [
    ['frames', `${frames}`, `${plan.frameCount}`],
    ['size', `${video.width}x${video.height}`, `${plan.width}x${plan.height}`],
    ['rate', formatRational(video.rate), formatRational(plan.rate)],
    ['videoCodec', video.codec, preset.videoCodec],
    ['audioCodec', audio.codec, preset.audioCodec],
    ['sampleRate', `${audio.sampleRate}`, `${plan.sampleRate}`],
  ]
  const wrong = figures.filter(([what, found, planned]) =>
    // One frame has no rate of its own.
    what === 'rate' && plan.frameCount < 2 ? false : found !== planned,
  )
  // AAC counts in blocks of 1024 samples.
  if (Math.abs(soundSeconds - plannedSeconds) > 2048 / plan.sampleRate) {
    wrong.push(['soundSeconds', soundSeconds.toFixed(3), plannedSeconds.toFixed(3)])
  }
  if (wrong.length > 0) {
    const list = wrong.map(([what, found, planned]) =>
      say('exporting:insteadOf', { what: say(`exporting:${what}`), found, planned }),
    )
    throw new ExportNotAsPlanned(say('exporting:notAsPlanned', { name: basename(name), list }))
  }
  const report = {
    frames,
    seconds: plannedSeconds,
    width: video.width,
    height: video.height,
    rate: formatRational(plan.rate),
    video: video.codec,
    audio: audio.codec,
    sampleRate: audio.sampleRate,
    channels: audio.channels,
    soundSeconds,
    loudness,
    byteSize: info.byteSize,
  }
  return { ...report, summary: summary(report, plan.rate) }
}

function summary(report: Omit<ExportReport, 'summary'>, rate: Rational): Said {
  const { frames, seconds, width, height, video, audio, sampleRate, loudness } = report
  return say('exporting:summary', {
    ...{ count: frames, seconds, width, height, rate: formatRate(rate), video, audio, sampleRate },
    loudness:
      loudness === null
        ? say('exporting:silent')
        : say('exporting:loudness', { lufs: Math.round(loudness * 10) / 10 }),
  })
}

/** One pass over picture and sound. */
async function decode(
  engine: MediaEngine,
  path: string,
  signal: AbortSignal | undefined,
  onFrame: (frame: number) => void,
): Promise<{ frames: number; loudness: number | null }> {
  let frames = 0
  let text = ''
  const words = new TextDecoder()
  const meter = 'ebur128=metadata=1,ametadata=mode=print:key=lavfi.r128.I:file=pipe\\\\:1:direct=1'
  const output = engine.stream(
    [
      ...['-i', `file:${path}`, '-map', '0:v:0', '-map', '0:a:0', '-fps_mode', 'passthrough'],
      ...['-filter:a:0', meter, '-f', 'null', 'pipe:1'],
    ],
    {
      ...(signal && { signal }),
      onFrame: (frame) => {
        frames = frame
        onFrame(frame)
      },
    },
  )
  // Only the last value counts: the loudness of everything before it.
  for await (const chunk of output)
    text = (text + words.decode(chunk, { stream: true })).slice(-400)
  const last = [...text.matchAll(/lavfi\.r128\.I=(-?[\d.]+|-?inf|nan)/g)].at(-1)?.[1]
  const value = Number(last)
  // Below -70 LUFS everything is gated away: nothing was heard.
  return { frames, loudness: Number.isFinite(value) && value > -70 ? value : null }
}
