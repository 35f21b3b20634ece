/**
 * The one description of the picture: the stack of layers, bottom first, that makes up a frame of a timeline.
 * The viewer's compositor draws it; the export's render plan is compiled from the same values.
 */
import { valueAt } from '../model/animate.ts'
import type { Asset } from '../model/asset.ts'
import type { Clip } from '../model/clip.ts'
import { clipMedia } from '../model/clipMedia.ts'
import { fadeAt } from '../model/fade.ts'
import { displaySize } from '../model/mediaInfo.ts'
import type { Project } from '../model/project.ts'
import { type PlacedItem, placedClips, tracksOf } from '../model/select.ts'
import type { Shot } from '../model/shot.ts'
import type { Timeline } from '../model/timeline.ts'
import { assetTimeAt } from '../model/timeMap.ts'
import type { Rational } from '../time/rational.ts'

export type LayerContent =
  /** The frame of `asset` that is on screen at `time` (exact seconds of media time); any time for a still. */
  | { readonly kind: 'media'; readonly asset: Asset; readonly time: Rational; readonly shot?: Shot }
  | { readonly kind: 'solid'; readonly color: string }
  /** A shot without a take: a slate with its name, drawn by painters in the plainest way they have. */
  | { readonly kind: 'slate'; readonly shot: Shot }
  /** Stands for what painters do not draw: its name on a card. Exports refuse it (unpainted.ts). */
  | { readonly kind: 'card'; readonly name: string }

export interface PictureLayer {
  readonly clip: Clip
  readonly content: LayerContent
  /** The whole (uncropped) picture on the canvas, pixels: centre, size before rotation. */
  readonly centerX: number
  readonly centerY: number
  readonly width: number
  readonly height: number
  /** Degrees clockwise about the centre. */
  readonly rotation: number
  /** 0..1 */
  readonly opacity: number
  /** Fractions of the picture's own size taken away on each side, 0..1. */
  readonly crop: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
}

/** Size of the picture at scale 1: as large as fits inside the canvas with its aspect kept. */
export function fitInside(
  media: { width: number; height: number },
  canvas: { width: number; height: number },
): { width: number; height: number } {
  const factor = Math.min(canvas.width / media.width, canvas.height / media.height)
  return { width: media.width * factor, height: media.height * factor }
}

/** Clips whose picture may be seen, as placed on visible picture tracks from bottom to top. */
export const visibleClips = (project: Project, timeline: Timeline): PlacedItem<Clip>[] =>
  tracksOf(project, timeline)
    .filter((track) => track.kind === 'picture' && !track.hidden)
    .flatMap((track) => placedClips(project, track))
    // An adjustment has no picture of its own, and nothing applies it yet (unpainted.ts).
    .filter(({ item }) => item.enabled && item.source.kind !== 'adjustment')

/** `frame` is in the timeline's frames, 0 or later. Layers that cannot be seen (opacity 0, no size) are left out. */
export function pictureAt(project: Project, timeline: Timeline, frame: number): PictureLayer[] {
  return visibleClips(project, timeline)
    .filter(({ start, end }) => frame >= start && frame < end)
    .map(({ item, start }) => layerAt(project, timeline, item, frame - start))
    .filter((layer) => layer.opacity > 0 && layer.width > 0 && layer.height > 0)
}

/** One clip's layer at `clipFrame`, counted from its in-point. */
export function layerAt(
  project: Project,
  timeline: Timeline,
  clip: Clip,
  clipFrame: number,
): PictureLayer {
  const { picture } = clip
  const at = (name: keyof typeof picture): number => valueAt(picture[name], clipFrame)
  const base = fitInside(mediaSize(project, timeline, clip), timeline)
  const scale = at('scale')
  return {
    clip,
    content: content(project, timeline, clip, clipFrame),
    centerX: timeline.width * (0.5 + at('positionX')),
    centerY: timeline.height * (0.5 + at('positionY')),
    width: base.width * scale,
    height: base.height * scale,
    rotation: at('rotation'),
    opacity: Math.min(1, Math.max(0, at('opacity'))) * fadeAt(clip, clipFrame),
    crop: {
      left: at('cropLeft'),
      top: at('cropTop'),
      right: at('cropRight'),
      bottom: at('cropBottom'),
    },
  }
}

/** Size of a clip's media as shown; solids and slates fill the canvas. */
export function mediaSize(
  project: Project,
  timeline: Timeline,
  clip: Clip,
): { width: number; height: number } {
  const media = clipMedia(project, clip)
  const stream = media.kind === 'asset' ? media.asset.info.video[0] : undefined
  return stream ? displaySize(stream) : { width: timeline.width, height: timeline.height }
}

function content(
  project: Project,
  timeline: Timeline,
  clip: Clip,
  clipFrame: number,
): LayerContent {
  const media = clipMedia(project, clip)
  if (media.kind === 'solid') return media
  if (media.kind === 'empty') return { kind: 'slate', shot: media.shot }
  if (media.kind !== 'asset') {
    return { kind: 'card', name: media.kind === 'missing' ? media.asset.name : clip.name }
  }
  return {
    kind: 'media',
    asset: media.asset,
    time: assetTimeAt(clip, media, clipFrame, timeline.rate),
    ...(media.shot && { shot: media.shot }),
  }
}
