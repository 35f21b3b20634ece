/** Filmstrip and poster pictures, loaded once each and kept for as long as the window lives. */
import { useSyncExternalStore } from 'react'
import { mediaUrl } from '../../shared/ipc/api.ts'

type Loaded = HTMLImageElement | 'loading' | 'failed'

const sprites = new Map<string, Loaded>()
const listeners = new Set<() => void>()
const tell = (): void => {
  for (const listener of listeners) listener()
}

function request(url: string): void {
  const image = new Image()
  sprites.set(url, 'loading')
  image.onload = () => {
    sprites.set(url, image)
    tell()
  }
  image.onerror = () => {
    sprites.set(url, 'failed')
    tell()
  }
  image.src = url
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The picture once it is there; null `mediaKey` asks for nothing. */
export function useSprite(
  what: 'filmstrip' | 'poster',
  mediaKey: string | null,
): HTMLImageElement | null {
  const url = mediaKey === null ? null : mediaUrl(what, mediaKey)
  const sprite = useSyncExternalStore(subscribe, () =>
    url === null ? undefined : sprites.get(url),
  )
  if (url !== null && sprite === undefined) request(url)
  return sprite instanceof HTMLImageElement ? sprite : null
}

/** The whole filmstrip of a medium if it is here, else null; it is loaded for the next time. */
export function filmstripNow(mediaKey: string): HTMLImageElement | null {
  const url = mediaUrl('filmstrip', mediaKey)
  const sprite = sprites.get(url)
  if (sprite === undefined) request(url)
  return sprite instanceof HTMLImageElement ? sprite : null
}
