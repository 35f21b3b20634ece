/** Result media of the double, made by ffmpeg on the spot: the asked size, 24 fps, silent, each of its own hue. */
import { spawn } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { nearestSize, sizeOf } from '../../shared/generation/modelFacts.ts'
import { RAY_3_2 } from '../../shared/generation/models.ts'
import { mode, type VideoInferenceRequest } from '../../shared/generation/request.ts'
import { centredFit, readSourcePosition } from '../../shared/generation/sourcePosition.ts'
import { parseRational, type Rational, rational } from '../../shared/time/rational.ts'
import type { Drift } from './faults.ts'

export interface SourceFacts {
  readonly path: string
  readonly width: number
  readonly height: number
  readonly duration: Rational
}

function tool(program: 'ffmpeg' | 'ffprobe', args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const output: Buffer[] = []
    const words: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => words.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output).toString('utf8'))
      else reject(new Error(`${program} failed: ${Buffer.concat(words).toString('utf8')}`))
    })
  })
}

export async function sourceFacts(path: string): Promise<SourceFacts> {
  const shown = 'stream=width,height:format=duration'
  const args = [
    '-v',
    'error',
    '-select_streams',
    'v:0',
    '-show_entries',
    shown,
    '-of',
    'json',
    path,
  ]
  const { streams, format } = JSON.parse(await tool('ffprobe', args))
  return {
    path,
    width: streams[0].width,
    height: streams[0].height,
    duration: parseRational(format.duration),
  }
}

/** A hue per task, so that two takes never look the same. */
const hueOf = (taskUUID: string): number => Number.parseInt(taskUUID.slice(0, 6), 16) % 360

const even = (value: number): number => Math.max(2, 2 * Math.round(value / 2))

function outputSize(request: VideoInferenceRequest, source: SourceFacts | null, short?: number) {
  if (request.width !== undefined && request.height !== undefined) {
    return { width: request.width, height: request.height }
  }
  const resolution = request.resolution ?? '720p'
  if (!source) return sizeOf(RAY_3_2, '16:9', resolution) ?? nearestSize(RAY_3_2, 1280, 720)
  const scale = (short ?? Number.parseInt(resolution, 10)) / Math.min(source.width, source.height)
  return { width: even(source.width * scale), height: even(source.height * scale) }
}

/** HDR in ten bits with the tags of HLG; which transfer function the real service uses is not known. */
const encodingOf = ({ settings }: VideoInferenceRequest): string[] => [
  ...['-an', '-r', '24', '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '20'],
  ...(settings?.hdr === true
    ? [
        ...['-pix_fmt', 'yuv420p10le', '-color_primaries', 'bt2020'],
        ...['-color_trc', 'arib-std-b67', '-colorspace', 'bt2020nc', '-color_range', 'tv'],
      ]
    : ['-pix_fmt', 'yuv420p']),
  ...['-movflags', '+faststart'],
]

/** Red, green and blue of every pixel of the EXR export: scene light, beyond 1 too. */
export const EXR_LIGHT = { red: 4, green: 0.5, blue: 0.125 } as const

/** One small EXR of half floats in {@link EXR_LIGHT}. */
export async function makeExr(out: string): Promise<void> {
  const { red, green, blue } = EXR_LIGHT
  const size = { width: 16, height: 9 }
  // Planes in ffmpeg's order: green, blue, red.
  const planes = [green, blue, red].flatMap((value) =>
    Array.from({ length: size.width * size.height }, () => value),
  )
  const raw = `${out}.raw`
  await writeFile(raw, new Uint8Array(Float32Array.from(planes).buffer))
  await tool('ffmpeg', [
    ...['-v', 'error', '-f', 'rawvideo', '-pix_fmt', 'gbrpf32le'],
    ...['-s', `${size.width}x${size.height}`, '-i', raw, '-frames:v', '1'],
    ...['-c:v', 'exr', '-format', 'half', '-y', out],
  ])
  await rm(raw)
}

/** Writes the result of a request to `out`. */
export type MakeResult = (
  request: VideoInferenceRequest,
  source: SourceFacts | null,
  out: string,
  drift?: Drift,
) => Promise<void>

/** As {@link makeResult}, but what is made of a source has only so many lines, so that long ones are made quickly. */
export const makeSmall =
  (short: number): MakeResult =>
  (request, source, out, drift) =>
    makeResult(request, source, out, drift, short)

/** A generation has 24 pictures per second of its duration; one made from a source keeps the source's length. */
export async function makeResult(
  request: VideoInferenceRequest,
  source: SourceFacts | null,
  out: string,
  drift?: Drift,
  short?: number,
): Promise<void> {
  const size = outputSize(request, source, short)
  const hue = `hue=h=${hueOf(request.taskUUID)}`
  const scaled = `${size.width}x${size.height}`
  const duration = source?.duration ?? rational(request.duration ?? 5)
  const frames = Math.round((duration.num / duration.den) * 24)
  const end = ['-frames:v', String(frames), ...encodingOf(request), '-y', out]
  if (!source) {
    const pattern = `testsrc2=size=${scaled}:rate=24,${hue}`
    await tool('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', pattern, ...end])
    return
  }
  const graph =
    mode(request) === 'reframe'
      ? reframeGraph(request, source, size)
      : `[0:v]fps=24,scale=${size.width}:${size.height},setsar=1${drift ? drifted(drift) : `,${hue}`}[v]`
  await tool('ffmpeg', [
    '-v',
    'error',
    '-i',
    source.path,
    '-filter_complex',
    graph,
    '-map',
    '[v]',
    ...end,
  ])
}

/** Late: without its first pictures, the last one held instead. In its source's colours but for the drift. */
function drifted({ late, gain, offset }: Drift): string {
  const moved =
    late >= 0
      ? `trim=start_frame=${late},setpts=PTS-STARTPTS,tpad=stop_mode=clone:stop=${late + 1}`
      : `tpad=start_mode=clone:start=${-late}`
  const tables = ['r', 'g', 'b'].map(
    (channel, i) => `${channel}='clip(val*${gain[i] ?? 1}+(${offset[i] ?? 0}),0,255)'`,
  )
  return `,${moved},format=gbrp,lutrgb=${tables.join(':')}`
}

/** The source's own pixels inside its rectangle, a plain field of the task's hue around it. */
function reframeGraph(
  request: VideoInferenceRequest,
  source: SourceFacts,
  size: { readonly width: number; readonly height: number },
): string {
  const position = request.settings?.sourcePosition
  const rect = position ? readSourcePosition(position).rect : centredFit(source, size)
  const [width, height] = [even(rect.width * size.width), even(rect.height * size.height)]
  const [x, y] = [Math.round(rect.x * size.width), Math.round(rect.y * size.height)]
  const field = `color=c=0x204060:size=${size.width}x${size.height}:rate=24,hue=h=${hueOf(request.taskUUID)}[field]`
  const placed = `[0:v]fps=24,scale=${width}:${height},setsar=1[source]`
  return `${field};${placed};[field][source]overlay=x=${x}:y=${y}:shortest=1[v]`
}
