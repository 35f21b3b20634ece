/** Names of derived files in the store's cache. */
import type { Derived } from '../database/repositories/preparations.ts'

export const cacheKey = (what: Derived, mediaKey: string): string => {
  switch (what) {
    case 'poster':
    case 'filmstrip':
      return `${mediaKey}.jpg`
    case 'peaks':
      return `${mediaKey}.bin`
    case 'proxy':
      return `${mediaKey}-540p.mp4`
  }
}
