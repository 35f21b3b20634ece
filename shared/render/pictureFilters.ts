/** The filters that bring one planned layer to its place. */
import { colorMatrix } from '../model/colorMatrix.ts'
import type { VideoStream } from '../model/mediaInfo.ts'
import { displaySize } from '../model/mediaInfo.ts'
import type { Rational } from '../time/rational.ts'
import { formatRational } from '../time/rational.ts'
import { withOptions } from './commands.ts'
import { type Curve, curveAt, expressionOf, isConstant, linesThrough } from './curve.ts'
import { expression } from './escape.ts'
import { type FrameSelection, holdTo, selectionFilters } from './frameSelection.ts'
import { type Box, cornersOf, geometryOf, largestSize } from './planGeometry.ts'
import type { PlannedLayer } from './renderPlan.ts'

export interface LayerContext {
  /** The canvas. */
  readonly width: number
  readonly height: number
  readonly rate: Rational
  readonly frameCount: number
  /** A new name for a filter that takes commands. */
  readonly name: () => string
}

/** Layers are blended in RGB, as the viewer's canvas does it. */
const RGB = 'format=gbrap'
/** Pixels of nothing round a moving picture, for its edge to blend into; the cubic kernel reaches two. */
const BORDER = 2
/** How far the corners of a moving picture may stray from where they are meant, pixels. */
const CORNER_TOLERANCE = 1 / 64
/** Less than a step of an 8-bit picture. */
export const LEVEL_TOLERANCE = 1 / 1024

/** How a layer's picture, at the size it is scaled to first, comes to its place: a filter chain, and where its result is laid. */
export interface Placing {
  /** What the content is scaled to, before effects. */
  readonly size: Size
  readonly filters: readonly string[]
  readonly at: { readonly x: number; readonly y: number }
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** The steps of an upright, opaque picture inside the canvas with black round it, such as halved chroma can follow. */
export function padding(
  layer: PlannedLayer,
  canvas: Size,
): { size: Size; filter: string } | undefined {
  const geometry = geometryOf(layer, canvas)
  if (geometry.kind !== 'box' || geometry.crop) return undefined
  const { x, y, width, height } = geometry.box
  const inside = x >= 0 && y >= 0 && x + width <= canvas.width && y + height <= canvas.height
  if (!inside || [x, y, width, height].some((side) => side % 2 !== 0)) return undefined
  return { size: { width, height }, filter: `pad=${canvas.width}:${canvas.height}:${x}:${y}` }
}

/** A layer to be laid over others, its opacity included. */
export function placing(
  layer: PlannedLayer,
  context: LayerContext,
  isTransparent: boolean,
): Placing {
  const geometry = geometryOf(layer, context)
  const { width, height } = context
  const opacity = opacityFilters(layer.opacity, context)
  if (geometry.kind !== 'moving') {
    const box = geometry.kind === 'box' ? geometry.box : { x: 0, y: 0, width, height }
    const crop = geometry.kind === 'box' ? geometry.crop : undefined
    return {
      size: { width: box.width, height: box.height },
      filters: [
        RGB,
        ...(crop ? [`crop=${crop.width}:${crop.height}:${crop.x}:${crop.y}:exact=1`] : []),
        ...opacity,
      ],
      at: { x: box.x + (crop?.x ?? 0), y: box.y + (crop?.y ?? 0) },
    }
  }
  const size = largestSize(layer)
  const frame = {
    x: -BORDER,
    y: -BORDER,
    width: Math.max(width, size.width + 2 * BORDER),
    height: Math.max(height, size.height + 2 * BORDER),
  }
  return {
    size,
    filters: [
      RGB,
      // Interpolated premultiplied, so that nothing outside bleeds into the edge. (`overlay` has a mode for
      // premultiplied layers, but it darkens RGB.)
      ...(isTransparent ? ['premultiply=inplace=1'] : []),
      ...cropFilters(layer, size),
      `pad=${frame.width}:${frame.height}:${BORDER}:${BORDER}:color=black@0`,
      perspective(layer, { ...size, frame }, context.frameCount),
      `crop=${width}:${height}:0:0:exact=1`,
      'unpremultiply=inplace=1',
      ...opacity,
    ],
    at: { x: 0, y: 0 },
  }
}

/** How much of a picture with alpha there is. */
export const opacityFilters = (opacity: Curve, context: LayerContext): string[] =>
  opacity === 1
    ? []
    : withOptions('colorchannelmixer', { aa: opacity }, { ...context, tolerance: LEVEL_TOLERANCE })

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

/** A medium as `frameCount` frames of `size` with square pixels, in whatever pixel format it comes. */
export function mediaFilters(
  stream: VideoStream,
  frames: FrameSelection | 'still',
  { rate, frameCount }: LayerContext,
  size: Size,
): string[] {
  const scale = [scaleTo(stream, size), 'setsar=1']
  if (frames === 'still') {
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
    ...selectionFilters(stream, frames, rate),
    ...scale,
  ]
}

/** One colour all over; nothing for black without opacity. */
export const plainFilters = (
  color: string,
  { rate, frameCount }: LayerContext,
  { width, height }: Size,
): string[] => [
  `color=c=${color}:s=${width}x${height}:r=${formatRational(rate)}`,
  `trim=end_frame=${frameCount}`,
]

function scaleTo(
  stream: VideoStream,
  { width, height }: { width: number; height: number },
): string {
  const shown = displaySize(stream)
  const isRgb = /^(rgb|bgr|gbr|argb|abgr|pal|gray|mono)/.test(stream.pixelFormat)
  // RGB is scaled by way of the same matrix there and back.
  const read = isRgb ? 'bt709' : colorMatrix(stream)
  const from = read === undefined ? [] : [`in_color_matrix=${read}`]
  const sameSize = shown.width === width && shown.height === height
  const flags = sameSize ? 'bicubic' : 'lanczos'
  return [
    `scale=${width}:${height}`,
    ...from,
    'out_color_matrix=bt709',
    'out_range=tv',
    `flags=${flags}+accurate_rnd+full_chroma_int${isRgb ? '+full_chroma_inp' : ''}`,
  ].join(':')
}
