/**
 * Tiles for a timeline that is zoomed in: asked for where they are in view, loaded as they are made, the latest kept.
 * Whatever is not here yet is drawn from coarser ones.
 */
import { useSyncExternalStore } from 'react'
import { tilesUrl } from '../../shared/ipc/api.ts'
import { denseTileAt, SEGMENT_TILES } from '../../shared/render/filmstrip.ts'
import { call, on } from '../bridge/keyreel.ts'

export interface TilesInView {
  readonly mediaKey: string
  readonly density: number
  /** Segments, both included. */
  readonly first: number
  readonly last: number
}

/** Whoever scrolls and zooms is not asked for at every step. */
const SETTLED_MS = 120
/** Sprites, each some 100 kB when decoded. */
const KEPT = 300

/** By who draws them. */
const inView = new Map<object, TilesInView>()
/** In order of use, the latest last. */
const sprites = new Map<string, HTMLImageElement | 'loading'>()
const listeners = new Set<() => void>()
let version = 0
let due: ReturnType<typeof setTimeout> | undefined
let isListening = false

const nameOf = (mediaKey: string, density: number, segment: number): string =>
  tilesUrl(mediaKey, density, segment)

function load(mediaKey: string, density: number, segment: number): void {
  const name = nameOf(mediaKey, density, segment)
  if (sprites.has(name)) return
  sprites.set(name, 'loading')
  const image = new Image()
  image.onload = () => {
    sprites.set(name, image)
    const [oldest] = sprites.keys()
    if (sprites.size > KEPT && oldest !== undefined) sprites.delete(oldest)
    version++
    for (const listener of listeners) listener()
  }
  // Purged between the news and now: it is made again when it is asked for again.
  image.onerror = () => sprites.delete(name)
  image.src = name
}

async function ask(): Promise<void> {
  due = undefined
  if (!isListening) {
    on('media:tiles', ({ mediaKey, density, segment }) => load(mediaKey, density, segment))
    isListening = true
  }
  const { ready } = await call('media:wantedTiles', { wanted: [...inView.values()] })
  for (const { mediaKey, density, segment } of ready) load(mediaKey, density, segment)
}

/** Says what one strip shows; null when nothing of it needs more than the whole strip has. */
export function showTiles(owner: object, shown: TilesInView | null): void {
  const before = inView.get(owner)
  if (JSON.stringify(before ?? null) === JSON.stringify(shown)) return
  if (shown) inView.set(owner, shown)
  else inView.delete(owner)
  clearTimeout(due)
  due = setTimeout(() => void ask(), SETTLED_MS)
}

export interface CloseTile {
  readonly image: HTMLImageElement
  /** Which of its tiles, from the left. */
  readonly index: number
}

/** The tile that shows a moment at a density, or at the nearest coarser one that is here; null where there is none. */
export function closeTile(mediaKey: string, density: number, seconds: number): CloseTile | null {
  for (let tried = density; tried >= 0; tried--) {
    const tile = denseTileAt(tried, seconds)
    const name = nameOf(mediaKey, tried, Math.floor(tile / SEGMENT_TILES))
    const image = sprites.get(name)
    if (!(image instanceof HTMLImageElement)) continue
    sprites.delete(name)
    sprites.set(name, image)
    return { image, index: tile % SEGMENT_TILES }
  }
  return null
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Another number whenever more of them are here. */
export const useTilesVersion = (): number => useSyncExternalStore(subscribe, () => version)
