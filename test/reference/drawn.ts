/** One clip over what lies below it. */
import { readFile } from 'node:fs/promises'
import type { Asset } from '../../shared/model/asset.ts'
import type { Clip } from '../../shared/model/clip.ts'
import type { AssetId } from '../../shared/model/ids.ts'
import type { PlainProject } from '../../shared/model/plainProject.ts'
import type { Timeline } from '../../shared/model/timeline.ts'
import { parseCube, type Table } from './cube.ts'
import { withEffects } from './effects.ts'
import { type Fraction, product, stored, sum, wholeBelow } from './fraction.ts'
import { inPlaceOf, layOver } from './layOver.ts'
import { mediaTime } from './mediaTime.ts'
import { placed } from './place.ts'
import { type Color, colorOf, filled, mapPixels, type Raster } from './raster.ts'
import { contentOf, row } from './reading.ts'
import { pictureAt } from './stills.ts'
import { animated, clamp, fade } from './values.ts'
import { titlePicture } from './words.ts'

/** The file behind an asset, absolute. */
export type FileOf = (asset: Asset) => string

export interface Painter {
  readonly plain: PlainProject
  readonly fileOf: FileOf
  /** Slates and missing media are left out, or white. */
  readonly cards: 'none' | 'white'
  /** The picture of a nested timeline on nothing, at one of its own frames. */
  readonly nested: (timeline: Timeline, frame: number) => Promise<Raster>
}

export interface Tint {
  readonly color: Color
  readonly share: number
}

/** A clip at a frame, counted from its first; before and behind it inside transitions. */
export interface Shown {
  readonly clip: Clip
  readonly clipFrame: number
  /** A transition lies at its start, at its end. */
  readonly hasHead: boolean
  readonly hasTail: boolean
  readonly tint?: Tint
}

export async function drawn(
  painter: Painter,
  timeline: Timeline,
  shown: Shown,
  below: Raster,
): Promise<Raster> {
  const { clip, tint } = shown
  const layer =
    clip.source.kind === 'adjustment'
      ? await adjusted(painter, timeline, shown, below)
      : await pictured(painter, timeline, shown)
  if (!layer) return below
  const tinted = tint
    ? mapPixels(layer, ([red, green, blue], alpha) => {
        const mix = (value: number, i: 0 | 1 | 2): number =>
          value * (1 - tint.share) + tint.color[i] * tint.share
        return [mix(red, 0), mix(green, 1), mix(blue, 2), alpha]
      })
    : layer
  const mode = clip.blendMode ?? 'normal'
  if (clip.source.kind !== 'adjustment') return layOver(below, tinted, mode)
  const opacity = opacityOf(shown)
  return mode === 'normal'
    ? inPlaceOf(below, tinted, opacity)
    : layOver(
        below,
        mapPixels(tinted, (color, alpha) => [...color, alpha * opacity]),
        mode,
      )
}

const opacityOf = ({ clip, clipFrame, ...edges }: Shown): number =>
  clamp(animated(clip.picture.opacity, clipFrame)) * fade(clip, clipFrame, edges)

/** Everything below with the clip's effects. */
async function adjusted(
  painter: Painter,
  { height }: Timeline,
  shown: Shown,
  below: Raster,
): Promise<Raster> {
  const { clip, clipFrame } = shown
  return withEffects(below, clip.effects ?? [], {
    ...{ clipFrame, canvasHeight: height },
    tableOf: (id) => tableOf(painter, id),
  })
}

async function pictured(
  painter: Painter,
  timeline: Timeline,
  shown: Shown,
): Promise<Raster | null> {
  const { clip, clipFrame } = shown
  const opacity = opacityOf(shown)
  const scale = animated(clip.picture.scale, clipFrame)
  if (opacity <= 0 || scale <= 0) return null
  const content = await contentPicture(painter, timeline, clip, clipFrame)
  if (!content) return null
  const fit = Math.min(timeline.width / content.width, timeline.height / content.height)
  const picture = await withEffects(content, clip.effects ?? [], {
    ...{ clipFrame, canvasHeight: timeline.height / fit },
    tableOf: (id) => tableOf(painter, id),
  })
  const at = (name: keyof Clip['picture']): number => animated(clip.picture[name], clipFrame)
  return placed(picture, timeline, {
    centerX: timeline.width * (0.5 + at('positionX')),
    centerY: timeline.height * (0.5 + at('positionY')),
    width: content.width * fit * scale,
    height: content.height * fit * scale,
    rotation: at('rotation'),
    crop: {
      ...{ left: at('cropLeft'), top: at('cropTop') },
      ...{ right: at('cropRight'), bottom: at('cropBottom') },
    },
    opacity,
  })
}

/** The picture before anything is done to it, with square pixels; null where there is none. */
async function contentPicture(
  painter: Painter,
  timeline: Timeline,
  clip: Clip,
  clipFrame: number,
): Promise<Raster | null> {
  const { width, height } = timeline
  const content = contentOf(painter.plain, clip)
  const time = mediaTime(clip, clipFrame, timeline.rate)
  switch (content.kind) {
    case 'media':
      return mediaPicture(content.asset, painter.fileOf, sum(content.offset, time))
    case 'timeline':
      return painter.nested(
        content.timeline,
        wholeBelow(product(time, stored(content.timeline.rate))),
      )
    case 'solid':
      return filled(width, height, colorOf(content.color))
    case 'title':
      return titlePicture(content, timeline)
    case 'card':
      return painter.cards === 'white' ? filled(width, height, [1, 1, 1]) : null
    case 'caption':
    case 'adjustment':
      return null
  }
}

async function mediaPicture(asset: Asset, fileOf: FileOf, time: Fraction): Promise<Raster | null> {
  const [stream] = asset.info.video
  if (!stream) return null
  const untagged = stream.height > 576 ? 'bt709' : 'bt601'
  const picture = await pictureAt(fileOf(asset), time, {
    matrix: MATRICES[stream.color.matrix ?? ''] ?? untagged,
    isInterlaced: stream.fieldOrder === 'tff' || stream.fieldOrder === 'bff',
  })
  const { num, den } = stream.sampleAspect
  if (num === den) return picture
  const isTurned = stream.rotation % 180 !== 0
  const width = isTurned ? picture.width : Math.round((picture.width * num) / den)
  const height = isTurned ? Math.round((picture.height * num) / den) : picture.height
  return placed(picture, { width, height }, squareOf(width, height))
}

const squareOf = (width: number, height: number) => ({
  ...{ centerX: width / 2, centerY: height / 2, width, height, rotation: 0, opacity: 1 },
  crop: { left: 0, top: 0, right: 0, bottom: 0 },
})

/** The document's names of matrices as ffmpeg's scaler calls them. */
const MATRICES: Readonly<Record<string, string>> = {
  bt709: 'bt709',
  bt470bg: 'bt601',
  smpte170m: 'bt601',
  bt601: 'bt601',
  smpte240m: 'smpte240m',
  fcc: 'fcc',
  bt2020nc: 'bt2020',
  bt2020c: 'bt2020',
}

async function tableOf({ plain, fileOf }: Painter, id: AssetId): Promise<Table> {
  return parseCube(await readFile(fileOf(row(plain.assets, id)), 'utf8'))
}
