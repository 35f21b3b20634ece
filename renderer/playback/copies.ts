/** Which copy of a medium is shown: the file itself, or its proxy. Pure. */
import type { Quality } from '../store/preferences.ts'
import type { MediaCopy } from './MediaCopy.ts'

export interface Copies {
  readonly hasProxy: boolean
  /** The file's own picture would be another one than everybody else shows (docs/media.md). */
  readonly isShownConverted: boolean
}

/** In the order in which they are tried: where the first cannot be decoded, the other stands in. */
export function copiesOf(
  { hasProxy, isShownConverted }: Copies,
  quality: Quality,
  isDraft: boolean,
): MediaCopy[] {
  if (!hasProxy) return ['original']
  const isProxyFirst =
    isShownConverted || quality === 'proxy' || (quality === 'automatic' && isDraft)
  return isProxyFirst ? ['proxy', 'original'] : ['original', 'proxy']
}
