/** Names of derived files in the store's cache. What stands before the first point or `-540p` is the medium's key. */
import type { SegmentRef } from '../../shared/render/filmstrip.ts'
import type { Derived } from '../database/repositories/preparations.ts'

const PROXY_ENDING = '-540p'

export const cacheKey = (what: Derived, mediaKey: string): string => {
  switch (what) {
    case 'poster':
    case 'filmstrip':
      return `${mediaKey}.jpg`
    case 'peaks':
      return `${mediaKey}.peaks`
    case 'proxy':
      return `${mediaKey}${PROXY_ENDING}.mp4`
  }
}

/** Of a part of a filmstrip that is denser than the whole one. */
export const tilesKey = (mediaKey: string, { density, segment }: SegmentRef): string =>
  `${mediaKey}.${density}-${segment}.jpg`

/** The medium that an entry of the cache was made of; for pictures of projects a key that no medium has. */
export function mediaKeyOf(key: string): string {
  const [name = ''] = key.split('.')
  return name.endsWith(PROXY_ENDING) ? name.slice(0, -PROXY_ENDING.length) : name
}
