/**
 * Draws a picture's tree on a canvas, as docs/painting.md says. It draws and nothing else: everything it needs has been
 * prepared. A plain cut is one `drawImage` a layer; scratch canvases are taken only for transitions, nested timelines
 * and effects on what has no bitmap.
 */
import type { BlendMode } from '../../../shared/model/effect.ts'
import type { EffectAt } from '../../../shared/render/effectAt.ts'
import type {
  Picture,
  PictureAdjustment,
  PictureClip,
  PictureLayer,
  PictureTransition,
} from '../../../shared/render/picture.ts'
import type { EffectStep } from '../effects/EffectStep.ts'
import type { Bitmap, Effects } from '../effects/effects.ts'
import { cropped, type LayerPicture } from './layerPicture.ts'
import { dissolve, takePlace, tint, wipe } from './mixing.ts'
import type { CanvasSize, Sheets, Surface } from './Surface.ts'

export interface Tools {
  readonly sheets: Sheets
  readonly effects: Pick<Effects, 'apply'>
  /** `unit`: pixels of the bitmap in the canvas's height at scale 1. */
  readonly stepsOf: (effects: readonly EffectAt[], unit: number) => readonly EffectStep[]
  /** Of every layer that is not a nested timeline; `size` is what a bitmap that is made for it should have. */
  readonly pictureOf: (layer: PictureLayer, size: CanvasSize) => LayerPicture
}

/** Black where nothing is. `surface` may be smaller or larger than the picture. */
export function compose(surface: Surface, picture: Picture, tools: Tools): void {
  const { context, width, height } = surface
  context.save()
  context.fillStyle = '#000000'
  context.fillRect(0, 0, width, height)
  context.restore()
  paintPicture({ ...surface, picture, tools })
}

/** A canvas with the picture that is being drawn on it. */
interface Stage extends Surface {
  readonly picture: Picture
  readonly tools: Tools
}

function paintPicture(stage: Stage): void {
  for (const node of stage.picture.nodes) {
    if (node.kind === 'transition') paintTransition(stage, node)
    else paintClip(stage, node)
  }
}

/** What a dip does to its clip. */
interface Tint {
  readonly color: string
  readonly share: number
}

function paintClip(stage: Stage, clip: PictureClip, tinted?: Tint): void {
  if (clip.kind === 'adjustment') {
    paintAdjustment(stage, clip, tinted)
    return
  }
  const { opacity, blendMode } = clip
  if (!tinted) {
    paintLayer(stage, clip, opacity, blendMode)
    return
  }
  const { sheets } = stage.tools
  const sheet = sheets.take(stage.width, stage.height)
  paintLayer({ ...stage, ...sheet }, clip, 1, 'normal')
  tint(sheet, tinted.color, tinted.share)
  layOver(stage, sheet.image, opacity, blendMode)
  sheets.give(sheet)
}

function paintAdjustment(
  stage: Stage,
  { effects, opacity, blendMode }: PictureAdjustment,
  tinted?: Tint,
): void {
  const { tools, width, height } = stage
  const steps = tools.stepsOf(effects, height)
  const below = { image: stage.image, width, height }
  const changed = steps.length > 0 ? tools.effects.apply(below, steps) : stage.image
  const isOpaque = stage.isOpaque && !effects.some(({ kind }) => kind === 'key')
  const place = (image: CanvasImageSource): void =>
    blendMode === 'normal'
      ? takePlace(stage, image, opacity, isOpaque)
      : layOver(stage, image, opacity, blendMode)
  if (!tinted) {
    // Nothing in the place of itself: the canvas would be cleared before it is drawn on itself.
    if (steps.length > 0 || blendMode !== 'normal') place(changed)
    return
  }
  const sheet = tools.sheets.take(width, height)
  layOver(sheet, changed, 1, 'normal')
  tint(sheet, tinted.color, tinted.share)
  place(sheet.image)
  tools.sheets.give(sheet)
}

const OPERATIONS: Readonly<Record<BlendMode, GlobalCompositeOperation>> = {
  normal: 'source-over',
  multiply: 'multiply',
  screen: 'screen',
  overlay: 'overlay',
  add: 'lighter',
  darken: 'darken',
  lighten: 'lighten',
  difference: 'difference',
  softLight: 'soft-light',
}

/** An image of the canvas's size, pixel on pixel. */
function layOver(
  { context, width, height }: Surface,
  image: CanvasImageSource,
  opacity: number,
  blendMode: BlendMode,
): void {
  context.save()
  context.globalAlpha = opacity
  context.globalCompositeOperation = OPERATIONS[blendMode]
  // The image may be larger than what is meant of it.
  context.drawImage(image, 0, 0, width, height, 0, 0, width, height)
  context.restore()
}

function paintTransition(stage: Stage, node: PictureTransition): void {
  const { from, to, progress } = node
  const { style } = node.transition
  if (style.kind === 'dip') {
    const clip = progress < 0.5 ? from : to
    const share = progress < 0.5 ? 2 * progress : 2 * (1 - progress)
    if (clip) paintClip(stage, clip, { color: style.color, share })
    return
  }
  const { sheets } = stage.tools
  const sheet = sheets.take(stage.width, stage.height)
  layOver(sheet, stage.image, 1, 'normal')
  if (to) paintClip({ ...stage, ...sheet }, to)
  if (from) paintClip(stage, from)
  if (style.kind === 'wipe') wipe(stage, sheet, style, progress)
  else dissolve(stage, sheet, progress)
  sheets.give(sheet)
}

function paintLayer(
  stage: Stage,
  layer: PictureLayer,
  opacity: number,
  blendMode: BlendMode,
): void {
  const { context, picture, tools } = stage
  if (opacity <= 0 || layer.width <= 0 || layer.height <= 0) return
  const shown = shownOf(stage, layer)
  const { what } = shown
  const taken = cropped(layer, what.kind === 'picture' ? what : { width: 1, height: 1 })
  if (taken) {
    const { from, to } = taken
    context.save()
    if (stage.width !== picture.width || stage.height !== picture.height) {
      context.scale(stage.width / picture.width, stage.height / picture.height)
    }
    context.translate(layer.centerX, layer.centerY)
    if (layer.rotation !== 0) context.rotate((layer.rotation * Math.PI) / 180)
    context.globalAlpha = opacity
    context.globalCompositeOperation = OPERATIONS[blendMode]
    if (what.kind === 'picture') {
      context.drawImage(
        what.image,
        ...([from.x, from.y, from.width, from.height] as const),
        ...([to.x, to.y, to.width, to.height] as const),
      )
    } else {
      context.fillStyle = what.color
      context.fillRect(to.x, to.y, to.width, to.height)
    }
    context.restore()
  }
  for (const sheet of shown.sheets) tools.sheets.give(sheet)
}

/** What a layer shows, and the sheets that are free again once it has been drawn. */
interface Shown {
  readonly what: LayerPicture | Changed
  readonly sheets: readonly Surface[]
}

interface Changed extends CanvasSize {
  readonly kind: 'picture'
  readonly image: CanvasImageSource
}

function shownOf(stage: Stage, layer: PictureLayer): Shown {
  const { tools, picture } = stage
  const bare = bareOf(stage, layer)
  if (layer.effects.length === 0) return bare
  const { bitmap, sheets } = bitmapOf(stage, layer, bare)
  const unit = bitmap.height * ((picture.height * layer.scale) / layer.height)
  const steps = tools.stepsOf(layer.effects, unit)
  const image = steps.length > 0 ? tools.effects.apply(bitmap, steps) : bitmap.image
  return { what: { ...bitmap, kind: 'picture', image }, sheets }
}

interface Bare {
  readonly what: LayerPicture
  readonly sheets: readonly Surface[]
}

function bareOf(stage: Stage, layer: PictureLayer): Bare {
  const { content, scale } = layer
  if (content.kind !== 'nested') {
    const size = {
      width: Math.ceil(((layer.width / scale) * stage.width) / stage.picture.width),
      height: Math.ceil(((layer.height / scale) * stage.height) / stage.picture.height),
    }
    return { what: stage.tools.pictureOf(layer, size), sheets: [] }
  }
  const { picture } = content
  // In its own size, and in a smaller one on a monitor that is smaller than the project.
  const share = Math.min(1, stage.width / stage.picture.width)
  const [width, height] = [picture.width * share, picture.height * share].map(Math.ceil)
  const sheet = stage.tools.sheets.take(width ?? 1, height ?? 1)
  paintPicture({ ...sheet, picture, tools: stage.tools })
  return { what: { ...sheet, kind: 'picture' }, sheets: [sheet] }
}

/** What effects can be applied to. A picture far larger than it is drawn is made smaller first. */
function bitmapOf(
  stage: Stage,
  layer: PictureLayer,
  { what, sheets }: Bare,
): { readonly bitmap: Bitmap; readonly sheets: readonly Surface[] } {
  const { tools, picture } = stage
  if (what.kind === 'solid') {
    const sheet = tools.sheets.take(stage.width, stage.height)
    sheet.context.fillStyle = what.color
    sheet.context.fillRect(0, 0, sheet.width, sheet.height)
    return { bitmap: sheet, sheets: [...sheets, sheet] }
  }
  const drawn = (layer.height * stage.height) / picture.height
  const factor = 2 ** Math.floor(Math.log2(what.height / drawn))
  if (factor < 2) return { bitmap: what, sheets }
  const sheet = tools.sheets.take(Math.ceil(what.width / factor), Math.ceil(what.height / factor))
  const { context, width, height } = sheet
  context.drawImage(what.image, 0, 0, what.width, what.height, 0, 0, width, height)
  return { bitmap: sheet, sheets: [...sheets, sheet] }
}
