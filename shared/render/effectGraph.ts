/** Effects as filters, one after the other, as docs/painting.md states them. */
import type { ColorEffect } from './colorTable.ts'
import { withOptions } from './commands.ts'
import { type Curve, curveAt, isConstant } from './curve.ts'
import { decimal, expression } from './escape.ts'
import type { GraphWriter, Label } from './graphWriter.ts'
import { parseColor } from './parseColor.ts'
import { type LayerContext, LEVEL_TOLERANCE, type Size } from './pictureFilters.ts'
import { WHITE_16 } from './plateFrames.ts'
import type { TableOutput } from './plates.ts'
import type { PlannedEffect } from './renderPlan.ts'

/** A chain that is still being written. */
export interface Stream {
  readonly from: readonly Label[]
  readonly filters: readonly string[]
}

/** A stream of RGB; with an alpha plane where it can be transparent. */
export interface Painted {
  readonly stream: Stream
  readonly isTransparent: boolean
}

export const RGB = 'format=gbrp'
export const RGBA = 'format=gbrap'

export const through = ({ from, filters }: Stream, ...more: readonly string[]): Stream => ({
  from,
  filters: [...filters, ...more],
})

/** Writes the stream down, so that it can be read more than once or beside another one. */
export const label = (writer: GraphWriter, { from, filters }: Stream): Label => {
  const [only] = from
  return filters.length === 0 && only !== undefined && from.length === 1
    ? only
    : writer.chain(from, filters)
}

export const halves = (writer: GraphWriter, stream: Stream): readonly [Stream, Stream] => {
  const [one, other] = writer.split(label(writer, stream))
  return [
    { from: [one], filters: [] },
    { from: [other], filters: [] },
  ]
}

/** `size`: that of the picture, pixels. */
export const withEffects = (
  writer: GraphWriter,
  painted: Painted,
  effects: readonly PlannedEffect[],
  size: Size,
  context: LayerContext,
): Painted =>
  effects.reduce((now, effect) => withEffect(writer, now, effect, size, context), painted)

function withEffect(
  writer: GraphWriter,
  painted: Painted,
  effect: PlannedEffect,
  size: Size,
  context: LayerContext,
): Painted {
  const { stream, isTransparent } = painted
  switch (effect.kind) {
    case 'color':
      return withTable(writer, painted, effect.steps, context)
    case 'blur': {
      const filters = blurFilters(effect.radius, isTransparent, size, context)
      return { stream: through(stream, ...filters), isTransparent }
    }
    case 'sharpen':
      return { stream: sharpened(writer, painted, effect, size, context), isTransparent }
    case 'vignette':
      return { stream: vignetted(writer, painted, effect, size, context), isTransparent }
    case 'tint':
      return {
        stream: through(stream, ...tintFilters(effect, isTransparent, context)),
        isTransparent,
      }
  }
}

type Steps = readonly (readonly ColorEffect[])[]

function withTable(
  writer: GraphWriter,
  { stream, isTransparent }: Painted,
  steps: Steps,
  context: LayerContext,
): Painted {
  const takesAway = steps.some((effects) => effects.some(({ kind }) => kind === 'key'))
  if (!isTransparent && !takesAway) {
    return { stream: read(writer, stream, steps, 'color', context), isTransparent }
  }
  const [color, shape] = halves(writer, stream)
  const changed = through(read(writer, through(color, RGB), steps, 'color', context), RGBA)
  const grey = (from: Stream): Stream =>
    through(read(writer, through(from, RGB), steps, 'alpha', context), 'extractplanes=g')
  const own = (from: Stream): Stream => through(from, 'alphaextract')
  const alpha = !takesAway
    ? own(shape)
    : isTransparent
      ? product(writer, ...both(halves(writer, shape), own, grey))
      : grey(shape)
  return { stream: withAlpha(writer, changed, alpha), isTransparent: true }
}

const both = (
  [one, other]: readonly [Stream, Stream],
  first: (stream: Stream) => Stream,
  second: (stream: Stream) => Stream,
): [Stream, Stream] => [first(one), second(other)]

const product = (writer: GraphWriter, one: Stream, other: Stream): Stream => ({
  from: [label(writer, one), label(writer, other)],
  filters: [`lut2=c0=${clipped(MULTIPLIED)}`],
})

/** `color` has an alpha plane, which `alpha` (grey) takes the place of. */
export const withAlpha = (writer: GraphWriter, color: Stream, alpha: Stream): Stream => ({
  from: [label(writer, color), label(writer, alpha)],
  filters: ['alphamerge'],
})

/** Opaque colours through their table: a .cube where nothing changes, else a Hald image a frame. */
function read(
  writer: GraphWriter,
  stream: Stream,
  steps: Steps,
  output: TableOutput,
  { rate }: LayerContext,
): Stream {
  const [effects = []] = steps
  if (steps.length === 1) {
    const file = writer.file({ kind: 'cube', output, effects })
    return through(stream, `lut3d=file=${file}:interp=trilinear`)
  }
  const white = decimal(65535 / WHITE_16)
  const wide = through(
    stream,
    'format=rgb48le',
    `colorchannelmixer=rr=${white}:gg=${white}:bb=${white}`,
  )
  const table = writer.plate({ kind: 'table', output, steps }, rate)
  return {
    from: [label(writer, wide), table],
    filters: ['haldclut=interp=trilinear', 'format=rgb48le', RGB],
  }
}

/** Below this a Gaussian changes nothing; ffmpeg divides by it. */
const LEAST_SIGMA = 0.05
const MOST_SIGMA = 1024
/** Pixels. */
const SIGMA_TOLERANCE = 1 / 64

/** The picture's edge is carried on as far as the Gaussian reaches. */
function blurFilters(
  radius: Curve,
  isTransparent: boolean,
  size: Size,
  context: LayerContext,
): string[] {
  const toSigma = (value: number): number =>
    Math.min(MOST_SIGMA, Math.max(LEAST_SIGMA, (value * size.height) / 2))
  const sigma = typeof radius === 'number' ? toSigma(radius) : radius.map(toSigma)
  const largest = typeof sigma === 'number' ? sigma : Math.max(...sigma)
  if (largest <= LEAST_SIGMA) return []
  const reach = Math.ceil(3 * largest) + 1
  const { width, height } = size
  return [
    ...(isTransparent ? ['premultiply=inplace=1'] : []),
    `pad=${width + 2 * reach}:${height + 2 * reach}:${reach}:${reach}`,
    `fillborders=${reach}:${reach}:${reach}:${reach}:mode=smear`,
    ...withOptions(
      'gblur',
      { sigma, sigmaV: sigma },
      // Six steps come close to the bell.
      { ...context, tolerance: SIGMA_TOLERANCE, fixed: 'steps=6' },
    ),
    `crop=${width}:${height}:${reach}:${reach}:exact=1`,
    ...(isTransparent ? ['unpremultiply=inplace=1'] : []),
  ]
}

function sharpened(
  writer: GraphWriter,
  { stream, isTransparent }: Painted,
  { amount, radius }: Extract<PlannedEffect, { kind: 'sharpen' }>,
  size: Size,
  context: LayerContext,
): Stream {
  const soft = blurFilters(radius, isTransparent, size, context)
  if (soft.length === 0) return stream
  const [sharp, blurred] = halves(writer, stream)
  if (isConstant(amount)) {
    const from = [label(writer, sharp), label(writer, through(blurred, ...soft))]
    return { from, filters: [lookedUp(`x+${decimal(amount)}*(x-y)+0.5`)] }
  }
  const weights = (value: number): string => `${decimal(1 + value)}|${decimal(-value)}`
  const name = context.name()
  const { num, den } = context.rate
  const commands = amount.map(
    (value, frame) =>
      `${decimal(((frame - 0.5) * den) / num)} mix@${name} weights ${weights(value)}`,
  )
  const mixed = (one: Stream, other: Stream): Stream => ({
    from: [
      label(writer, through(one, RGB, `sendcmd=c=${expression(commands.slice(1).join(';'))}`)),
      label(writer, through(other, ...soft, RGB)),
    ],
    filters: [`mix@${name}=inputs=2:weights=${expression(weights(curveAt(amount, 0)))}`],
  })
  if (!isTransparent) return mixed(sharp, blurred)
  const [color, shape] = halves(writer, sharp)
  return withAlpha(writer, through(mixed(color, blurred), RGBA), through(shape, 'alphaextract'))
}

function vignetted(
  writer: GraphWriter,
  { stream, isTransparent }: Painted,
  { amount, size: radius, softness }: Extract<PlannedEffect, { kind: 'vignette' }>,
  { width, height }: Size,
  { rate, frameCount }: LayerContext,
): Stream {
  const count = [amount, radius, softness].every(isConstant) ? 1 : frameCount
  const steps = Array.from({ length: count }, (_, frame) => ({
    amount: Math.abs(curveAt(amount, frame)),
    size: curveAt(radius, frame),
    softness: curveAt(softness, frame),
  }))
  const plate = writer.plate({ kind: 'vignette', width, height, steps }, rate)
  const darkens = curveAt(amount, 0) > 0
  return {
    from: [label(writer, stream), spread(writer, plate, isTransparent)],
    filters: [lookedUp(darkens ? MULTIPLIED : '255-(255-x)*y/255+0.5')],
  }
}

export const MULTIPLIED = 'x*y/255+0.5'

/** A function of two pictures' values, 0..255, for each colour; the first one's alpha stays. */
export const lookedUp = (value: string): string =>
  `lut2=${['c0', 'c1', 'c2'].map((plane) => `${plane}=${clipped(value)}`).join(':')}`

/** The filter does not do it: what falls below black would come out white. */
export const clipped = (value: string): string => expression(`clip(${value},0,255)`)

/** A grey plate on all planes of a picture. */
export const spread = (writer: GraphWriter, plate: Label, isTransparent: boolean): Label =>
  writer.chain(
    [plate],
    [isTransparent ? 'mergeplanes=0x00000000:gbrap' : 'mergeplanes=0x000000:gbrp'],
  )

function tintFilters(
  { color, amount }: Extract<PlannedEffect, { kind: 'tint' }>,
  isTransparent: boolean,
  context: LayerContext,
): string[] {
  const [red, green, blue] = parseColor(color)
  const times = (change: (value: number) => number): Curve =>
    typeof amount === 'number' ? change(amount) : amount.map(change)
  const kept = times((value) => 1 - value)
  return [
    RGBA,
    ...(isTransparent ? ['premultiply=inplace=1'] : []),
    ...withOptions(
      'colorchannelmixer',
      {
        ...{ rr: kept, gg: kept, bb: kept },
        ra: times((value) => value * red),
        ga: times((value) => value * green),
        ba: times((value) => value * blue),
      },
      { ...context, tolerance: LEVEL_TOLERANCE },
    ),
    isTransparent ? 'unpremultiply=inplace=1' : RGB,
  ]
}
