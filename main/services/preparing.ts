/** Which derived files a medium gets, and in which order all of them are made: what somebody looks at comes first. */

import { randomUUID } from 'node:crypto'
import type { JobId } from '../../shared/model/ids.ts'
import type { MediaInfo } from '../../shared/model/mediaInfo.ts'
import { say } from '../../shared/words/say.ts'
import type { MediaRow } from '../database/repositories/media.ts'
import { PREPARATIONS, type Preparation } from '../database/repositories/preparations.ts'
import type { Store } from '../database/store.ts'
import { preparePayloadSchema } from '../jobs/payloads.ts'
import { type Clock, isoTime } from './Clock.ts'
import { needsProxy } from './needsProxy.ts'

/** Keys of media that the window works with now. */
export interface Wanted {
  /** Used by the open timeline. */
  readonly timeline: readonly string[]
  /** Seen in the library. */
  readonly visible: readonly string[]
}

/**
 * Every poster before anything else, then what the open timeline needs, then the rest; among equals what is in view,
 * then the newest import (the queue's own order).
 */
const PRIORITY: Readonly<
  Record<Preparation, { readonly timeline: number; readonly other: number }>
> = {
  poster: { timeline: 40, other: 40 },
  // Its first tile costs little; the sound is then read from end to end.
  filmstrip: { timeline: 34, other: 14 },
  peaks: { timeline: 32, other: 12 },
  proxy: { timeline: 30, other: 10 },
  // Nobody waits for it, and it reads the whole file.
  hash: { timeline: 1, other: 1 },
}
const IN_VIEW = 1

const needed = (what: Preparation, info: MediaInfo): boolean => {
  switch (what) {
    case 'poster':
      return info.kind !== 'audio'
    case 'filmstrip':
      return info.kind === 'video'
    case 'peaks':
      return info.audio.length > 0
    case 'proxy':
      return needsProxy(info)
    case 'hash':
      return true
  }
}

export type Preparing = ReturnType<typeof createPreparing>

export function createPreparing({
  store,
  clock,
}: {
  readonly store: Store
  readonly clock: Clock
}) {
  let timeline: ReadonlySet<string> = new Set()
  let visible: ReadonlySet<string> = new Set()
  /** Where no window is open, whatever is asked for is wanted. */
  let isTold = false

  function priorityOf(what: Preparation, mediaKey: string): number {
    const isPlaced = timeline.has(mediaKey)
    const base = PRIORITY[what][isPlaced ? 'timeline' : 'other']
    return base + (isPlaced || visible.has(mediaKey) ? IN_VIEW : 0)
  }

  /** What open jobs of a medium make already. */
  function underway(mediaKey: string): (what: Preparation) => boolean {
    const payloads = store.jobs
      .openAbout('prepare', mediaKey)
      .map(({ payload }) => preparePayloadSchema.parse(payload))
    return (what) => payloads.some((payload) => payload.what === undefined || payload.what === what)
  }

  return {
    /**
     * To be called inside the transaction that writes the media row; answers the jobs to announce.
     * @param options.at when the import began, ISO 8601: media of one import keep their order
     * @param options.isAwaited as if the open timeline used it: a take that somebody waits for
     * @param options.isProxyWanted somebody asked for a stand-in, needed or not; sound and stills never have one
     */
    queue(
      row: MediaRow,
      name: string,
      options: {
        readonly at?: string
        readonly isAwaited?: boolean
        readonly isProxyWanted?: boolean
      } = {},
    ): JobId[] {
      const { mediaKey, info } = row
      const known = new Map(store.preparations.of(mediaKey).map((p) => [p.what, p.state]))
      const isUnderway = underway(mediaKey)
      if (options.isAwaited) timeline = new Set([...timeline, mediaKey])
      const jobs: JobId[] = []
      for (const what of PREPARATIONS) {
        const state = known.get(what)
        if (state === 'ready' || state === 'running') continue
        // What waits already was asked for, be it by a person: a wanted proxy that was lost is made again.
        const isMade =
          needed(what, info) ||
          state === 'queued' ||
          (what === 'proxy' && options.isProxyWanted === true && info.kind === 'video')
        store.preparations.put(mediaKey, what, isMade ? 'queued' : 'none')
        if (!isMade || isUnderway(what)) continue
        const id = randomUUID() as JobId
        store.jobs.insert({
          ...{ id, kind: 'prepare', lane: what === 'proxy' ? 'proxy' : 'prepare' },
          title: say('job:prepare', { what: say(`job:${what}`), name }),
          priority: priorityOf(what, mediaKey),
          subject: { mediaKey },
          payload: { mediaKey, what },
          createdAt: options.at ?? isoTime(clock),
        })
        jobs.push(id)
      }
      return jobs
    },

    /** Whether somebody works with a medium now, so that what is lost of it is made again. */
    isWanted: (mediaKey: string): boolean =>
      !isTold || timeline.has(mediaKey) || visible.has(mediaKey),

    /** What the window works with from now on: jobs that wait are put into that order. */
    want(wanted: Wanted): void {
      isTold = true
      timeline = new Set(wanted.timeline)
      visible = new Set(wanted.visible)
      store.transaction(() => {
        for (const { id, kind, payload } of store.jobs.withStatus('queued')) {
          const { what, mediaKey } = kind === 'prepare' ? preparePayloadSchema.parse(payload) : {}
          if (what && mediaKey) store.jobs.setPriority(id, priorityOf(what, mediaKey))
        }
      })
    },
  }
}
