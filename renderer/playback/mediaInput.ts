/** Opens media for decoding, over the media protocol. One reader per address is shared by all who decode from it. */
import { ALL_FORMATS, Input, UrlSource } from 'mediabunny'
import { mediaUrl } from '../../shared/ipc/api.ts'

export type MediaCopy = 'original' | 'proxy'

/** Bytes each open file may keep in memory. */
const READ_CACHE_BYTES = 16 * 1024 * 1024

export const openMedia = (copy: MediaCopy, mediaKey: string): Input =>
  new Input({
    source: new UrlSource(mediaUrl(copy, mediaKey), {
      maxCacheSize: READ_CACHE_BYTES,
      // A missing file is a state to show, not a network to wait for.
      getRetryDelay: () => null,
    }),
    formats: ALL_FORMATS,
  })
