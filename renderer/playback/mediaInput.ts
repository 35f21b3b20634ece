/** Opens media for decoding, over the media protocol. One reader per address is shared by all who decode from it. */
import type { Input } from 'mediabunny'
import { mediaUrl } from '../../shared/ipc/api.ts'
import { call } from '../bridge/keyreel.ts'

export type MediaCopy = 'original' | 'proxy'

/** Bytes each open file may keep in memory. */
const READ_CACHE_BYTES = 16 * 1024 * 1024

/** Comes with the first medium that is opened: it is as large as the rest of the window, which does not wait for it. */
export const loadDecoders = () => import('./decoders.ts')

export async function openMedia(copy: MediaCopy, mediaKey: string): Promise<Input> {
  const { ALL_FORMATS, Input, UrlSource } = await loadDecoders()
  return new Input({
    source: new UrlSource(mediaUrl(copy, mediaKey), {
      maxCacheSize: READ_CACHE_BYTES,
      // A missing file is a state to show, not a network to wait for.
      getRetryDelay: () => null,
      // Of bytes fetched ahead: whoever needs them asks for them again, and is told.
      handleUnhandledError: (error) => void logged(mediaKey, error),
    }),
    formats: ALL_FORMATS,
  })
}

const logged = (mediaKey: string, error: unknown) =>
  call('app:log', {
    level: 'info',
    message: `Reading ahead in ${mediaKey}: ${error instanceof Error ? error.message : String(error)}`,
  })

/** The file is there, and this window has no decoder for it: asking again changes nothing. */
export class NotDecodable extends Error {
  override readonly name = 'NotDecodable'
}
