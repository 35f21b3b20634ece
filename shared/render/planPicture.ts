/** The picture of a range as segments. Every number comes from `clipAt`, so that export and preview agree. */
import type { Asset } from '../model/asset.ts'
import type { Clip } from '../model/clip.ts'
import { clipMedia } from '../model/clipMedia.ts'
import { hasFades } from '../model/fade.ts'
import type { Project } from '../model/project.ts'
import { type PlacedItem, placedClips, tracksOf } from '../model/select.ts'
import type { Timeline } from '../model/timeline.ts'
import { mediaTimeAt, stretchesOf } from '../model/timeMap.ts'
import { compare, divide, min, type Rational, ZERO } from '../time/rational.ts'
import { curveAt, curveOf } from './curve.ts'
import { earliestTime, type FrameSelection } from './frameSelection.ts'
import { pictureStream } from './mediaZero.ts'
import type { PictureLayer } from './picture.ts'
import { clipAt } from './pictureAt.ts'
import { geometryOf } from './planGeometry.ts'
import type { PictureSegment, PlannedContent, PlannedLayer } from './renderPlan.ts'

/** Reversed clips are decoded forwards and turned round in memory: a second's worth at most. */
const LONGEST_REVERSED = 24
/** Keeps the expressions of animated layers, which grow with the frames they cover, within bounds. */
const LONGEST_ANIMATED = 480
/** Every frame of a speed ramp is told to ffmpeg one by one. */
const LONGEST_KEYED = 240
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
  const clips = tracksOf(project, timeline)
    .filter((track) => track.kind === 'picture' && !track.hidden)
    .flatMap((track) => placedClips(project, track))
    .filter(({ start, end }) => start < range.out && end > range.in)
    .filter(({ item }) => item.enabled && item.source.kind !== 'adjustment')
    .filter(({ item }) => {
      // Sound-only media on a picture track shows nothing.
      const media = clipMedia(project, item)
      return media.kind !== 'asset' || media.asset.info.video.length > 0
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
  for (const { start: from, end, clips } of atOneMotion(span)) {
    const longest = Math.min(...clips.map((clip) => longestOf(clip, from, end, timeline.rate)))
    for (let start = from; start < end; start += longest) {
      add(start, Math.min(longest, end - start))
    }
  }
  return segments
}

/** Cut where a clip's keyed speed changes its direction, or begins or ends to change at all. */
function atOneMotion(span: Span): Span[] {
  const bounds = new Set([span.start, span.end])
  for (const { item, start } of span.clips) {
    for (const { from } of stretchesOf(item, span.start - start, span.end - start)) {
      bounds.add(start + from)
    }
  }
  const sorted = [...bounds].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((start, i) => ({ ...span, start, end: sorted[i + 1] ?? span.end }))
}

/** Frames of the clip that one segment within `[from, end)` may have. */
function longestOf(
  { item, start }: PlacedItem<Clip>,
  from: number,
  end: number,
  rate: Rational,
): number {
  const [first, last] = [from - start, end - 1 - start]
  const isBackwards = compare(mediaTimeAt(item, last, rate), mediaTimeAt(item, first, rate)) < 0
  if (isBackwards) return LONGEST_REVERSED
  const [stretch] = stretchesOf(item, first, last + 1)
  const keyed = stretch?.speed ? Infinity : LONGEST_KEYED
  return Math.min(keyed, isAnimated(item) ? LONGEST_ANIMATED : end - from)
}

/** Does a layer shrink to less than half of what its picture is scaled to beforehand? It would flicker there. */
function zoomsFar({ width }: PlannedLayer): boolean {
  return typeof width !== 'number' && Math.max(...width) > 2 * Math.max(1, Math.min(...width))
}

const isAnimated = (clip: Clip): boolean =>
  hasFades(clip) || Object.values(clip.picture).some((value) => value.keyframes.length > 1)

function plannedLayer(
  project: Project,
  timeline: Timeline,
  { item, start: clipStart }: PlacedItem<Clip>,
  start: number,
  count: number,
): PlannedLayer {
  const layers = Array.from({ length: count }, (_, frame) =>
    clipAt(project, timeline, item, start - clipStart + frame),
  ).filter((node) => node.kind === 'layer')
  const curve = (pick: (layer: PictureLayer) => number) =>
    curveOf(count, (frame) => pick(layers[frame] as PictureLayer))
  return {
    clipId: item.id,
    content: plannedContent(item, layers, start - clipStart, timeline.rate),
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
  layers: readonly PictureLayer[],
  first: number,
  rate: Rational,
): PlannedContent {
  const { content } = layers[0] as PictureLayer
  const count = layers.length
  if (content.kind === 'solid') return { kind: 'solid', color: content.color }
  if (content.kind === 'slate') return { kind: 'slate', name: content.shot.name }
  if (content.kind !== 'media')
    return { kind: 'slate', name: content.kind === 'card' ? content.name : clip.name }
  if (content.asset.info.kind === 'still') return { kind: 'still', asset: content.asset }
  const [stretch, ...others] = stretchesOf(clip, first, first + count)
  const frames =
    stretch?.speed && others.length === 0
      ? { start: content.time, step: divide(stretch.speed, rate), count }
      : {
          times: layers.map((layer) =>
            layer.content.kind === 'media' ? layer.content.time : ZERO,
          ),
        }
  return { kind: 'video', asset: content.asset, frames: upToEnd(frames, content.asset) }
}

/** Behind the media's end its last picture holds; a decoder would have nothing to give there. */
function upToEnd(frames: FrameSelection, { info }: Asset): FrameSelection {
  const end = pictureStream(info)?.duration ?? info.duration
  if ('times' in frames) return { times: frames.times.map((time) => min(time, end)) }
  return compare(earliestTime(frames), end) < 0 ? frames : { ...frames, start: end, step: ZERO }
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
