/** One reader for each medium's outline, over the media protocol. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { mediaUrl } from '../../../../shared/ipc/api.ts'
import type { PeakFile } from '../../../../shared/render/peakLayout.ts'
import { useMedia } from '../../../store/media.ts'
import { createPeakReader, type PeakReader } from './peakReader.ts'

const readers = new Map<string, PeakReader>()
/** What each reader was told last. */
const outlines = new WeakMap<PeakReader, PeakFile>()
const listeners = new Set<() => void>()
let versionOfAll = 0

/** Null for what is gone: the news of it is on its way, and it is made again. */
async function read(mediaKey: string, offset: number, length: number): Promise<Uint8Array | null> {
  const answer = await fetch(mediaUrl('peaks', mediaKey), {
    headers: { Range: `bytes=${offset}-${offset + length - 1}` },
  })
  if (answer.status === 404 || answer.status === 416) return null
  if (!answer.ok) throw new Error(`The peaks of ${mediaKey} cannot be read (${answer.status})`)
  return new Uint8Array(await answer.arrayBuffer())
}

function readerOf(mediaKey: string, onFailure: (error: unknown) => void): PeakReader {
  const known = readers.get(mediaKey)
  if (known) return known
  const reader = createPeakReader({
    read: (offset, length) => read(mediaKey, offset, length),
    onFailure,
  })
  readers.set(mediaKey, reader)
  reader.subscribe(() => {
    versionOfAll++
    for (const listener of listeners) listener()
  })
  return reader
}

export interface Peaks {
  readonly reader: PeakReader
  /** Another number whenever there is more to draw. */
  readonly version: number
}

/** Null until there is something. A failure is thrown to the nearest error boundary. */
export function usePeaks(mediaKey: string): Peaks | null {
  const outline = useMedia((state) => state.byKey[mediaKey]?.outline)
  const [failure, setFailure] = useState<unknown>(null)
  const [shown, setShown] = useState<PeakReader | null>(null)
  useEffect(() => {
    if (!outline) return
    const reader = readerOf(mediaKey, setFailure)
    if (outlines.get(reader) !== outline) reader.update(outline)
    outlines.set(reader, outline)
    setShown(reader)
  }, [mediaKey, outline])
  const version = useSyncExternalStore(shown?.subscribe ?? nothing, shown?.version ?? (() => 0))
  const peaks = useMemo(() => shown && { reader: shown, version }, [shown, version])
  if (failure) throw failure
  return peaks
}

const nothing = () => () => undefined

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Readers of media as they are asked for, null until there is something; another function whenever there is more to draw.
 * A failure is thrown to the nearest error boundary.
 */
export function useManyPeaks(): (mediaKey: string) => PeakReader | null {
  const byKey = useMedia((state) => state.byKey)
  const version = useSyncExternalStore(subscribe, () => versionOfAll)
  const [failure, setFailure] = useState<unknown>(null)
  if (failure) throw failure
  return useMemo(
    () => (mediaKey) => {
      const outline = byKey[mediaKey]?.outline
      if (!outline) return null
      const reader = readerOf(mediaKey, setFailure)
      if (outlines.get(reader) !== outline) reader.update(outline)
      outlines.set(reader, outline)
      return reader
    },
    // Says that more can be drawn.
    [byKey, version],
  )
}
