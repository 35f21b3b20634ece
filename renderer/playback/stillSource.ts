/** A still picture, decoded once and kept with the frames. Formats that the window cannot read are shown by their poster. */
import { mediaUrl } from '../../shared/ipc/api.ts'
import type { CachedFrame, FrameCache } from './frameCache.ts'

export interface StillSource {
  /** Under which the picture is kept. */
  readonly name: string
  /** The picture, if it is decoded already. */
  now(): CachedFrame | null
  /**
   * The picture belongs to the cache, which keeps it open until its next `begin`.
   * @throws Error when neither the file nor its poster can be shown.
   */
  picture(): Promise<CachedFrame>
}

const BYTES_PER_PIXEL = 4

async function load(what: 'original' | 'poster', mediaKey: string): Promise<CachedFrame> {
  const answer = await fetch(mediaUrl(what, mediaKey))
  if (!answer.ok) throw new Error(`The picture cannot be read (${answer.status})`)
  const picture = await createImageBitmap(await answer.blob())
  const { width, height } = picture
  const bytes = width * height * BYTES_PER_PIXEL
  return { picture, width, height, bytes, start: 0, end: Number.POSITIVE_INFINITY }
}

export function createStillSource(mediaKey: string, cache: FrameCache): StillSource {
  const name = `still/${mediaKey}`
  const now = (): CachedFrame | null => cache.find(name, 0)
  let loading: Promise<CachedFrame> | null = null
  const decode = async (): Promise<CachedFrame> => {
    try {
      const frame = await load('original', mediaKey).catch(() => load('poster', mediaKey))
      cache.add(name, frame)
      return frame
    } finally {
      loading = null
    }
  }
  return {
    name,
    now,
    async picture() {
      const known = now()
      if (known) return known
      loading ??= decode()
      return loading
    },
  }
}
