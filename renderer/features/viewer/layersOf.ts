/**
 * What the monitor's canvas draws of a picture: of a transition its nearer clip, of adjustments and captions nothing,
 * of titles and nested timelines a card with the clip's name.
 */
import { nearerClip } from '../../../shared/render/footageIn.ts'
import type { PictureLayer, PictureNode } from '../../../shared/render/picture.ts'

export const layersOf = (nodes: readonly PictureNode[]): PictureLayer[] =>
  nodes.flatMap((node) => {
    const layer = nearerClip(node)
    if (layer?.kind !== 'layer' || layer.content.kind === 'caption') return []
    const isMade = layer.content.kind === 'title' || layer.content.kind === 'nested'
    return isMade ? [{ ...layer, content: { kind: 'card', name: layer.clip.name } }] : [layer]
  })
