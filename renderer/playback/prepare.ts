/** Gets everything ready that a scene is drawn of: decoded frames, fonts, look-up tables. */

import type { Asset } from '../../shared/model/asset.ts'
import { isShownConverted } from '../../shared/model/mediaInfo.ts'
import type { LookUpTables } from '../../shared/render/colorTable.ts'
import type { Card } from '../../shared/render/drawTitle.ts'
import type { LayerContent, MediaContent, PictureLayer } from '../../shared/render/picture.ts'
import { layersIn } from './compositor/layersIn.ts'
import { copiesOf } from './copies.ts'
import type { Bitmap } from './effects/effects.ts'
import { fontsFor, hasFontsFor } from './fonts.ts'
import type { MediaCopy } from './MediaCopy.ts'
import type { Pictures } from './pictures.ts'
import type { Scene } from './Scene.ts'
import type { Waiting } from './Waiting.ts'

export interface PreparePorts {
  readonly pictures: Pictures
  /** Whether a proxy can be read for a medium now. */
  readonly hasProxy: (mediaKey: string) => boolean
  /** Words for shots without a take and for media that cannot be shown. */
  readonly card: (content: LayerContent, failure: string | null) => { title: string; text: string }
}

export interface Shortcomings {
  /** Media that cannot be shown. */
  readonly failures: readonly Asset[]
  /** Media whose file cannot be decoded here, so that their proxy is seen. */
  readonly standIns: readonly Asset[]
}

export interface Prepared extends Shortcomings {
  /** Of layers of media: their frame, or the card that stands for it. */
  readonly media: ReadonlyMap<PictureLayer, Bitmap | Card>
  readonly lookUpTables: LookUpTables
}

const layersOf = ({ picture, others }: Scene): PictureLayer[] =>
  [picture, ...others].flatMap(layersIn)

/** Null when it came too late. */
export async function prepare(
  scene: Scene,
  ports: PreparePorts,
  waiting: Waiting,
): Promise<Prepared | null> {
  const layers = layersOf(scene)
  const failures: Asset[] = []
  const standIns: Asset[] = []
  const media = new Map<PictureLayer, Bitmap | Card>()
  ports.pictures.begin()
  await Promise.all([
    ...layers.map(async (layer) => {
      if (layer.content.kind !== 'media') return
      const frame = await frameOf(layer.content)
      if (frame) media.set(layer, frame)
    }),
    ...layers.map(({ content }) => {
      if (content.kind === 'title') return fontsFor(content.title.text)
      return content.kind === 'caption' ? fontsFor(content.text) : null
    }),
  ])
  const isWhole = layers.every((layer) => layer.content.kind !== 'media' || media.has(layer))
  return isWhole ? { media, lookUpTables: new Map(), failures, standIns } : null

  /** Null when it came too late. */
  async function frameOf(content: MediaContent): Promise<Bitmap | Card | null> {
    const { asset, time } = content
    let failure: string | null = null
    for (const copy of copiesOfAsset(asset, scene, ports)) {
      try {
        // Proxies are smaller; the model's size is the original's, and scaling is the drawing's business.
        const frame = await ports.pictures.at(asset, time, copy, waiting)
        if (frame && failure !== null && copy === 'proxy') standIns.push(asset)
        return frame
      } catch (error) {
        failure = error instanceof Error ? error.message : String(error)
      }
    }
    failures.push(asset)
    return { tone: 'missing', ...ports.card(content, failure) }
  }
}

/** The scene of what is at hand; null where a medium, or a font, has nothing yet. */
export function prepareNow(
  scene: Scene,
  pictureOf: (content: MediaContent) => Bitmap | null,
): Prepared | null {
  const media = new Map<PictureLayer, Bitmap>()
  for (const layer of layersOf(scene)) {
    const { content } = layer
    if (content.kind === 'title' && !hasFontsFor(content.title.text)) return null
    if (content.kind === 'caption' && !hasFontsFor(content.text)) return null
    if (content.kind !== 'media') continue
    const picture = pictureOf(content)
    if (!picture) return null
    media.set(layer, picture)
  }
  return { media, lookUpTables: new Map(), failures: [], standIns: [] }
}

/** A picture that is decoded already; a draft is content with either copy. */
export function pictureNow(
  { asset, time }: MediaContent,
  scene: Scene,
  ports: PreparePorts,
): Bitmap | null {
  const copies = copiesOfAsset(asset, scene, ports)
  for (const copy of scene.isDraft ? copies : copies.slice(0, 1)) {
    const found = ports.pictures.now(asset, time, copy)
    if (found) return found
  }
  return null
}

/** Opens what comes in a little later, so that it does not hold up its first frame. */
export function lookAhead(scene: Scene, ports: PreparePorts): void {
  const { picture, ahead } = scene
  if (!ahead) return
  const shown = new Set(layersIn(picture).map(({ clip }) => clip.id))
  for (const { clip, content } of layersIn(ahead)) {
    if (content.kind !== 'media' || shown.has(clip.id)) continue
    const [copy = 'original'] = copiesOfAsset(content.asset, scene, ports)
    ports.pictures.warm(content.asset, content.time, copy)
  }
}

const copiesOfAsset = (
  { info, mediaKey }: Asset,
  { quality, isDraft }: Scene,
  ports: PreparePorts,
): MediaCopy[] => {
  const hasProxy = info.kind === 'video' && ports.hasProxy(mediaKey)
  return copiesOf({ hasProxy, isShownConverted: isShownConverted(info) }, quality, isDraft)
}
