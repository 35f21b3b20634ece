/** How far each medium's posters, filmstrips and peaks are, by media key. */
import { create } from 'zustand'
import type { MediaStatus } from '../../shared/ipc/calls/media.ts'
import { call, on } from '../bridge/keyreel.ts'

export const useMedia = create<{ readonly byKey: Readonly<Record<string, MediaStatus>> }>(() => ({
  byKey: {},
}))

const keep = (statuses: readonly MediaStatus[]): void =>
  useMedia.setState(({ byKey }) => ({
    byKey: { ...byKey, ...Object.fromEntries(statuses.map((status) => [status.mediaKey, status])) },
  }))

/** Starts listening; answers the function that stops. */
export function followMedia(): () => void {
  const stops = [
    on('media:changed', ({ status }) => keep([status])),
    // A preparation that came to nothing, or waits again, tells no news of its own.
    on('job:changed', ({ job }) => {
      const { mediaKey } = job.subject
      if (job.kind !== 'prepare' || mediaKey === undefined || job.state.status === 'running') return
      if (job.state.status !== 'done')
        void call('media:status', { mediaKeys: [mediaKey] }).then(({ media }) => keep(media))
    }),
  ]
  // Files come and go while another program is in front.
  const askAgain = (): void => {
    if (asked.size > 0)
      void call('media:status', { mediaKeys: [...asked] }).then(({ media }) => keep(media))
  }
  // Another process prepares media as we do, without telling.
  stops.push(
    on('store:changed', () => {
      const { byKey } = useMedia.getState()
      const unfinished = [...asked].filter((key) => !isPrepared(byKey[key]))
      if (unfinished.length > 0)
        void call('media:status', { mediaKeys: unfinished }).then(({ media }) => keep(media))
    }),
  )
  window.addEventListener('focus', askAgain)
  return () => {
    for (const stop of stops) stop()
    window.removeEventListener('focus', askAgain)
  }
}

const isPrepared = (status: MediaStatus | undefined): boolean =>
  status !== undefined &&
  ![status.poster, status.filmstrip, status.peaks].some(
    (part) => part === 'queued' || part === 'running',
  )

const asked = new Set<string>()

/** Asks for keys not asked for before; their news arrives by event from then on. */
export async function watchMedia(mediaKeys: readonly string[]): Promise<void> {
  const fresh = [...new Set(mediaKeys)].filter((key) => !asked.has(key))
  if (fresh.length === 0) return
  for (const key of fresh) asked.add(key)
  const { media } = await call('media:status', { mediaKeys: fresh })
  keep(media)
}
