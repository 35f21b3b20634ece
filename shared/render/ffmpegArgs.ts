/** The final argument lists, as the media engine hands them to ffmpeg. */
import type { Asset } from '../model/asset.ts'
import { formatRational } from '../time/rational.ts'
import { decimal } from './escape.ts'
import { type FilterGraph, filterGraph, type GraphInput, PICTURE, SOUND } from './filterGraph.ts'
import type { Preset } from './presets.ts'
import type { RenderPlan } from './renderPlan.ts'

export interface ArgsContext {
  /** The file behind an asset, absolute. */
  readonly fileOf: (asset: Asset) => string
  readonly fontFile?: string
}

const COLOR = [
  ...['-color_range', 'tv', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
  ...['-colorspace', 'bt709'],
]

/** One run: from the sources to the finished file. */
export function renderArgs(
  plan: RenderPlan,
  preset: Preset,
  out: string,
  context: ArgsContext,
): string[] {
  const graph = filterGraph(plan, {
    pixelFormat: preset.pixelFormat,
    sound: true,
    ...font(context),
  })
  return [
    ...inputArgs(graph, context),
    ...['-filter_complex', graph.graph, '-map', `[${PICTURE}]`, '-map', `[${SOUND}]`],
    ...['-fps_mode', 'passthrough', ...preset.videoArgs, ...COLOR, ...preset.audioArgs],
    ...['-map_metadata', '-1', ...preset.containerArgs, file(out)],
  ]
}

/** The first picture of a plan as a JPEG. */
export function stillArgs(plan: RenderPlan, out: string, context: ArgsContext): string[] {
  const graph = filterGraph(plan, { pixelFormat: 'yuvj420p', sound: false, ...font(context) })
  return [
    ...inputArgs(graph, context),
    ...['-filter_complex', graph.graph, '-map', `[${PICTURE}]`, '-frames:v', '1'],
    ...['-c:v', 'mjpeg', '-q:v', '4', '-f', 'image2', '-update', '1', file(out)],
  ]
}

/** The picture of a part of a long plan as raw frames on standard output. */
export function rawPictureArgs(plan: RenderPlan, preset: Preset, context: ArgsContext): string[] {
  const graph = filterGraph(plan, {
    pixelFormat: preset.pixelFormat,
    sound: false,
    ...font(context),
  })
  return [
    ...inputArgs(graph, context),
    ...['-filter_complex', graph.graph, '-map', `[${PICTURE}]`, '-fps_mode', 'passthrough'],
    ...['-c:v', 'rawvideo', '-f', 'rawvideo', 'pipe:1'],
  ]
}

/** The sound of a part of a long plan as raw 32-bit floats on standard output. */
export function rawSoundArgs(plan: RenderPlan, context: ArgsContext): string[] {
  const graph = filterGraph(plan, { sound: true })
  return [
    ...inputArgs(graph, context),
    ...['-filter_complex', graph.graph, '-map', `[${SOUND}]`],
    ...['-c:a', 'pcm_f32le', '-f', 'f32le', 'pipe:1'],
  ]
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

const font = ({ fontFile }: ArgsContext): { fontFile?: string } =>
  fontFile === undefined ? {} : { fontFile }

/** ffmpeg reads a name with a colon as a protocol: say that it is a file. */
const file = (path: string): string => `file:${path}`

/**
 * Timestamps stay as they are in the file (`-copyts`) and nothing is dropped after the seek (`-noaccurate_seek`): the
 * graph itself picks frames and samples, exactly. Only plain files are opened, and no name is taken for a pattern.
 */
const inputArgs = ({ inputs }: FilterGraph, { fileOf }: ArgsContext): string[] => [
  '-copyts',
  ...inputs.flatMap((input) => [...openArgs(input), '-i', file(fileOf(input.asset))]),
]

const openArgs = ({ asset, seek }: GraphInput): string[] => [
  ...['-protocol_whitelist', 'file'],
  ...(asset.info.container.endsWith('_pipe') ? ['-f', asset.info.container] : []),
  ...(seek
    ? ['-noaccurate_seek', '-seek_timestamp', '1', '-ss', decimal(seek.num / seek.den)]
    : []),
]
