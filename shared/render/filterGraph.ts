/** A render plan as ffmpeg's inputs and one filter graph. */
import type { Asset } from '../model/asset.ts'
import { formatRational, type Rational } from '../time/rational.ts'
import { earliestTime, seekTarget } from './frameSelection.ts'
import { mediaZero, pictureStream, soundStream } from './mediaZero.ts'
import { fillChain, type LayerContext, layerChain, padChain } from './pictureFilters.ts'
import { geometryOf } from './planGeometry.ts'
import type { PictureSegment, PlannedLayer, PlannedSound, RenderPlan } from './renderPlan.ts'
import { soundChain } from './soundFilters.ts'

export interface GraphInput {
  readonly asset: Asset
  /** Raw timestamp to seek to; undefined where the file is read from its beginning. */
  readonly seek: Rational | undefined
}

export interface FilterGraph {
  readonly inputs: readonly GraphInput[]
  readonly graph: string
}

export interface GraphOptions {
  /** What the encoder takes, e.g. `yuv420p`. Undefined: no picture. */
  readonly pixelFormat?: string
  readonly sound: boolean
  readonly fontFile?: string
}

/** The labels of the graph's ends. */
export const PICTURE = 'picture'
export const SOUND = 'sound'

export function filterGraph(plan: RenderPlan, options: GraphOptions): FilterGraph {
  const inputs: GraphInput[] = []
  const open = (input: GraphInput): number => inputs.push(input) - 1
  const picture = options.pixelFormat === undefined ? [] : pictureChains(plan, options, open)
  const sound = options.sound ? soundChains(plan, open) : []
  return { inputs, graph: [...picture, ...sound].join(';') }
}

type Open = (input: GraphInput) => number

const SEPARATE_RGB = 'scale=out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd'

function pictureChains(plan: RenderPlan, options: GraphOptions, open: Open): string[] {
  const chains: string[] = []
  const labels = plan.segments.map((segment, index) => {
    const label = plan.segments.length === 1 ? 'joined' : `s${index}`
    chains.push(...segmentChains(plan, segment, `s${index}`, label, options, open))
    return label
  })
  if (labels.length > 1) {
    const all = labels.map((label) => `[${label}]`).join('')
    chains.push(`${all}concat=n=${labels.length}:v=1:a=0[joined]`)
  }
  // `concat` counts in microseconds: number the frames anew on the exact rate.
  const renumber = `settb=1/${plan.rate.num},setpts=N*${plan.rate.den}`
  chains.push(
    `[joined]${renumber},setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709[${PICTURE}]`,
  )
  return chains
}

function segmentChains(
  plan: RenderPlan,
  segment: PictureSegment,
  name: string,
  label: string,
  options: GraphOptions,
  open: Open,
): string[] {
  const context: LayerContext = {
    ...{ width: plan.width, height: plan.height, rate: plan.rate },
    frameCount: segment.frameCount,
    ...(options.fontFile !== undefined && { fontFile: options.fontFile }),
  }
  const [only] = segment.layers
  const format = `format=${options.pixelFormat}`
  if (!only) return [`${black(context, format)}[${label}]`]
  if (segment.layers.length === 1) {
    const plain = isOpaqueFill(only, context) ? fillChain(only, context) : padChain(only, context)
    if (plain) {
      const converted = isSource(only) ? [] : [SEPARATE_RGB]
      const chain = [...plain, ...converted, format].join(',')
      return [`${source(only, open)}${chain}[${label}]`]
    }
  }
  return [
    ...stackChains(segment, context, name, open),
    `[${name}b]${SEPARATE_RGB},${format}[${label}]`,
  ]
}

/** Every layer over the ones below it, in RGB; the result is `[<name>b]`. */
function stackChains(
  segment: PictureSegment,
  context: LayerContext,
  name: string,
  open: Open,
): string[] {
  const [bottom] = segment.layers
  const isBase = bottom !== undefined && isOpaqueFill(bottom, context)
  const over = isBase ? segment.layers.slice(1) : segment.layers
  const base = isBase
    ? `${source(bottom, open)}${[...fillChain(bottom, context), 'format=gbrp'].join(',')}`
    : black(context, 'format=gbrp')
  const chains = [`${base}[${over.length === 0 ? `${name}b` : `${name}b0`}]`]
  over.forEach((layer, index) => {
    const chain = layerChain(layer, context, `${name}l${index}`)
    chains.push(`${source(layer, open)}${chain.filters.join(',')}[${name}l${index}]`)
    const result = index === over.length - 1 ? `${name}b` : `${name}b${index + 1}`
    const at = `x=${chain.at.x}:y=${chain.at.y}`
    chains.push(`[${name}b${index}][${name}l${index}]overlay=${at}:format=gbrp[${result}]`)
  })
  return chains
}

const black = ({ width, height, rate, frameCount }: LayerContext, format: string): string =>
  `color=c=black:s=${width}x${height}:r=${formatRational(rate)},trim=end_frame=${frameCount},${format}`

function isOpaqueFill(layer: PlannedLayer, canvas: { width: number; height: number }): boolean {
  const { content } = layer
  const isTransparent =
    (content.kind === 'video' || content.kind === 'still') &&
    pictureStream(content.asset.info)?.hasAlpha !== false
  return layer.opacity === 1 && !isTransparent && geometryOf(layer, canvas).kind === 'fill'
}

const isSource = ({ content }: PlannedLayer): boolean =>
  content.kind === 'video' || content.kind === 'still'

/** Opens what a layer reads and names its stream; nothing for a layer that is made inside the graph. */
function source({ content }: PlannedLayer, open: Open): string {
  if (content.kind !== 'video' && content.kind !== 'still') return ''
  const { asset } = content
  const seek =
    content.kind === 'video'
      ? seekTarget(asset.info.container, mediaZero(asset.info), earliestTime(content.frames))
      : undefined
  return `[${open({ asset, seek })}:${pictureStream(asset.info)?.index ?? 0}]`
}

function soundChains(plan: RenderPlan, open: Open): string[] {
  const { sampleRate, sampleCount } = plan
  const silence = `anullsrc=r=${sampleRate}:cl=stereo`
  const exact = [`apad=whole_len=${sampleCount}`, `atrim=end_sample=${sampleCount}`, 'asetpts=N']
  const heard = plan.sounds.flatMap((sound) => {
    const stream = soundStream(sound.asset.info)
    return stream ? [{ sound, stream }] : []
  })
  if (heard.length === 0) return [`${silence},atrim=end_sample=${sampleCount}[${SOUND}]`]
  const chains = heard.map(({ sound, stream }, index) => {
    const input = open({ asset: sound.asset, seek: soundSeek(sound) })
    const chain = soundChain(sound, stream, sampleRate).join(',')
    return `[${input}:${stream.index}]${chain}[a${index}]`
  })
  const labels = heard.map((_, index) => `[a${index}]`).join('')
  const mix =
    heard.length === 1
      ? []
      : [`amix=inputs=${heard.length}:duration=longest:dropout_transition=0:normalize=0`]
  return [...chains, `${labels}${[...mix, ...exact].join(',')}[${SOUND}]`]
}

const soundSeek = ({ asset, mediaStart }: PlannedSound): Rational | undefined =>
  seekTarget(asset.info.container, mediaZero(asset.info), mediaStart)
