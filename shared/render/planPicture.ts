/** The picture of a range as segments. Every number comes from `layerAt`, so that export and preview agree. */
import type { Clip } from '../model/clip.ts'
import { clipMedia } from '../model/clipMedia.ts'
import type { Project } from '../model/project.ts'
import type { PlacedItem } from '../model/select.ts'
import type { Timeline } from '../model/timeline.ts'
import { divide } from '../time/rational.ts'
import { curveAt, curveOf } from './curve.ts'
import { pictureStream } from './mediaZero.ts'
import { layerAt, type PictureLayer, visibleClips } from './pictureAt.ts'
import { geometryOf } from './planGeometry.ts'
import type { PictureSegment, PlannedContent, PlannedLayer } from './renderPlan.ts'

/** Reversed clips are decoded forwards and turned round in memory: a second's worth at most. */
const LONGEST_REVERSED = 24
/** Keeps the expressions of animated layers, which grow with the frames they cover, within bounds. */
const LONGEST_ANIMATED = 480
/** A wide zoom is cut into spans of little zoom, so that each is scaled well, but no shorter than this. */
const SHORTEST_ZOOM = 6

interface Span {
  readonly start: number
  readonly end: number
  readonly clips: readonly PlacedItem<Clip>[]
}

export function planPicture(
  project: Project,
  timeline: Timeline,
  range: { in: number; out: number },
): PictureSegment[] {
  const clips = visibleClips(project, timeline)
    .filter(({ start, end }) => start < range.out && end > range.in)
    .filter(({ item, track }) => {
      // Sound-only media on a picture track shows nothing.
      const media = clipMedia(project, item)
      return (
        track.kind === 'picture' && (media.kind !== 'asset' || media.asset.info.video.length > 0)
      )
    })
  const spans = joined(seen(project, timeline, clips, range))
  return spans.flatMap((span) => pieces(project, timeline, span, range.in))
}

/** Between any two edits the stack of clips is the same; those wholly covered or unseen are left out. */
function seen(
  project: Project,
  timeline: Timeline,
  clips: readonly PlacedItem<Clip>[],
  range: { in: number; out: number },
): Span[] {
  const edges = clips.flatMap(({ start, end }) => [start, end])
  const bounds = [...new Set([range.in, ...edges, range.out])]
    .filter((edge) => edge >= range.in && edge <= range.out)
    .sort((a, b) => a - b)
  return bounds.slice(0, -1).map((start, index) => {
    const end = bounds[index + 1] ?? range.out
    const stack = clips
      .filter((clip) => clip.start <= start && clip.end >= end)
      .map((clip) => ({ clip, layer: plannedLayer(project, timeline, clip, start, end - start) }))
      .filter(({ layer }) => !isUnseen(layer, end - start))
    const cover = stack.findLastIndex(({ layer }) => covers(layer, timeline))
    return { start, end, clips: stack.slice(Math.max(0, cover)).map(({ clip }) => clip) }
  })
}

/** Neighbours that show the same clips are one span. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans) {
    const last = result.at(-1)
    const same =
      last?.clips.length === span.clips.length &&
      last.clips.every((clip, index) => clip.item.id === span.clips[index]?.item.id)
    if (last && same) result[result.length - 1] = { ...last, end: span.end }
    else result.push(span)
  }
  return result
}

function pieces(
  project: Project,
  timeline: Timeline,
  span: Span,
  origin: number,
): PictureSegment[] {
  const longest = span.clips.some(({ item }) => item.speed.num < 0)
    ? LONGEST_REVERSED
    : span.clips.some(({ item }) => isAnimated(item))
      ? LONGEST_ANIMATED
      : span.end - span.start
  const segments: PictureSegment[] = []
  const add = (start: number, frameCount: number): void => {
    const layers = span.clips.map((clip) =>
      plannedLayer(project, timeline, clip, start, frameCount),
    )
    if (frameCount >= 2 * SHORTEST_ZOOM && layers.some(zoomsFar)) {
      const half = frameCount >> 1
      add(start, half)
      add(start + half, frameCount - half)
    } else segments.push({ start: start - origin, frameCount, layers })
  }
  for (let start = span.start; start < span.end; start += longest) {
    add(start, Math.min(longest, span.end - start))
  }
  return segments
}

/** Does a layer shrink to less than half of what its picture is scaled to beforehand? It would flicker there. */
function zoomsFar({ width }: PlannedLayer): boolean {
  return typeof width !== 'number' && Math.max(...width) > 2 * Math.max(1, Math.min(...width))
}

const isAnimated = (clip: Clip): boolean =>
  Object.values(clip.picture).some((value) => value.keyframes.length > 1)

function plannedLayer(
  project: Project,
  timeline: Timeline,
  { item, start: clipStart }: PlacedItem<Clip>,
  start: number,
  count: number,
): PlannedLayer {
  const layers = Array.from({ length: count }, (_, frame) =>
    layerAt(project, timeline, item, start - clipStart + frame),
  )
  const curve = (pick: (layer: PictureLayer) => number) =>
    curveOf(count, (frame) => pick(layers[frame] as PictureLayer))
  return {
    clipId: item.id,
    content: plannedContent(item, (layers[0] as PictureLayer).content, timeline, count),
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
  }
}

const clamp = (fraction: number): number => Math.min(1, Math.max(0, fraction))

function plannedContent(
  clip: Clip,
  content: PictureLayer['content'],
  timeline: Timeline,
  count: number,
): PlannedContent {
  if (content.kind === 'solid') return { kind: 'solid', color: content.color }
  if (content.kind === 'slate') return { kind: 'slate', name: content.shot.name }
  if (content.asset.info.kind === 'still') return { kind: 'still', asset: content.asset }
  const step = divide(clip.speed, timeline.rate)
  return { kind: 'video', asset: content.asset, frames: { start: content.time, step, count } }
}

const isUnseen = (layer: PlannedLayer, count: number): boolean =>
  Array.from({ length: count }, (_, frame) => frame).every(
    (frame) =>
      curveAt(layer.opacity, frame) <= 0 ||
      curveAt(layer.width, frame) <= 0 ||
      curveAt(layer.height, frame) <= 0 ||
      curveAt(layer.cropLeft, frame) + curveAt(layer.cropRight, frame) >= 1 ||
      curveAt(layer.cropTop, frame) + curveAt(layer.cropBottom, frame) >= 1,
  )

/** Does it hide everything below it on every frame? */
function covers(layer: PlannedLayer, canvas: { width: number; height: number }): boolean {
  if (layer.opacity !== 1 || geometryOf(layer, canvas).kind !== 'fill') return false
  const { content } = layer
  if (content.kind !== 'video' && content.kind !== 'still') return true
  return pictureStream(content.asset.info)?.hasAlpha === false
}
