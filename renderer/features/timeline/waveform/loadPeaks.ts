/** Fetches a medium's peaks once and keeps their levels. */
import { useEffect, useState } from 'react'
import { mediaUrl } from '../../../../shared/ipc/api.ts'
import { useMedia } from '../../../store/media.ts'
import { type PeakLevels, peakLevels } from './peaks.ts'

const loaded = new Map<string, Promise<PeakLevels>>()

async function load(mediaKey: string, perSecond: number): Promise<PeakLevels> {
  const answer = await fetch(mediaUrl('peaks', mediaKey))
  if (!answer.ok) throw new Error(`The peaks of ${mediaKey} cannot be read (${answer.status})`)
  return peakLevels(new Int8Array(await answer.arrayBuffer()), perSecond)
}

/** Null until they are there. A failure is thrown to the nearest error boundary. */
export function usePeaks(mediaKey: string): PeakLevels | null {
  const perSecond = useMedia((state) => state.byKey[mediaKey]?.peaksPerSecond)
  const [peaks, setPeaks] = useState<PeakLevels | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    if (perSecond === undefined) return
    let isMounted = true
    const known = loaded.get(mediaKey) ?? load(mediaKey, perSecond)
    loaded.set(mediaKey, known)
    known.then(
      (levels) => isMounted && setPeaks(levels),
      (error: unknown) => {
        loaded.delete(mediaKey)
        if (isMounted) setFailure(error)
      },
    )
    return () => {
      isMounted = false
    }
  }, [mediaKey, perSecond])
  if (failure) throw failure
  return peaks
}
