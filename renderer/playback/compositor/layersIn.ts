/** Every layer of a picture, of both sides of its transitions and of nested timelines too. */
import type { Picture, PictureClip, PictureLayer } from '../../../shared/render/picture.ts'

export const layersIn = ({ nodes }: Picture): PictureLayer[] =>
  clipsIn(nodes).flatMap((clip) => {
    if (clip.kind !== 'layer') return []
    const { content } = clip
    return content.kind === 'nested' ? [clip, ...layersIn(content.picture)] : [clip]
  })

/** Effects of layers and adjustments, nested ones too. */
export const effectsIn = ({ nodes }: Picture): PictureClip['effects'] =>
  clipsIn(nodes).flatMap((clip) =>
    clip.kind === 'layer' && clip.content.kind === 'nested'
      ? [...clip.effects, ...effectsIn(clip.content.picture)]
      : clip.effects,
  )

const clipsIn = (nodes: Picture['nodes']): PictureClip[] =>
  nodes.flatMap((node) =>
    node.kind === 'transition'
      ? [node.from, node.to].filter((clip): clip is PictureClip => clip !== null)
      : [node],
  )
