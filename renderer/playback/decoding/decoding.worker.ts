/** Reads and decodes media beside the page's own thread, which has pictures to draw and hands to follow meanwhile. */
import { expose, proxy } from 'comlink'
import type { ColorReading } from '../colorReading.ts'
import type { MediaCopy } from '../MediaCopy.ts'
import { openPictures } from './pictureReader.ts'
import { openSound } from './soundReader.ts'

const decoding = {
  async pictures(copy: MediaCopy, mediaKey: string, reading: ColorReading | null) {
    return proxy(await openPictures(copy, mediaKey, reading))
  },
  async sound(mediaKey: string) {
    const reader = await openSound(mediaKey)
    return reader && proxy(reader)
  },
}
export type Decoding = typeof decoding

expose(decoding)
