/** What is seen of a clip that is only a bar: its kind, and what it is marked by. */
import type { Clip } from '../../../../shared/model/clip.ts'
import { clipMedia } from '../../../../shared/model/clipMedia.ts'
import type { ItemId } from '../../../../shared/model/ids.ts'
import type { Project } from '../../../../shared/model/project.ts'
import type { PlacedItem } from '../../../../shared/model/select.ts'
import type { Tokens } from '../tokens.ts'

/** Named as the stylesheet names their colours. */
type Kind = 'picture' | 'sound' | 'shot' | 'missing'

/** `-off` is a clip that is switched off. Comparable, so that bars can be joined. */
export type Look = `${Kind}${'' | '-off'}${'' | '-chosen'}`

interface Known {
  readonly isOnline: (mediaKey: string) => boolean
  readonly chosen: ReadonlySet<ItemId>
}

export function lookOf(
  project: Project,
  { item, track }: PlacedItem<Clip>,
  { isOnline, chosen }: Known,
): Look {
  const media = clipMedia(project, item)
  const isMissing =
    media.kind === 'missing' || (media.kind === 'asset' && !isOnline(media.asset.mediaKey))
  const isShot = item.source.kind === 'shot'
  const kind = isMissing
    ? 'missing'
    : track.kind === 'sound'
      ? 'sound'
      : isShot
        ? 'shot'
        : 'picture'
  return `${kind}${item.enabled ? '' : '-off'}${chosen.has(item.id) ? '-chosen' : ''}`
}

/** How a look is painted. */
export interface Paint {
  readonly color: string
  readonly alpha: number
  readonly isChosen: boolean
}

/** Made once for each drawing, so that alike looks are read once. */
export function paintsOf(tokens: Tokens): (look: Look) => Paint {
  const known = new Map<Look, Paint>()
  return (look) => {
    const found = known.get(look) ?? paintOf(look, tokens)
    known.set(look, found)
    return found
  }
}

function paintOf(look: Look, tokens: Tokens): Paint {
  const [kind = '', ...marks] = look.split('-')
  return {
    color: tokens.of(kind),
    alpha: marks.includes('off') ? 0.5 : 1,
    isChosen: marks.includes('chosen'),
  }
}
