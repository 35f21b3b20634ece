/** Laying one picture over another: opacity, blend modes, transitions. Straight alpha, 8 bits. */
import type { BlendMode } from '../model/effect.ts'
import { withOptions } from './commands.ts'
import { type Curve, curveAt } from './curve.ts'
import {
  clipped,
  halves,
  label,
  lookedUp,
  MULTIPLIED,
  type Painted,
  RGB,
  RGBA,
  type Stream,
  spread,
  through,
  withAlpha,
} from './effectGraph.ts'
import type { GraphWriter } from './graphWriter.ts'
import {
  type LayerContext,
  LEVEL_TOLERANCE,
  opacityFilters,
  plainFilters,
} from './pictureFilters.ts'
import type { PlannedTransition } from './renderPlan.ts'

/** A picture with an alpha plane, to be laid at a place of the canvas. */
export interface Sheet {
  readonly stream: Stream
  readonly at: { readonly x: number; readonly y: number }
}

/** `below` is as large as the canvas; so is the answer, and it is transparent where `below` may be. */
export function laidOver(
  writer: GraphWriter,
  below: Painted,
  sheet: Sheet,
  blendMode: BlendMode,
  context: LayerContext,
): Painted {
  if (blendMode === 'normal') return { ...below, stream: overlaid(writer, below.stream, sheet) }
  const whole = blank(context, true)
  const above = overlaid(writer, whole, sheet)
  if (blendMode === 'add') return added(writer, below, above)
  const [base, backdrop] = halves(writer, below.stream)
  const [source, shape] = halves(writer, above)
  if (!below.isTransparent) {
    const blended = mixed(writer, backdrop, source, blendMode)
    return { ...below, stream: overlaid(writer, base, inShape(writer, blended, shape)) }
  }
  // Where there is less of a backdrop, the source keeps more of its own colour.
  const [color, own] = halves(writer, source)
  const [under, alpha] = halves(writer, backdrop)
  const blended = withAlpha(
    writer,
    through(mixed(writer, under, color, blendMode), RGBA),
    through(alpha, 'alphaextract'),
  )
  const composed = overlaid(writer, through(own, RGB), { stream: blended, at: { x: 0, y: 0 } })
  return { ...below, stream: overlaid(writer, base, inShape(writer, composed, shape)) }
}

const overlaid = (writer: GraphWriter, below: Stream, { stream, at }: Sheet): Stream => ({
  from: [label(writer, below), label(writer, stream)],
  filters: [`overlay=x=${at.x}:y=${at.y}:format=gbrp`],
})

/** Opaque colours with another picture's alpha. */
const inShape = (writer: GraphWriter, color: Stream, shape: Stream): Sheet => ({
  stream: withAlpha(writer, through(color, RGBA), through(shape, 'alphaextract')),
  at: { x: 0, y: 0 },
})

/** A canvas with nothing on it. */
export const blank = (context: LayerContext, isTransparent: boolean): Stream => ({
  from: [],
  filters: [
    ...plainFilters(isTransparent ? 'black@0' : 'black', context, context),
    isTransparent ? RGBA : RGB,
  ],
})

/** Plus-lighter. */
function added(writer: GraphWriter, below: Painted, above: Stream): Painted {
  const light = through(above, 'premultiply=inplace=1')
  if (!below.isTransparent) {
    const from = [label(writer, below.stream), label(writer, through(light, RGB))]
    return { ...below, stream: { from, filters: ['blend=all_mode=addition'] } }
  }
  const from = [label(writer, through(below.stream, 'premultiply=inplace=1')), label(writer, light)]
  return {
    ...below,
    stream: { from, filters: ['blend=all_mode=addition', 'unpremultiply=inplace=1'] },
  }
}

const mixed = (
  writer: GraphWriter,
  backdrop: Stream,
  source: Stream,
  mode: keyof typeof FORMULAS,
): Stream => ({
  from: [label(writer, through(backdrop, RGB)), label(writer, through(source, RGB))],
  filters: [lookedUp(`255*(${FORMULAS[mode]})+0.5`)],
})

/** Backdrop and source, 0..1. */
const B = '(x/255)'
const S = '(y/255)'
/** What soft light brightens towards. */
const LIT = `if(lte(${B},0.25),((16*${B}-12)*${B}+4)*${B},sqrt(${B}))`

/** W3C's B(Cb, Cs). */
const FORMULAS = {
  multiply: `${B}*${S}`,
  screen: `${B}+${S}-${B}*${S}`,
  overlay: `if(lte(${B},0.5),2*${B}*${S},1-2*(1-${B})*(1-${S}))`,
  darken: `min(${B},${S})`,
  lighten: `max(${B},${S})`,
  difference: `abs(${B}-${S})`,
  softLight: `if(lte(${S},0.5),${B}-(1-2*${S})*${B}*(1-${B}),${B}+(2*${S}-1)*(${LIT}-${B}))`,
} as const

const WHOLE = { x: 0, y: 0 } as const

/** `x` with what goes out, `y` with what comes in; both are transparent where one of them may be. */
export function crossed(
  writer: GraphWriter,
  x: Painted,
  y: Painted,
  { style, progress }: Pick<PlannedTransition, 'style' | 'progress'>,
  context: LayerContext,
): Painted {
  const isTransparent = x.isTransparent || y.isTransparent
  const { width, height, frameCount } = context
  const mask = (): string => {
    const steps = Array.from({ length: frameCount }, (_, i) => curveAt(progress, i))
    const { angle, softness } = style.kind === 'wipe' ? style : { angle: 0, softness: 0 }
    return writer.plate({ kind: 'wipe', width, height, angle, softness, steps }, context.rate)
  }
  if (!isTransparent) {
    const coming =
      style.kind === 'dissolve'
        ? through(y.stream, RGBA, ...opacityFilters(progress, context))
        : withAlpha(writer, through(y.stream, RGBA), { from: [mask()], filters: [] })
    return { isTransparent, stream: overlaid(writer, x.stream, { stream: coming, at: WHOLE }) }
  }
  const going = through(x.stream, RGBA, 'premultiply=inplace=1')
  const coming = through(y.stream, RGBA, 'premultiply=inplace=1')
  const parts =
    style.kind === 'dissolve'
      ? [
          through(going, ...scaled(inverse(progress), context)),
          through(coming, ...scaled(progress, context)),
        ]
      : masked(writer, going, coming, mask())
  return {
    isTransparent,
    stream: {
      from: parts.map((part) => label(writer, part)),
      filters: ['blend=all_mode=addition', 'unpremultiply=inplace=1'],
    },
  }
}

/** What is left of a picture where black lies below it. */
export const onBlack = ({ stream, isTransparent }: Painted): Painted =>
  isTransparent
    ? { stream: through(stream, RGBA, 'premultiply=inplace=1', RGB), isTransparent: false }
    : { stream, isTransparent }

const inverse = (curve: Curve): Curve =>
  typeof curve === 'number' ? 1 - curve : curve.map((value) => 1 - value)

/** All four planes of a premultiplied picture. */
const scaled = (by: Curve, context: LayerContext): string[] =>
  withOptions(
    'colorchannelmixer',
    { rr: by, gg: by, bb: by, aa: by },
    { ...context, tolerance: LEVEL_TOLERANCE },
  )

function masked(writer: GraphWriter, going: Stream, coming: Stream, mask: string): Stream[] {
  const [one, other] = writer.split(spread(writer, mask, true))
  const times = (value: string): string => `${lookedUp(value)}:c3=${clipped(value)}`
  return [
    { from: [label(writer, going), one], filters: [times('x*(255-y)/255+0.5')] },
    { from: [label(writer, coming), other], filters: [times(MULTIPLIED)] },
  ]
}
