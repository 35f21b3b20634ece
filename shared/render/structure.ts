/** What must stay the same from frame to frame for one filter graph to draw them all. */
import { isColorEffect } from './colorTable.ts'
import type { EffectAt } from './effectAt.ts'
import type { LayerContent, PictureClip, PictureNode } from './picture.ts'

/** Frames with the same text differ in numbers and media times only. */
export const structureOf = (nodes: readonly PictureNode[]): string => nodes.map(ofNode).join(' ')

function ofNode(node: PictureNode): string {
  if (node.kind !== 'transition') return ofClip(node)
  const { transition, from, to, progress } = node
  const sides = `${from ? ofClip(from) : '-'}>${to ? ofClip(to) : '-'}`
  // A dip shows one clip, and then the other.
  const half = transition.style.kind === 'dip' ? progress < 0.5 : ''
  return `${transition.id}${half}(${sides})`
}

const ofClip = (node: PictureClip): string =>
  `${node.clip.id}${node.kind === 'layer' ? ofContent(node.content) : ''}${node.effects.map(ofEffect).join('')}`

/** A vignette that turns from dark to bright is another filter. */
const ofEffect = (effect: EffectAt): string =>
  effect.kind === 'vignette' ? `v${Math.sign(effect.amount)}` : isColorEffect(effect) ? 'c' : 'e'

const ofContent = (content: LayerContent): string =>
  content.kind === 'nested' ? `[${structureOf(content.picture.nodes)}]` : content.kind
