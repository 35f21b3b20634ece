/** Which copy of a medium is shown: the file itself, or its proxy. Pure. */
import type { Quality } from '../store/preferences.ts'
import type { MediaCopy } from './mediaInput.ts'

/** In the order in which they are tried: where the first cannot be decoded, the other stands in. */
export function copiesOf(hasProxy: boolean, quality: Quality, isDraft: boolean): MediaCopy[] {
  if (!hasProxy) return ['original']
  const isProxyFirst = quality === 'proxy' || (quality === 'automatic' && isDraft)
  return isProxyFirst ? ['proxy', 'original'] : ['original', 'proxy']
}
