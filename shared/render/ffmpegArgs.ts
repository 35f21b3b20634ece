/** The final argument lists, as the media engine hands them to ffmpeg, and what must be there for them. */
import type { Asset } from '../model/asset.ts'
import { sequencePattern } from '../model/imageSequence.ts'
import { formatRational } from '../time/rational.ts'
import { decimal } from './escape.ts'
import { type FilterGraph, filterGraph, type GraphOptions, PICTURE, SOUND } from './filterGraph.ts'
import type { GraphInput, MediaInput, PlateInput } from './graphWriter.ts'
import { type PlateFile, rawFormat } from './plates.ts'
import type { Preset } from './presets.ts'
import type { RenderPlan } from './renderPlan.ts'

export interface ArgsContext {
  /** The file behind an asset, absolute. */
  readonly fileOf: (asset: Asset) => string
  /** Where the plates of the run lie, absolute. */
  readonly folder: string
}

/** One run of ffmpeg. */
export interface FfmpegRun {
  readonly args: readonly string[]
  /** What must lie in the folder before. */
  readonly plates: readonly PlateFile[]
}

const COLOR = [
  ...['-color_range', 'tv', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
  ...['-colorspace', 'bt709'],
]

/** One run: from the sources to the finished file. */
export const renderArgs = (
  plan: RenderPlan,
  preset: Preset,
  out: string,
  context: ArgsContext,
): FfmpegRun =>
  run(plan, { pixelFormat: preset.pixelFormat, sound: true }, context, [
    ...['-map', `[${PICTURE}]`, '-map', `[${SOUND}]`],
    ...['-fps_mode', 'passthrough', ...preset.videoArgs, ...COLOR, ...preset.audioArgs],
    ...['-map_metadata', '-1', ...preset.containerArgs, file(out)],
  ])

/** The first picture of a plan as a JPEG. */
export const stillArgs = (plan: RenderPlan, out: string, context: ArgsContext): FfmpegRun =>
  run(plan, { pixelFormat: 'yuvj420p', sound: false }, context, [
    ...['-map', `[${PICTURE}]`, '-frames:v', '1'],
    ...['-c:v', 'mjpeg', '-q:v', '4', '-f', 'image2', '-update', '1', file(out)],
  ])

/** The first picture of a plan as a PNG, with all of its colour. */
export function pngArgs(plan: RenderPlan, out: string, context: ArgsContext): FfmpegRun {
  const options = { pixelFormat: 'yuv444p', sound: false, folder: context.folder }
  const { graph, ...more } = filterGraph(plan, options)
  const toRgb = 'scale=in_color_matrix=bt709:in_range=tv:out_range=pc:flags=accurate_rnd'
  return {
    args: [
      ...inputArgs({ graph, ...more }, context),
      ...['-filter_complex', `${graph};[${PICTURE}]${toRgb},format=rgb24[png]`, '-map', '[png]'],
      ...['-frames:v', '1', '-c:v', 'png', '-f', 'image2', '-update', '1', file(out)],
    ],
    plates: more.plates,
  }
}

/** The picture of a part of a long plan as raw frames on standard output. */
export const rawPictureArgs = (
  plan: RenderPlan,
  preset: Pick<Preset, 'pixelFormat'>,
  context: ArgsContext,
): FfmpegRun =>
  run(plan, { pixelFormat: preset.pixelFormat, sound: false }, context, [
    ...['-map', `[${PICTURE}]`, '-fps_mode', 'passthrough'],
    ...['-c:v', 'rawvideo', '-f', 'rawvideo', 'pipe:1'],
  ])

/** The sound of a part of a long plan as raw 32-bit floats on standard output. */
export const rawSoundArgs = (plan: RenderPlan, context: ArgsContext): FfmpegRun =>
  run(plan, { sound: true }, context, [
    ...['-map', `[${SOUND}]`, '-c:a', 'pcm_f32le', '-f', 'f32le', 'pipe:1'],
  ])

function run(
  plan: RenderPlan,
  options: Omit<GraphOptions, 'folder'>,
  context: ArgsContext,
  output: readonly string[],
): FfmpegRun {
  const graph = filterGraph(plan, { ...options, folder: context.folder })
  return {
    args: [...inputArgs(graph, context), '-filter_complex', graph.graph, ...output],
    plates: graph.plates,
  }
}

/** Encodes raw frames from standard input and raw sound from `sound`, as the two above write them. */
export function encodeRawArgs(
  plan: RenderPlan,
  preset: Preset,
  sound: string,
  out: string,
): string[] {
  return [
    ...['-f', 'rawvideo', '-pix_fmt', preset.pixelFormat, '-s', `${plan.width}x${plan.height}`],
    ...['-framerate', formatRational(plan.rate), '-i', 'pipe:0'],
    ...['-f', 'f32le', '-ar', `${plan.sampleRate}`, '-ac', '2', '-i', file(sound)],
    ...['-map', '0:v', '-map', '1:a', '-fps_mode', 'passthrough', ...preset.videoArgs, ...COLOR],
    ...[...preset.audioArgs, '-map_metadata', '-1', ...preset.containerArgs, file(out)],
  ]
}

/** ffmpeg reads a name with a colon as a protocol: say that it is a file. */
const file = (path: string): string => `file:${path}`

/**
 * Timestamps stay as they are in the file (`-copyts`) and nothing is dropped after the seek (`-noaccurate_seek`): the
 * graph itself picks frames and samples, exactly. Only plain files are opened, and no name is taken for a pattern.
 */
const inputArgs = ({ inputs }: FilterGraph, context: ArgsContext): string[] => [
  '-copyts',
  ...inputs.flatMap((input) => [
    ...['-protocol_whitelist', 'file'],
    ...(input.kind === 'media' ? openMedia(input, context) : openPlate(input)),
    ...['-i', file(pathOf(input, context))],
  ]),
]

function pathOf(input: GraphInput, { fileOf, folder }: ArgsContext): string {
  if (input.kind === 'plate') return `${folder}/${input.name}`
  const path = fileOf(input.asset)
  return input.asset.info.sequence ? sequencePattern(path).path : path
}

/** As what it came in, or not at all: whatever lies there now, a playlist in its place is not followed. */
const openMedia = ({ asset, seek }: MediaInput, { fileOf }: ArgsContext): string[] => [
  ...['-format_whitelist', asset.info.container],
  ...(asset.info.container.endsWith('_pipe') ? ['-f', asset.info.container] : []),
  ...openSequence(asset, fileOf),
  ...(seek
    ? ['-noaccurate_seek', '-seek_timestamp', '1', '-ss', decimal(seek.num / seek.den)]
    : []),
]

function openSequence(asset: Asset, fileOf: ArgsContext['fileOf']): string[] {
  const { sequence, video } = asset.info
  const [picture] = video
  if (!sequence || !picture) return []
  const { start } = sequencePattern(fileOf(asset))
  return [
    ...['-f', 'image2', '-pattern_type', 'sequence', '-start_number', String(start)],
    ...['-framerate', formatRational(picture.rate)],
  ]
}

function openPlate({ plate, rate }: PlateInput): string[] {
  const { format, width, height } = rawFormat(plate)
  return [
    ...['-f', 'rawvideo', '-pixel_format', format, '-video_size', `${width}x${height}`],
    ...['-framerate', formatRational(rate)],
  ]
}
