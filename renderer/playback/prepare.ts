/** Gets everything ready that a scene is drawn of: decoded frames, fonts, look-up tables. */
import type { Asset } from '../../shared/model/asset.ts'
import type { LookUpTables } from '../../shared/render/colorTable.ts'
import type { Card } from '../../shared/render/drawTitle.ts'
import type { LayerContent, MediaContent, PictureLayer } from '../../shared/render/picture.ts'
import { layersIn } from './compositor/layersIn.ts'
import type { Bitmap } from './effects/effects.ts'
import { fontsFor } from './fonts.ts'
import type { MediaCopy } from './mediaInput.ts'
import type { Pictures } from './pictures.ts'
import type { Scene } from './Scene.ts'

export interface PreparePorts {
  readonly pictures: Pictures
  /** Whether a proxy can be read for a medium now. */
  readonly hasProxy: (mediaKey: string) => boolean
  /** Words for shots without a take and for media that cannot be shown. */
  readonly card: (content: LayerContent, failure: string | null) => { title: string; text: string }
}

export interface Prepared {
  /** Of layers of media: their frame, or the card that stands for it. */
  readonly media: ReadonlyMap<PictureLayer, Bitmap | Card>
  readonly lookUpTables: LookUpTables
  /** Names of what cannot be shown. */
  readonly failures: readonly string[]
}

/** Null when it came too late. */
export async function prepare(
  scene: Scene,
  ports: PreparePorts,
  isStale: () => boolean,
): Promise<Prepared | null> {
  const layers = [...layersIn(scene.picture), ...(scene.other ? layersIn(scene.other) : [])]
  const failures: string[] = []
  const media = new Map<PictureLayer, Bitmap | Card>()
  ports.pictures.begin()
  await Promise.all([
    ...layers.map(async (layer) => {
      if (layer.content.kind !== 'media') return
      const frame = await frameOf(layer.content, scene, ports, isStale, failures)
      if (frame) media.set(layer, frame)
    }),
    ...layers.map(({ content }) => {
      if (content.kind === 'title') return fontsFor(content.title.text)
      return content.kind === 'caption' ? fontsFor(content.text) : null
    }),
  ])
  const isWhole = layers.every((layer) => layer.content.kind !== 'media' || media.has(layer))
  return isWhole ? { media, lookUpTables: new Map(), failures } : null
}

/** Opens what comes in a little later, so that it does not hold up its first frame. */
export function lookAhead({ picture, ahead, isDraft }: Scene, ports: PreparePorts): void {
  if (!ahead) return
  const shown = new Set(layersIn(picture).map(({ clip }) => clip.id))
  for (const { clip, content } of layersIn(ahead)) {
    if (content.kind !== 'media' || shown.has(clip.id)) continue
    const [copy = 'original'] = copiesOf(content.asset, isDraft, ports)
    ports.pictures.warm(content.asset, content.time, copy)
  }
}

/** In the order in which they are tried. */
function copiesOf({ info, mediaKey }: Asset, isDraft: boolean, ports: PreparePorts): MediaCopy[] {
  const hasProxy = info.kind === 'video' && ports.hasProxy(mediaKey)
  if (!hasProxy) return ['original']
  return isDraft ? ['proxy', 'original'] : ['original', 'proxy']
}

/** Null when it came too late. */
async function frameOf(
  content: MediaContent,
  { isDraft }: Scene,
  ports: PreparePorts,
  isStale: () => boolean,
  failures: string[],
): Promise<Bitmap | Card | null> {
  const { asset, time } = content
  let failure = ''
  for (const copy of copiesOf(asset, isDraft, ports)) {
    try {
      const image = await ports.pictures.at(asset, time, copy, isStale)
      // Proxies are smaller; the model's size is the original's, and scaling is the drawing's business.
      return image && { image, width: image.width, height: image.height }
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error)
    }
  }
  failures.push(asset.name)
  return { tone: 'missing', ...ports.card(content, failure) }
}
