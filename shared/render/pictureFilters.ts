/** One planned layer as a chain of ffmpeg filters. */
import type { VideoStream } from '../model/mediaInfo.ts'
import { displaySize } from '../model/mediaInfo.ts'
import type { Rational } from '../time/rational.ts'
import { formatRational } from '../time/rational.ts'
import { type Curve, curveAt, expressionOf, isConstant, linesThrough } from './curve.ts'
import { decimal, expression, optionValue } from './escape.ts'
import { holdTo, selectionFilters } from './frameSelection.ts'
import { pictureStream } from './mediaZero.ts'
import { type Box, cornersOf, geometryOf, largestSize } from './planGeometry.ts'
import type { PlannedLayer } from './renderPlan.ts'

export interface LayerContext {
  /** The canvas. */
  readonly width: number
  readonly height: number
  readonly rate: Rational
  readonly frameCount: number
  /** A font for the names on slates; without it they are plain cards. */
  readonly fontFile?: string
}

/** What a layer's chain gives: a whole canvas, or a picture to be laid over it at a place. */
export interface LayerChain {
  readonly filters: readonly string[]
  readonly at: { readonly x: number; readonly y: number }
}

/** Layers are blended in RGB, as the viewer's canvas does it. */
const RGB = 'format=gbrap'
/** Pixels of nothing round a moving picture, for its edge to blend into; the cubic kernel reaches two. */
const BORDER = 2
/** How far the corners of a moving picture may stray from where they are meant, pixels. */
const CORNER_TOLERANCE = 1 / 64
/** Less than a step of an 8-bit picture. */
const OPACITY_TOLERANCE = 1 / 1024

/** A layer that is the whole picture: scaled to the canvas, left in the source's own colour model. */
export const fillChain = (layer: PlannedLayer, context: LayerContext): string[] => [
  ...sourceFilters(layer, context, { width: context.width, height: context.height }),
]

/** An upright, opaque picture inside the canvas with black round it, in steps that halved chroma can follow. */
export function padChain(layer: PlannedLayer, context: LayerContext): string[] | undefined {
  const geometry = geometryOf(layer, context)
  if (geometry.kind !== 'box' || geometry.crop || layer.opacity !== 1 || isTransparent(layer))
    return undefined
  const { x, y, width, height } = geometry.box
  const inside = x >= 0 && y >= 0 && x + width <= context.width && y + height <= context.height
  if (!inside || [x, y, width, height].some((side) => side % 2 !== 0)) return undefined
  return [
    ...sourceFilters(layer, context, { width, height }),
    `pad=${context.width}:${context.height}:${x}:${y}`,
  ]
}

/** A layer to be laid over others. `name` is unique in the graph: commands are addressed by it. */
export function layerChain(layer: PlannedLayer, context: LayerContext, name: string): LayerChain {
  const geometry = geometryOf(layer, context)
  if (geometry.kind !== 'moving') {
    const box = geometry.kind === 'box' ? geometry.box : { x: 0, y: 0, ...canvasOf(context) }
    const crop = geometry.kind === 'box' ? geometry.crop : undefined
    return {
      filters: [
        ...sourceFilters(layer, context, box),
        RGB,
        ...(crop ? [`crop=${crop.width}:${crop.height}:${crop.x}:${crop.y}:exact=1`] : []),
        ...opacityFilters(layer, context, name),
      ],
      at: { x: box.x + (crop?.x ?? 0), y: box.y + (crop?.y ?? 0) },
    }
  }
  const size = largestSize(layer)
  const frame = {
    x: -BORDER,
    y: -BORDER,
    width: Math.max(context.width, size.width + 2 * BORDER),
    height: Math.max(context.height, size.height + 2 * BORDER),
  }
  return {
    filters: [
      ...sourceFilters(layer, context, size),
      RGB,
      // Interpolated premultiplied, so that nothing outside bleeds into the edge. (`overlay` has a mode for
      // premultiplied layers, but it darkens RGB.)
      ...(isTransparent(layer) ? ['premultiply=inplace=1'] : []),
      ...cropFilters(layer, size),
      `pad=${frame.width}:${frame.height}:${BORDER}:${BORDER}:color=black@0`,
      perspective(layer, { ...size, frame }, context.frameCount),
      `crop=${context.width}:${context.height}:0:0:exact=1`,
      'unpremultiply=inplace=1',
      ...opacityFilters(layer, context, name),
    ],
    at: { x: 0, y: 0 },
  }
}

const canvasOf = ({ width, height }: LayerContext): { width: number; height: number } => ({
  width,
  height,
})

function perspective(
  layer: PlannedLayer,
  drawn: { width: number; height: number; frame: Box },
  count: number,
): string {
  const names = ['x0', 'y0', 'x1', 'y1', 'x2', 'y2', 'x3', 'y3']
  const corners = cornersOf(layer, drawn, count).map(
    // `on` is 1 on the first frame.
    (curve, index) =>
      `${names[index]}=${expression(expressionOf(linesThrough(curve, CORNER_TOLERANCE), '(on-1)'))}`,
  )
  return `perspective=${corners.join(':')}:sense=destination:eval=frame:interpolation=cubic`
}

/** Whole pixels of the picture; sides that move are cut by `planCrop`'s mask instead. */
function cropFilters(layer: PlannedLayer, size: { width: number; height: number }): string[] {
  const side = (curve: Curve, pixels: number): number => Math.round(curveAt(curve, 0) * pixels)
  const sides = [layer.cropLeft, layer.cropTop, layer.cropRight, layer.cropBottom]
  if (sides.every((curve) => curve === 0)) return []
  if (!sides.every(isConstant)) return [movingCrop(layer, size)]
  const [left, top] = [side(layer.cropLeft, size.width), side(layer.cropTop, size.height)]
  const width = Math.max(1, size.width - left - side(layer.cropRight, size.width))
  const height = Math.max(1, size.height - top - side(layer.cropBottom, size.height))
  return [
    `crop=${width}:${height}:${left}:${top}:exact=1`,
    `pad=${size.width}:${size.height}:${left}:${top}:color=black@0`,
  ]
}

/** Sides that move: pixels outside are made nothing, in all four planes. Slow, and rarely asked for. */
function movingCrop(layer: PlannedLayer, size: { width: number; height: number }): string {
  const edge = (curve: Curve, pixels: number): string =>
    expressionOf(
      linesThrough(
        typeof curve === 'number' ? curve * pixels : curve.map((value) => value * pixels),
        0.25,
      ),
      'N',
    )
  const inside = [
    `gte(X+0.5,${edge(layer.cropLeft, size.width)})`,
    `gte(Y+0.5,${edge(layer.cropTop, size.height)})`,
    `lte(X+0.5,W-(${edge(layer.cropRight, size.width)}))`,
    `lte(Y+0.5,H-(${edge(layer.cropBottom, size.height)}))`,
  ].join('*')
  const plane = (letter: string): string => expression(`${letter}(X,Y)*${inside}`)
  return `geq=r=${plane('r')}:g=${plane('g')}:b=${plane('b')}:a=${plane('alpha')}`
}

function opacityFilters({ opacity }: PlannedLayer, { rate }: LayerContext, name: string): string[] {
  if (isConstant(opacity)) return opacity === 1 ? [] : [`colorchannelmixer=aa=${decimal(opacity)}`]
  const target = `colorchannelmixer@${name}`
  // Half a frame early, so that rounding cannot make a value a frame late.
  const seconds = (frame: number): string => decimal(((frame - 0.5) * rate.den) / rate.num)
  const commands = linesThrough(opacity, OPACITY_TOLERANCE).map((line) => {
    const value = expressionOf([line], `(T*${formatRational(rate)})`)
    return `${seconds(Math.max(0.5, line.start))}-${seconds(line.end)} [expr] ${target} aa ${value}`
  })
  return [
    `sendcmd=c=${expression(commands.join(';'))}`,
    `${target}=aa=${decimal(curveAt(opacity, 0))}`,
  ]
}

/** The content as `frameCount` frames of `size` with square pixels, in whatever pixel format it comes. */
function sourceFilters(
  layer: PlannedLayer,
  { rate, frameCount, fontFile }: LayerContext,
  size: { width: number; height: number },
): string[] {
  const { content } = layer
  const { width, height } = size
  if (content.kind === 'solid' || content.kind === 'slate') {
    const color = content.kind === 'solid' ? `0x${content.color.slice(1)}` : SLATE
    return [
      `color=c=${color}:s=${width}x${height}:r=${formatRational(rate)}`,
      `trim=end_frame=${frameCount}`,
      'format=gbrp',
      ...(content.kind === 'slate' && fontFile !== undefined
        ? [
            `drawtext=fontfile=${optionValue(fontFile)}:text=${optionValue(content.name)}:expansion=none:fontcolor=0xd8dee9:fontsize=h/14:x=(w-tw)/2:y=(h-th)/2`,
          ]
        : []),
    ]
  }
  const stream = pictureStream(content.asset.info)
  if (!stream) return []
  const scale = [scaleTo(stream, size), 'setsar=1']
  if (content.kind === 'still') {
    return [
      // A copy after it, or `fps` would drop the only frame.
      'trim=end_frame=1',
      'setpts=0',
      ...scale,
      'tpad=stop=1:stop_mode=clone',
      `fps=fps=${formatRational(rate)}:start_time=0`,
      ...holdTo(frameCount),
    ]
  }
  const deinterlace = stream.fieldOrder === 'tff' || stream.fieldOrder === 'bff'
  return [
    ...(deinterlace ? [`bwdif=mode=send_frame:parity=${stream.fieldOrder}`] : []),
    ...selectionFilters(stream, content.frames, rate),
    ...scale,
  ]
}

const SLATE = '0x1d2733'

/** High-definition video without a tag is BT.709 and smaller video BT.601, as players take it. */
function scaleTo(
  stream: VideoStream,
  { width, height }: { width: number; height: number },
): string {
  const shown = displaySize(stream)
  const isRgb = /^(rgb|bgr|gbr|argb|abgr|pal|gray|mono)/.test(stream.pixelFormat)
  const matrix = stream.color.matrix ?? (stream.height > 576 ? 'bt709' : 'bt601')
  const known = /^(bt709|bt470bg|smpte170m|smpte240m|bt2020nc|bt2020c|fcc|bt601)$/.test(matrix)
  const from = isRgb || !known ? [] : [`in_color_matrix=${SWS_MATRIX[matrix] ?? matrix}`]
  const sameSize = shown.width === width && shown.height === height
  const flags = sameSize ? 'bicubic' : 'lanczos'
  return [
    `scale=${width}:${height}`,
    ...from,
    'out_color_matrix=bt709',
    'out_range=tv',
    `flags=${flags}+accurate_rnd+full_chroma_int`,
  ].join(':')
}

const SWS_MATRIX: Readonly<Record<string, string>> = {
  bt2020nc: 'bt2020',
  bt2020c: 'bt2020',
  bt470bg: 'bt601',
  smpte170m: 'bt601',
}

const isTransparent = (layer: PlannedLayer): boolean => {
  const { content } = layer
  if (content.kind !== 'video' && content.kind !== 'still') return false
  return pictureStream(content.asset.info)?.hasAlpha ?? false
}
