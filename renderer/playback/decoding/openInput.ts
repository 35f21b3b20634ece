/** Opens media for decoding, over the media protocol. What one reads of a file, all who have it open have read. */
import { ALL_FORMATS, CustomSource, Input } from 'mediabunny'
import { mediaUrl } from '../../../shared/ipc/api.ts'
import type { MediaCopy } from '../MediaCopy.ts'
import { createMediaBytes } from './mediaBytes.ts'

/** Bytes that each reader keeps for itself, of packets it is about to decode. */
const OWN_BYTES = 2 * 1024 * 1024

/** @param ahead as {@link createMediaBytes} has it */
export function openInput(copy: MediaCopy, mediaKey: string, ahead: number): Input {
  const bytes = bytesOf(mediaUrl(copy, mediaKey), ahead)
  return new Input({
    source: new CustomSource({
      getSize: () => bytes.size(),
      read: (start, end) => bytes.read(start, end),
      dispose: () => bytes.close(),
      // The blocks reach further than what is asked for.
      prefetchProfile: 'none',
      maxCacheSize: OWN_BYTES,
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
