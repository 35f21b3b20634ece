/** A render plan as ffmpeg's inputs and one filter graph. */
import type { Rational } from '../time/rational.ts'
import { label, type Stream, through } from './effectGraph.ts'
import { seekTarget } from './frameSelection.ts'
import { createGraphWriter, type GraphInput, type GraphWriter } from './graphWriter.ts'
import { mediaZero, soundStream } from './mediaZero.ts'
import { type LayerContext, padding, plainFilters } from './pictureFilters.ts'
import { drawn, hides, isTransparent, source } from './pictureGraph.ts'
import type { PlateFile } from './plates.ts'
import type { PictureSegment, PlannedLayer, PlannedSound, RenderPlan } from './renderPlan.ts'
import { soundChain } from './soundFilters.ts'

export interface FilterGraph {
  readonly inputs: readonly GraphInput[]
  /** What must lie in the folder of plates. */
  readonly plates: readonly PlateFile[]
  readonly graph: string
  /** Names of ffmpeg's filters that must be there. */
  readonly filters: ReadonlySet<string>
}

export interface GraphOptions {
  /** What the encoder takes, e.g. `yuv420p`. Undefined: no picture. */
  readonly pixelFormat?: string
  readonly sound: boolean
  /** The folder of plates, absolute. */
  readonly folder: string
}

/** The labels of the graph's ends. */
export const PICTURE = 'picture'
export const SOUND = 'sound'

export function filterGraph(plan: RenderPlan, options: GraphOptions): FilterGraph {
  const { writer, written } = createGraphWriter(options.folder.replaceAll('\\', '/'))
  if (options.pixelFormat !== undefined) writePicture(plan, options.pixelFormat, writer)
  if (options.sound) writeSound(plan, writer)
  const { inputs, plates, filters, chains } = written
  return { inputs, plates, filters, graph: chains.join(';') }
}

const SEPARATE_RGB = 'scale=out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd'

function writePicture(plan: RenderPlan, pixelFormat: string, writer: GraphWriter): void {
  const labels = plan.segments.map((segment) => writeSegment(plan, segment, pixelFormat, writer))
  const [only = ''] = labels
  const joined =
    labels.length === 1 ? only : writer.chain(labels, [`concat=n=${labels.length}:v=1:a=0`])
  writer.chain(
    [joined],
    [
      // `concat` counts in microseconds: number the frames anew on the exact rate.
      `settb=1/${plan.rate.num}`,
      `setpts=N*${plan.rate.den}`,
      'setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709',
    ],
    PICTURE,
  )
}

function writeSegment(
  plan: RenderPlan,
  segment: PictureSegment,
  pixelFormat: string,
  writer: GraphWriter,
): string {
  const { width, height, rate } = plan
  const context = { width, height, rate, frameCount: segment.frameCount, name: writer.name }
  const format = `format=${pixelFormat}`
  const [only, ...others] = segment.nodes
  if (!only) return writer.chain([], [...plainFilters('black', context, plan), format])
  if (others.length === 0 && only.kind === 'layer' && only.effects.length === 0) {
    const plain = writePlain(only, context, writer)
    if (plain) {
      const converted = isSource(only) ? [] : [SEPARATE_RGB]
      return label(writer, through(plain, ...converted, format))
    }
  }
  const { stream } = drawn(writer, segment.nodes, context, false)
  return label(writer, through(stream, SEPARATE_RGB, format))
}

/** A picture alone, upright and opaque, stays in its own colour model. */
function writePlain(
  layer: PlannedLayer,
  context: LayerContext,
  writer: GraphWriter,
): Stream | undefined {
  if (hides(layer, context)) return source(writer, layer.content, context, context).stream
  if (layer.opacity !== 1 || layer.blendMode !== 'normal' || isTransparent(layer)) return undefined
  const pad = padding(layer, context)
  return pad && through(source(writer, layer.content, context, pad.size).stream, pad.filter)
}

const isSource = ({ content }: PlannedLayer): boolean =>
  content.kind === 'video' || content.kind === 'still'

function writeSound(plan: RenderPlan, writer: GraphWriter): void {
  const { sampleRate, sampleCount } = plan
  const silence = `anullsrc=r=${sampleRate}:cl=stereo`
  const exact = [`apad=whole_len=${sampleCount}`, `atrim=end_sample=${sampleCount}`, 'asetpts=N']
  const heard = plan.sounds.flatMap((sound) => {
    const stream = soundStream(sound.asset.info)
    if (!stream) return []
    const input = writer.open({ kind: 'media', asset: sound.asset, seek: soundSeek(sound) })
    const chain = soundChain(sound, stream, sampleRate)
    return [writer.chain([`${input}:${stream.index}`], chain)]
  })
  if (heard.length === 0) {
    writer.chain([], [silence, `atrim=end_sample=${sampleCount}`], SOUND)
    return
  }
  const mix =
    heard.length === 1
      ? []
      : [`amix=inputs=${heard.length}:duration=longest:dropout_transition=0:normalize=0`]
  writer.chain(heard, [...mix, ...exact], SOUND)
}

const soundSeek = ({ asset, mediaStart }: PlannedSound): Rational | undefined =>
  seekTarget(asset.info.container, mediaZero(asset.info), mediaStart)
