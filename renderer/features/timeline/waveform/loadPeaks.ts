/** Fetches a medium's peaks and keeps their levels; of a long one first its beginning, as far as it is made. */
import { useEffect, useState } from 'react'
import { mediaUrl } from '../../../../shared/ipc/api.ts'
import { useMedia } from '../../../store/media.ts'
import { type PeakLevels, peakLevels } from './peaks.ts'

interface Loaded {
  /** Pairs that were there; absent where all are. */
  readonly part: number | undefined
  readonly levels: Promise<PeakLevels | null>
}

const loaded = new Map<string, Loaded>()

/** Null for a part that is no part any more: the news that it is finished, or gone, is on its way. */
async function load(
  mediaKey: string,
  perSecond: number,
  part: number | undefined,
): Promise<PeakLevels | null> {
  const answer = await fetch(mediaUrl('peaks', mediaKey))
  if (!answer.ok && part !== undefined) return null
  if (!answer.ok) throw new Error(`The peaks of ${mediaKey} cannot be read (${answer.status})`)
  const bytes = new Int8Array(await answer.arrayBuffer())
  // What is written just now may end within a pair.
  return peakLevels(bytes.subarray(0, bytes.length & ~1), perSecond)
}

/** Null until they are there. A failure is thrown to the nearest error boundary. */
export function usePeaks(mediaKey: string): PeakLevels | null {
  const perSecond = useMedia((state) => state.byKey[mediaKey]?.peaksPerSecond)
  const part = useMedia((state) => state.byKey[mediaKey]?.peaksPart)
  const [peaks, setPeaks] = useState<PeakLevels | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    if (perSecond === undefined) return
    let isMounted = true
    const before = loaded.get(mediaKey)
    const known =
      before && before.part === part ? before : { part, levels: load(mediaKey, perSecond, part) }
    loaded.set(mediaKey, known)
    known.levels.then(
      (levels) => isMounted && levels && setPeaks(levels),
      (error: unknown) => {
        loaded.delete(mediaKey)
        if (isMounted) setFailure(error)
      },
    )
    return () => {
      isMounted = false
    }
  }, [mediaKey, perSecond, part])
  if (failure) throw failure
  return peaks
}
