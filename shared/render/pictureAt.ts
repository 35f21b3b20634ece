/**
 * The one description of the picture: what makes up a frame of a timeline, as one tree of values. The viewer's
 * compositor draws it; the export's render plan is compiled from the same values.
 */
import { valueAt } from '../model/animate.ts'
import type { Clip } from '../model/clip.ts'
import { type ClipMedia, clipMedia } from '../model/clipMedia.ts'
import { fadeAt } from '../model/fade.ts'
import { displaySize } from '../model/mediaInfo.ts'
import type { Project } from '../model/project.ts'
import { tracksOf } from '../model/select.ts'
import type { Timeline } from '../model/timeline.ts'
import { assetTimeAt, mediaTimeAt, nestedFrameAt } from '../model/timeMap.ts'
import type { TrackKind } from '../model/track.ts'
import { effectsAt } from './effectAt.ts'
import type { LayerContent, Picture, PictureClip, PictureNode } from './picture.ts'
import { type SeenClip, type SeenSpan, seenAt } from './seen.ts'

/** Size of the picture at scale 1: as large as fits inside the canvas with its aspect kept. */
export function fitInside(
  media: { width: number; height: number },
  canvas: { width: number; height: number },
): { width: number; height: number } {
  const factor = Math.min(canvas.width / media.width, canvas.height / media.height)
  return { width: media.width * factor, height: media.height * factor }
}

/** `frame` is in the timeline's frames, 0 or later. What cannot be seen (opacity 0, no size, no words) is left out. */
export const pictureAt = (project: Project, timeline: Timeline, frame: number): Picture =>
  pictureOf(project, timeline, frame, SHOWN)

/** Tracks of subtitles lie above everything, and are not part of a timeline that is nested. */
const SHOWN: readonly TrackKind[] = ['picture', 'subtitle']
const SHOWN_NESTED: readonly TrackKind[] = ['picture']

function pictureOf(
  project: Project,
  timeline: Timeline,
  frame: number,
  kinds: readonly TrackKind[],
): Picture {
  const tracks = tracksOf(project, timeline)
  const nodes = kinds.flatMap((kind) =>
    tracks
      .filter((track) => track.kind === kind)
      .flatMap((track) => seenAt(project, track, frame) ?? [])
      .flatMap((span) => whatIsSeen(nodeAt(project, timeline, span, frame)) ?? []),
  )
  return { width: timeline.width, height: timeline.height, nodes }
}

/** What a span shows on one of its frames, be it invisible. */
export function nodeAt(
  project: Project,
  timeline: Timeline,
  span: SeenSpan,
  frame: number,
): PictureNode {
  const at = ({ clip, start, fades }: SeenClip): PictureClip =>
    clipAt(project, timeline, clip, frame - start, fades)
  if (span.kind === 'clip') return at(span.clip)
  const { transition, start, end, from, to } = span
  const progress = (frame - start + 0.5) / (end - start)
  return { kind: 'transition', transition, progress, from: from && at(from), to: to && at(to) }
}

/** Null where nothing of it can be seen; a transition keeps the side that can. */
function whatIsSeen(node: PictureNode): PictureNode | null {
  if (node.kind !== 'transition') return canBeSeen(node) ? node : null
  const [from, to] = [node.from, node.to].map((clip) => (clip && canBeSeen(clip) ? clip : null))
  return from || to ? { ...node, from: from ?? null, to: to ?? null } : null
}

export function canBeSeen(node: PictureClip): boolean {
  if (node.opacity <= 0) return false
  if (node.kind === 'adjustment') return node.effects.length > 0 || node.blendMode !== 'normal'
  if (node.width <= 0 || node.height <= 0) return false
  const { content } = node
  if (content.kind === 'caption') return content.text.trim() !== ''
  return content.kind !== 'title' || content.title.text.trim() !== ''
}

/**
 * What a clip adds at `clipFrame`, counted from its in-point; it may lie outside the clip. `fades`: its own, where no
 * transition takes the place of one.
 */
export function clipAt(
  project: Project,
  timeline: Timeline,
  clip: Clip,
  clipFrame: number,
  { fadeIn = 0, fadeOut = 0 }: SeenClip['fades'] = clip,
): PictureClip {
  const { picture, duration, blendMode = 'normal' } = clip
  const at = (name: keyof typeof picture): number => valueAt(picture[name], clipFrame)
  const common = {
    clip,
    opacity:
      Math.min(1, Math.max(0, at('opacity'))) * fadeAt({ duration, fadeIn, fadeOut }, clipFrame),
    effects: effectsAt(project, clip, clipFrame),
    blendMode,
  }
  const media = clipMedia(project, clip)
  if (media.kind === 'adjustment') return { kind: 'adjustment', ...common }
  const base = fitInside(mediaSize(project, timeline, clip), timeline)
  const scale = at('scale')
  return {
    kind: 'layer',
    ...common,
    content: contentAt(project, timeline, clip, media, clipFrame),
    centerX: timeline.width * (0.5 + at('positionX')),
    centerY: timeline.height * (0.5 + at('positionY')),
    width: base.width * scale,
    height: base.height * scale,
    scale,
    rotation: at('rotation'),
    crop: {
      left: at('cropLeft'),
      top: at('cropTop'),
      right: at('cropRight'),
      bottom: at('cropBottom'),
    },
  }
}

/** Size of a clip's media as shown; what is made and slates fill the canvas. */
export function mediaSize(
  project: Project,
  timeline: Timeline,
  clip: Clip,
): { width: number; height: number } {
  const media = clipMedia(project, clip)
  if (media.kind === 'timeline') return media.timeline
  const stream = media.kind === 'asset' ? media.asset.info.video[0] : undefined
  return stream ? displaySize(stream) : { width: timeline.width, height: timeline.height }
}

function contentAt(
  project: Project,
  timeline: Timeline,
  clip: Clip,
  media: Exclude<ClipMedia, { kind: 'adjustment' }>,
  clipFrame: number,
): LayerContent {
  switch (media.kind) {
    case 'asset': {
      const { asset, shot } = media
      const time = assetTimeAt(clip, media, clipFrame, timeline.rate)
      return { kind: 'media', asset, time, ...(shot && { shot }) }
    }
    case 'timeline': {
      const time = mediaTimeAt(clip, clipFrame, timeline.rate)
      const frame = nestedFrameAt(time, media.timeline.rate)
      return { kind: 'nested', picture: pictureOf(project, media.timeline, frame, SHOWN_NESTED) }
    }
    case 'title':
      return { kind: 'title', title: media }
    case 'solid':
      return { kind: 'solid', color: media.color }
    case 'caption':
      return { kind: 'caption', text: media.text }
    case 'empty':
      return { kind: 'slate', shot: media.shot }
    case 'missing':
      return { kind: 'card', name: media.asset.name }
  }
}
