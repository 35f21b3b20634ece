/** Opens media for decoding, over the media protocol. What one reads of a file, all who have it open have read. */
import type { Input } from 'mediabunny'
import { mediaUrl } from '../../shared/ipc/api.ts'
import { call } from '../bridge/keyreel.ts'
import type { MediaCopy } from './MediaCopy.ts'
import { createMediaBytes } from './mediaBytes.ts'

/** Bytes that each reader keeps for itself, of packets it is about to decode. */
const OWN_BYTES = 2 * 1024 * 1024

/** Comes with the first medium that is opened: it is as large as the rest of the window, which does not wait for it. */
export const loadDecoders = () => import('./decoders.ts')

export async function openMedia(copy: MediaCopy, mediaKey: string): Promise<Input> {
  const { ALL_FORMATS, CustomSource, Input } = await loadDecoders()
  const bytes = bytesOf(mediaUrl(copy, mediaKey))
  return new Input({
    source: new CustomSource({
      getSize: () => bytes.size(),
      read: (start, end) => bytes.read(start, end),
      dispose: () => bytes.close(),
      // A little ahead of what is decoded; the blocks reach further.
      prefetchProfile: 'fileSystem',
      maxCacheSize: OWN_BYTES,
      // Of bytes fetched ahead: whoever needs them asks for them again, and is told.
      handleUnhandledError: (error) => void logged(mediaKey, error),
    }),
    formats: ALL_FORMATS,
  })
}

const bytesOf = createMediaBytes({
  async fetchRange(url, start, end) {
    const answer = await fetch(url, { headers: { Range: `bytes=${start}-${end - 1}` } })
    if (answer.status !== 206) throw new Error(`The medium cannot be read: ${answer.status}`)
    return new Uint8Array(await answer.arrayBuffer())
  },
  async fetchSize(url) {
    const answer = await fetch(url, { method: 'HEAD' })
    if (!answer.ok) throw new Error(`The medium cannot be read: ${answer.status}`)
    return Number(answer.headers.get('Content-Length'))
  },
})

const logged = (mediaKey: string, error: unknown) =>
  call('app:log', {
    level: 'info',
    message: `Reading ahead in ${mediaKey}: ${error instanceof Error ? error.message : String(error)}`,
  })

/** The file is there, and this window has no decoder for it: asking again changes nothing. */
export class NotDecodable extends Error {
  override readonly name = 'NotDecodable'
}
