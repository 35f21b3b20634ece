/** The recorded frames in a picture, bottom first, those of nested timelines too; of a transition, the nearer clip's. */
import type { MediaContent, Picture, PictureClip, PictureNode } from './picture.ts'

export const footageIn = ({ nodes }: Picture): MediaContent[] =>
  nodes.flatMap((node) => {
    const clip = nearerClip(node)
    if (clip?.kind !== 'layer') return []
    const { content } = clip
    if (content.kind === 'nested') return footageIn(content.picture)
    return content.kind === 'media' ? [content] : []
  })

/** A transition's clip that is seen more of. */
export function nearerClip(node: PictureNode): PictureClip | null {
  if (node.kind !== 'transition') return node
  const { from, to, progress } = node
  return progress < 0.5 ? (from ?? to) : (to ?? from)
}
