/** Filmstrip and poster pictures, loaded once each and kept for as long as the window lives; of an unfinished one the newest. */
import { useSyncExternalStore } from 'react'
import { mediaUrl } from '../../shared/ipc/api.ts'
import { useMedia } from '../store/media.ts'

type What = 'filmstrip' | 'poster'
interface Failed {
  readonly what: What
  readonly mediaKey: string
}
type Loaded = HTMLImageElement | 'loading' | Failed

const sprites = new Map<string, Loaded>()
/** The newest of each medium that was loaded, whole or a part, by the address of the whole. */
const newest = new Map<string, { readonly url: string; readonly image: HTMLImageElement }>()
const listeners = new Set<() => void>()
let version = 0
const tell = (): void => {
  version++
  for (const listener of listeners) listener()
}

/** One that was purged is asked for again as soon as there is news of it. */
useMedia.subscribe(({ byKey }, before) => {
  for (const [url, { what, mediaKey }] of failed()) {
    if (byKey[mediaKey]?.[what] !== before.byKey[mediaKey]?.[what]) sprites.delete(url)
  }
})

const failed = (): [string, Failed][] =>
  [...sprites].flatMap(([url, sprite]) =>
    sprite === 'loading' || sprite instanceof HTMLImageElement ? [] : [[url, sprite]],
  )

function request(url: string, whole: string, about: Failed): void {
  const image = new Image()
  sprites.set(url, 'loading')
  image.onload = () => {
    const before = newest.get(whole)
    if (before && before.url !== url) sprites.delete(before.url)
    sprites.set(url, image)
    newest.set(whole, { url, image })
    tell()
  }
  image.onerror = () => {
    sprites.set(url, about)
    tell()
  }
  image.src = url
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The picture once it is there; null `mediaKey` asks for nothing. Of an unfinished filmstrip what there is of it by now. */
export function useSprite(what: What, mediaKey: string | null): HTMLImageElement | null {
  const part = useMedia(({ byKey }) =>
    what === 'filmstrip' && mediaKey !== null ? byKey[mediaKey]?.filmstripPart : undefined,
  )
  const whole = mediaKey === null ? null : mediaUrl(what, mediaKey)
  const url = whole === null || part === undefined ? whole : `${whole}?part=${part}`
  const sprite = useSyncExternalStore(subscribe, () =>
    url === null ? undefined : sprites.get(url),
  )
  if (url === null || whole === null || mediaKey === null) return null
  if (sprite === undefined) request(url, whole, { what, mediaKey })
  return sprite instanceof HTMLImageElement ? sprite : (newest.get(whole)?.image ?? null)
}

/** A medium's whole filmstrip or its poster if it is here, else null; it is loaded for the next time. */
export function spriteNow(what: What, mediaKey: string): HTMLImageElement | null {
  const url = mediaUrl(what, mediaKey)
  const sprite = sprites.get(url)
  if (sprite === undefined) request(url, url, { what, mediaKey })
  return sprite instanceof HTMLImageElement ? sprite : null
}

/** Another number whenever more of them are here. */
export const useSpritesVersion = (): number => useSyncExternalStore(subscribe, () => version)
