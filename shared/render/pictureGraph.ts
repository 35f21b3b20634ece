/** Planned nodes as a filter graph: every one over what lies below it, in RGB. */
import { blank, crossed, laidOver, onBlack } from './blendGraph.ts'
import {
  halves,
  label,
  type Painted,
  RGB,
  RGBA,
  type Stream,
  through,
  withEffects,
} from './effectGraph.ts'
import { earliestTime, holdTo, seekTarget } from './frameSelection.ts'
import type { GraphWriter } from './graphWriter.ts'
import { mediaZero, pictureStream } from './mediaZero.ts'
import {
  type LayerContext,
  mediaFilters,
  opacityFilters,
  placing,
  plainFilters,
  type Size,
} from './pictureFilters.ts'
import { geometryOf } from './planGeometry.ts'
import type {
  PlannedClip,
  PlannedContent,
  PlannedEffect,
  PlannedLayer,
  PlannedNode,
} from './renderPlan.ts'

/** A whole canvas; transparent only where asked for, and only where it can be. */
export function drawn(
  writer: GraphWriter,
  nodes: readonly PlannedNode[],
  context: LayerContext,
  mayBeTransparent: boolean,
): Painted {
  const top = nodes.at(-1)
  if (!top) {
    return { stream: blank(context, mayBeTransparent), isTransparent: mayBeTransparent }
  }
  const below = (): Painted => drawn(writer, nodes.slice(0, -1), context, mayBeTransparent)
  if (top.kind !== 'transition') {
    const painted = over(writer, top, below, context)
    return mayBeTransparent ? painted : onBlack(painted)
  }
  const [x, y] = sides(writer, [top.from, top.to], below, context)
  const painted = crossed(writer, x, y, top, context)
  return mayBeTransparent ? painted : onBlack(painted)
}

/** What lies below is drawn once, though both sides may stand on it. */
function sides(
  writer: GraphWriter,
  [from, to]: readonly [PlannedClip | null, PlannedClip | null],
  below: () => Painted,
  context: LayerContext,
): [Painted, Painted] {
  const standing = [from, to].filter((clip) => !clip || !hides(clip, context))
  if (standing.length < 2) {
    const side = (clip: PlannedClip | null): Painted =>
      clip ? over(writer, clip, below, context) : below()
    return [side(from), side(to)]
  }
  const base = below()
  const [one, other] = halves(writer, base.stream)
  const side = (clip: PlannedClip | null, stream: Stream): Painted =>
    clip ? over(writer, clip, () => ({ ...base, stream }), context) : { ...base, stream }
  return [side(from, one), side(to, other)]
}

/** `below` is asked for at most once, and not at all under what hides it. */
function over(
  writer: GraphWriter,
  clip: PlannedClip,
  below: () => Painted,
  context: LayerContext,
): Painted {
  if (clip.kind === 'layer') {
    if (hides(clip, context)) return { stream: fill(writer, clip, context), isTransparent: false }
    const { painted, at } = sheet(writer, clip, context)
    return laidOver(writer, below(), { stream: painted, at }, clip.blendMode, context)
  }
  const { effects, opacity, blendMode } = clip
  const { stream, isTransparent } = below()
  if (blendMode === 'normal' && (opacity === 1 || effects.length === 0)) {
    return withEffects(writer, { stream, isTransparent }, effects, context, context)
  }
  const [base, copy] = halves(writer, stream)
  const changed = withEffects(writer, { stream: copy, isTransparent }, effects, context, context)
  if (blendMode === 'normal') {
    const mix = { style: { kind: 'dissolve' }, progress: opacity } as const
    return crossed(writer, { stream: base, isTransparent }, changed, mix, context)
  }
  const upper = through(changed.stream, RGBA, ...opacityFilters(opacity, context))
  return laidOver(
    writer,
    { stream: base, isTransparent },
    { stream: upper, at: { x: 0, y: 0 } },
    blendMode,
    context,
  )
}

/** Is it opaque all over the canvas? */
export function hides(clip: PlannedClip, canvas: Size): boolean {
  if (clip.kind !== 'layer' || clip.opacity !== 1 || clip.blendMode !== 'normal') return false
  return geometryOf(clip, canvas).kind === 'fill' && !isTransparent(clip)
}

export const isTransparent = ({ content, effects }: PlannedLayer): boolean =>
  isContentTransparent(content) || effects.some(isKey)

const isKey = (effect: PlannedEffect): boolean =>
  effect.kind === 'color' && effect.steps.some((step) => step.some(({ kind }) => kind === 'key'))

function isContentTransparent(content: PlannedContent): boolean {
  switch (content.kind) {
    case 'video':
    case 'still':
      return pictureStream(content.asset.info)?.hasAlpha ?? false
    case 'words':
      return content.words.kind !== 'card'
    case 'nested':
      return isNestTransparent(content.nodes, content)
    case 'solid':
      return false
  }
}

function isNestTransparent(nodes: readonly PlannedNode[], canvas: Size): boolean {
  const takesAway = (clip: PlannedClip | null): boolean =>
    clip?.kind === 'adjustment' && clip.blendMode === 'normal' && clip.effects.some(isKey)
  return nodes.reduce((isTransparent, node) => {
    if (node.kind === 'transition') {
      return isTransparent || takesAway(node.from) || takesAway(node.to)
    }
    return !hides(node, canvas) && (isTransparent || takesAway(node))
  }, true)
}

/** A layer that hides the canvas, as opaque RGB. */
function fill(writer: GraphWriter, layer: PlannedLayer, context: LayerContext): Stream {
  const { stream } = source(writer, layer.content, context, context)
  return withEffects(
    writer,
    { stream: through(stream, RGB), isTransparent: false },
    layer.effects,
    context,
    context,
  ).stream
}

function sheet(
  writer: GraphWriter,
  layer: PlannedLayer,
  context: LayerContext,
): { painted: Stream; at: { x: number; y: number } } {
  const { size, filters, at } = placing(layer, context, isTransparent(layer))
  const content = source(writer, layer.content, context, size)
  if (layer.effects.length === 0) return { painted: through(content.stream, ...filters), at }
  const painted = {
    ...content,
    stream: through(content.stream, content.isTransparent ? RGBA : RGB),
  }
  const { stream } = withEffects(writer, painted, layer.effects, size, context)
  return { painted: through(stream, ...filters), at }
}

/** What a layer shows, `size` pixels large, in whatever pixel format it comes. */
export function source(
  writer: GraphWriter,
  content: PlannedContent,
  context: LayerContext,
  size: Size,
): Painted {
  const isTransparent = isContentTransparent(content)
  const made = (from: readonly string[], filters: readonly string[]): Painted => ({
    stream: { from, filters },
    isTransparent,
  })
  switch (content.kind) {
    case 'solid':
      return made([], [...plainFilters(`0x${content.color.slice(1)}`, context, size), RGB])
    case 'words': {
      const plate = writer.plate({ ...size, kind: 'words', words: content.words }, context.rate)
      return made([plate], holdTo(context.frameCount))
    }
    case 'nested': {
      const inner = { ...context, width: content.width, height: content.height }
      const { stream } = drawn(writer, content.nodes, inner, isTransparent)
      return made([label(writer, stream)], resized(inner, size, isTransparent))
    }
    case 'video':
    case 'still': {
      const { asset } = content
      const stream = pictureStream(asset.info)
      if (!stream) return made([], blank({ ...context, ...size }, true).filters)
      const { container } = asset.info
      const seek =
        content.kind === 'video'
          ? seekTarget(container, mediaZero(asset.info), earliestTime(content.frames))
          : undefined
      const input = writer.open({ kind: 'media', asset, seek })
      const frames = content.kind === 'video' ? content.frames : 'still'
      return made([`${input}:${stream.index}`], mediaFilters(stream, frames, context, size))
    }
  }
}

/** Transparent pictures are scaled premultiplied, so that what cannot be seen bleeds into nothing. */
function resized(from: Size, to: Size, isTransparent: boolean): string[] {
  if (from.width === to.width && from.height === to.height) return []
  const scale = `scale=${to.width}:${to.height}:flags=lanczos+accurate_rnd+full_chroma_int+full_chroma_inp`
  return isTransparent
    ? ['premultiply=inplace=1', scale, RGBA, 'unpremultiply=inplace=1']
    : [scale, RGB]
}
