/** Makes what the window needs to show a medium: poster, peaks, filmstrip, and a stand-in where it cannot decode it. */

import { stat } from 'node:fs/promises'
import type { z } from 'zod'
import type { MediaInfo } from '../../../shared/model/mediaInfo.ts'
import { TILE_HEIGHT, tileSize } from '../../../shared/render/filmstrip.ts'
import { soundStream } from '../../../shared/render/mediaZero.ts'
import { countOf, outlinedChannels, PEAKS_PER_SECOND } from '../../../shared/render/peakLayout.ts'
import { multiply, type Rational, rational, toNumber, ZERO } from '../../../shared/time/rational.ts'
import { type Said, sentences } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import type { MediaRow } from '../../database/repositories/media.ts'
import type { Preparation, PreparationFacts } from '../../database/repositories/preparations.ts'
import type { Store } from '../../database/store.ts'
import { hashAll, hashSlowly } from '../../files/identity.ts'
import type { MediaStore } from '../../files/mediaStore.ts'
import { picturePaths } from '../../files/sequenceFolder.ts'
import type { MediaEngine } from '../../media/MediaEngine.ts'
import { cacheKey } from '../../services/cacheKeys.ts'
import { ServiceError } from '../../services/ServiceError.ts'
import { explainFailure } from '../explainFailure.ts'
import { createFirstTiles, type FirstTiles } from '../firstTiles.ts'
import { preparePayloadSchema } from '../payloads.ts'
import { defineRunner, type Finish, type RunContext } from '../Runner.ts'
import { refuseOtherContent } from './refuseOtherContent.ts'

/** Writes a stand-in of `path` to `out`. */
export type WriteProxy = (
  path: string,
  out: string,
  options: { readonly signal: AbortSignal; readonly onFrame: (frame: number) => void },
) => Promise<void>

export interface PreparePorts {
  readonly store: Store
  readonly engine: MediaEngine
  readonly files: MediaStore
  readonly writeProxy: WriteProxy
  /** Resolves while nothing plays. */
  readonly whenQuiet: () => Promise<void>
  /** Tells the window how far a medium is. */
  readonly onStatus: (mediaKey: string) => Promise<void>
}

type Ports = PreparePorts & { readonly firstTiles: FirstTiles }

/** In this order: what is seen first comes first. */
const ORDER: readonly Preparation[] = ['poster', 'peaks', 'filmstrip', 'proxy', 'hash']
const POSTER_SIDE = 480
/** By the time that the fourth is there the first has been drawn. */
const FIRST_TILES = 4

/** One tile a second, between 40 and 60, and never more than there are pictures. */
export function tileCount(info: MediaInfo): number {
  const pictures = info.video[0]?.frameCount ?? Number.POSITIVE_INFINITY
  const wanted = Math.min(60, Math.max(40, Math.round(toNumber(info.duration))))
  return Math.max(1, Math.min(wanted, pictures))
}

/** A tenth into the film: openings are often black. */
const posterTime = (info: MediaInfo): Rational =>
  info.kind === 'still' ? ZERO : multiply(info.duration, rational(1, 10))

export function prepareRunner(given: PreparePorts) {
  const ports = { ...given, firstTiles: createFirstTiles() }
  return defineRunner({
    kind: 'prepare',
    payload: preparePayloadSchema,
    run: (payload, context) => prepare(ports, payload, context),
    ended({ mediaKey, what: only }) {
      for (const { what, state } of ports.store.preparations.of(mediaKey)) {
        const isMine = only === undefined || only === what
        const isOpen = state === 'running' || (only === what && state === 'queued')
        if (isMine && isOpen) ports.store.preparations.put(mediaKey, what, 'failed')
      }
    },
  })
}

async function prepare(
  ports: Ports,
  { mediaKey, what: only }: z.output<typeof preparePayloadSchema>,
  context: RunContext,
): Promise<Finish> {
  const { store, onStatus } = ports
  const row = store.media.find(mediaKey)
  if (!row) {
    throw new ServiceError('notFound', say('job:fileUnknown'))
  }
  const states = new Map(store.preparations.of(mediaKey).map((p) => [p.what, p.state]))
  const wanted = ORDER.filter(
    (what) =>
      (only === undefined || only === what) &&
      ['queued', 'running', 'failed'].includes(states.get(what) ?? 'none'),
  )
  const troubles: Said[] = []
  for (const [done, what] of wanted.entries()) {
    const name = say(`job:${what}`)
    const report = (part: number): void => context.progress((done + part) / wanted.length, name)
    report(0)
    store.preparations.put(mediaKey, what, 'running')
    try {
      const onPart = (facts: PreparationFacts): void => {
        store.preparations.put(mediaKey, what, 'running', facts)
        void onStatus(mediaKey)
      }
      const facts = await make(ports, row, what, { signal: context.signal, report, onPart })
      store.preparations.put(mediaKey, what, 'ready', facts)
    } catch (error) {
      context.signal.throwIfAborted()
      if (only !== undefined) throw error
      store.preparations.put(mediaKey, what, 'failed')
      troubles.push(say('job:trouble', { what: name, why: explainFailure(error, []).message }))
    }
    await onStatus(mediaKey)
  }
  if (wanted.length > 0 && troubles.length === wanted.length) {
    throw new ServiceError('media', say('job:nothingPrepared', { troubles: sentences(troubles) }))
  }
  return {
    note: troubles.length > 0 ? sentences(troubles) : say('job:ready'),
    announce: () => void onStatus(mediaKey),
  }
}

interface Making {
  readonly signal: AbortSignal
  /** 0..1 */
  readonly report: (share: number) => void
  /** What can be looked at before all of it is there. */
  readonly onPart: (facts: PreparationFacts) => void
}

async function make(
  { engine, files, writeProxy, whenQuiet, firstTiles }: Ports,
  row: MediaRow,
  what: Preparation,
  { signal, report, onPart }: Making,
): Promise<PreparationFacts | undefined> {
  const { info, path } = row
  await refuseOtherContent(row)
  if (what === 'hash') {
    const onBytes = (count: number): void => report(Math.min(1, count / info.byteSize))
    const options = { signal, onBytes, before: whenQuiet }
    const sha256 = info.sequence
      ? await hashAll(await picturePaths(path), options)
      : await hashSlowly(path, options)
    // Read for minutes, it may have become another file meanwhile.
    await refuseOtherContent(row)
    return { sha256 }
  }
  const keep = (write: (out: string) => Promise<void>): Promise<string> =>
    files.cache.getOrMake(what, cacheKey(what, row.mediaKey), write)
  switch (what) {
    case 'poster':
      await keep((out) => engine.still(path, posterTime(info), POSTER_SIDE, out, signal))
      return undefined
    case 'peaks': {
      const channels = outlinedChannels(soundStream(info)?.channels ?? 1)
      const whole = toNumber(info.duration) * PEAKS_PER_SECOND
      const told = (part: number): void => {
        report(whole > 0 ? Math.min(1, part / whole) : 0)
        onPart({ outline: { channels, count: part }, part })
      }
      const options = { signal, onPart: told }
      await firstTiles.waitFor(row.mediaKey, signal)
      let made: { readonly count: number } | undefined
      const file = await keep(async (out) => {
        made = await engine.peaks(path, out, options)
      })
      // An earlier run may have made it, and was ended before it could say so.
      const count = made?.count ?? countOf((await stat(file)).size, channels)
      if (count === undefined) throw new RangeError(`${file} is no outline of ${channels} channels`)
      return { outline: { channels, count } }
    }
    case 'filmstrip': {
      const [picture] = info.video
      const count = tileCount(info)
      const span = { start: ZERO, end: info.duration, count, tileHeight: TILE_HEIGHT }
      const over = firstTiles.begin(row.mediaKey)
      const told = (part: number, tileWidth: number): void => {
        report(part / count)
        if (part >= FIRST_TILES) over()
        onPart({ tiles: { count, tileWidth, tileHeight: TILE_HEIGHT }, part })
      }
      const options = { signal, onPart: told }
      try {
        await keep(async (out) => void (await engine.filmstrip(path, span, out, options)))
      } finally {
        over()
      }
      if (!picture) return undefined
      const { width, height } = tileSize(picture)
      return { tiles: { count, tileWidth: width, tileHeight: height } }
    }
    case 'proxy': {
      const [picture] = info.video
      const frames =
        picture?.frameCount ?? (picture ? toNumber(multiply(info.duration, picture.rate)) : 0)
      const onFrame = (frame: number): void => report(frames > 0 ? Math.min(1, frame / frames) : 0)
      await keep((out) => writeProxy(path, out, { signal, onFrame }))
      return undefined
    }
  }
}
