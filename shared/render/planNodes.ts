/** Frames of one structure (structure.ts) as planned nodes: their numbers become curves, their media times selections. */
import type { Asset } from '../model/asset.ts'
import { compare, equals, min, type Rational, rational, subtract, ZERO } from '../time/rational.ts'
import { type Curve, curveOf } from './curve.ts'
import type { Words } from './drawTitle.ts'
import { earliestTime, type FrameSelection } from './frameSelection.ts'
import { pictureStream } from './mediaZero.ts'
import type {
  LayerContent,
  PictureAdjustment,
  PictureClip,
  PictureLayer,
  PictureNode,
  PictureTransition,
} from './picture.ts'
import { planEffects } from './planEffects.ts'
import type {
  PlannedAdjustment,
  PlannedClip,
  PlannedContent,
  PlannedEffect,
  PlannedLayer,
  PlannedNode,
} from './renderPlan.ts'

type Frames<T> = readonly [T, ...T[]]

/** `frames`: the nodes of each frame, bottom first; `height` of the canvas they stand on. */
export function planNodes(frames: Frames<readonly PictureNode[]>, height: number): PlannedNode[] {
  return frames[0].flatMap((_, index) => {
    const [first, ...others] = frames.map((nodes) => nodes[index])
    if (!first) return []
    return planNode([first, ...(others as PictureNode[])], height) ?? []
  })
}

function planNode(frames: Frames<PictureNode>, height: number): PlannedNode | null {
  const [first] = frames
  if (first.kind !== 'transition') return planClip(frames as Frames<PictureClip>, height)
  const steps = frames as Frames<PictureTransition>
  const { style } = first.transition
  const from = side(steps, 'from', height)
  const to = side(steps, 'to', height)
  const progress = curveOf(steps.length, (frame) => steps[frame]?.progress ?? 0)
  if (style.kind === 'dip') {
    const isOut = first.progress < 0.5
    const amount = map(progress, (value) => 2 * (isOut ? value : 1 - value))
    const shown = isOut ? from : to
    return shown && tinted(shown, { kind: 'tint', color: style.color, amount })
  }
  if (style.kind === 'crossfade') return null
  return { kind: 'transition', style, progress, from, to }
}

function side(
  steps: Frames<PictureTransition>,
  which: 'from' | 'to',
  height: number,
): PlannedClip | null {
  const [first, ...others] = steps.map((step) => step[which])
  return first ? planClip([first, ...(others as PictureClip[])], height) : null
}

/** An adjustment that changes nothing has nothing to tint. */
function tinted(clip: PlannedClip, tint: PlannedEffect): PlannedClip | null {
  const { effects, blendMode } = clip
  const isIdle = clip.kind === 'adjustment' && effects.length === 0 && blendMode === 'normal'
  return isIdle ? null : { ...clip, effects: [...effects, tint] }
}

const map = (curve: Curve, change: (value: number) => number): Curve =>
  typeof curve === 'number' ? change(curve) : curve.map(change)

const planClip = (frames: Frames<PictureClip>, height: number): PlannedClip =>
  frames[0].kind === 'layer'
    ? planLayer(frames as Frames<PictureLayer>, height)
    : planAdjustment(frames as Frames<PictureAdjustment>)

const planAdjustment = (frames: Frames<PictureAdjustment>): PlannedAdjustment => ({
  kind: 'adjustment',
  clipId: frames[0].clip.id,
  opacity: curveOf(frames.length, (frame) => frames[frame]?.opacity ?? 0),
  effects: planEffects(
    frames.map(({ effects }) => effects),
    1,
  ),
  blendMode: frames[0].blendMode,
})

function planLayer(layers: Frames<PictureLayer>, height: number): PlannedLayer {
  const [first] = layers
  const curve = (pick: (layer: PictureLayer) => number) =>
    curveOf(layers.length, (frame) => pick(layers[frame] ?? first))
  // Drawn size over fitted size is the same at every size that can be seen.
  const seen = layers.find((layer) => layer.height > 0) ?? first
  return {
    kind: 'layer',
    clipId: first.clip.id,
    content: planContent(layers),
    centerX: curve((layer) => layer.centerX),
    centerY: curve((layer) => layer.centerY),
    width: curve((layer) => Math.max(0, layer.width)),
    height: curve((layer) => Math.max(0, layer.height)),
    rotation: curve((layer) => layer.rotation),
    opacity: curve((layer) => layer.opacity),
    cropLeft: curve((layer) => clamp(layer.crop.left)),
    cropTop: curve((layer) => clamp(layer.crop.top)),
    cropRight: curve((layer) => clamp(layer.crop.right)),
    cropBottom: curve((layer) => clamp(layer.crop.bottom)),
    effects: planEffects(
      layers.map(({ effects }) => effects),
      seen.height > 0 ? (height * seen.scale) / seen.height : 0,
    ),
    blendMode: first.blendMode,
  }
}

const clamp = (fraction: number): number => Math.min(1, Math.max(0, fraction))

function planContent(layers: Frames<PictureLayer>): PlannedContent {
  const { content } = layers[0]
  if (content.kind === 'solid') return content
  if (content.kind === 'nested') {
    const { width, height } = content.picture
    const [first, ...others] = layers.map((layer) =>
      layer.content.kind === 'nested' ? layer.content.picture.nodes : [],
    )
    return { kind: 'nested', width, height, nodes: planNodes([first ?? [], ...others], height) }
  }
  if (content.kind !== 'media') return { kind: 'words', words: wordsOf(content) }
  const { asset } = content
  if (asset.info.kind === 'still') return { kind: 'still', asset }
  const times = layers.map((layer) => (layer.content.kind === 'media' ? layer.content.time : ZERO))
  return { kind: 'video', asset, frames: upToEnd(selectionOf(times), asset) }
}

type MadeOfWords = Exclude<LayerContent, { kind: 'media' | 'solid' | 'nested' }>

function wordsOf(content: MadeOfWords): Words {
  if (content.kind === 'title' || content.kind === 'caption') return content
  return {
    kind: 'card',
    card:
      content.kind === 'slate'
        ? { title: content.shot.name, tone: 'shot' }
        : { title: content.name, tone: 'missing' },
  }
}

/** Equal steps where they are equal, else every time. */
export function selectionOf(times: readonly Rational[]): FrameSelection {
  const [start = ZERO, second = start] = times
  const step = subtract(second, start)
  const isSteady = times.every(
    (time, i) => i === 0 || equals(subtract(time, times[i - 1] ?? ZERO), step),
  )
  return isSteady ? { start, step: steadyStep(step, times.length), count: times.length } : { times }
}

/** One frame alone is at rest. */
const steadyStep = (step: Rational, count: number): Rational => (count > 1 ? step : rational(0))

/** Behind the media's end its last picture holds; a decoder would have nothing to give there. */
function upToEnd(frames: FrameSelection, { info }: Asset): FrameSelection {
  const end = pictureStream(info)?.duration ?? info.duration
  if ('times' in frames) return { times: frames.times.map((time) => min(time, end)) }
  return compare(earliestTime(frames), end) < 0 ? frames : { ...frames, start: end, step: ZERO }
}
