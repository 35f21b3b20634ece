import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore, type Store } from '../../../main/database/store.ts'
import { createPreparing, type Preparing } from '../../../main/services/preparing.ts'
import type { AssetId } from '../../../shared/model/ids.ts'
import type { AudioStream, MediaInfo } from '../../../shared/model/mediaInfo.ts'
import { ZERO } from '../../../shared/time/rational.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { say } from '../../../shared/words/say.ts'
import { type FakeClock, fakeClock } from '../../fakes/fakeClock.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'
import { videoAsset } from './videoAsset.ts'

const folder = temporaryFolder()
let store: Store
let clock: FakeClock
let preparing: Preparing

beforeEach(() => {
  store = openStore(folder(`${randomUUID()}.sqlite`))
  clock = fakeClock()
  preparing = createPreparing({ store, clock })
})
afterEach(() => store.close())

/** A film with sound in a form that no browser decodes. */
const { info } = videoAsset('asset' as AssetId, 'k')
const sound: AudioStream = {
  ...{ index: 1, codec: 'pcm_s16le', sampleRate: 48_000, channels: 2 },
  ...{ start: ZERO, duration: info.duration },
}
const film: MediaInfo = {
  ...info,
  video: info.video.map((video) => ({ ...video, codec: 'prores' })),
  audio: [sound],
}

function importMedia(...keys: string[]): void {
  const at = new Date(clock.now()).toISOString()
  for (const mediaKey of keys) {
    const row = {
      ...{ mediaKey, path: `/${mediaKey}.mov`, byteSize: 1, modifiedAt: 0, info: film },
      approvedAt: at,
    }
    store.transaction(() => {
      store.media.put(row)
      preparing.queue(row, mediaKey, { at })
    })
  }
  clock.advance(1000)
}

/** The titles in the order in which each lane takes them. */
function order(): string[] {
  const taken: string[] = []
  for (const lane of ['prepare', 'proxy'] as const) {
    for (;;) {
      const row = store.jobs.claim(lane, 'me', { now: 0, until: 1, at: '' })
      if (!row) break
      taken.push(inEnglish(row.title))
      store.jobs.finish(
        { jobId: row.id, owner: 'me', fence: row.fence },
        { status: 'done', finishedAt: '', note: say('job:ready') },
      )
    }
  }
  return taken
}

it('makes posters first, of the newest import first, and proxies in a lane of their own', () => {
  importMedia('a', 'b')
  importMedia('c')
  expect(order()).toEqual([
    ...['Poster of c', 'Poster of a', 'Poster of b'],
    ...['Filmstrip of c', 'Filmstrip of a', 'Filmstrip of b'],
    ...['Sound picture of c', 'Sound picture of a', 'Sound picture of b'],
    ...['Fingerprint of c', 'Fingerprint of a', 'Fingerprint of b'],
    ...['Proxy of c', 'Proxy of a', 'Proxy of b'],
  ])
})

it('then makes what the open timeline needs, and what is in view before what is not', () => {
  importMedia('a', 'b', 'c')
  preparing.want({ timeline: ['c'], visible: ['b'] })
  expect(order()).toEqual([
    ...['Poster of b', 'Poster of c', 'Poster of a'],
    ...['Filmstrip of c', 'Sound picture of c'],
    ...['Filmstrip of b', 'Filmstrip of a', 'Sound picture of b', 'Sound picture of a'],
    ...['Fingerprint of b', 'Fingerprint of c', 'Fingerprint of a'],
    ...['Proxy of c', 'Proxy of b', 'Proxy of a'],
  ])
})

it('makes a proxy that nobody needs where a person wants it, and again when it was lost', () => {
  const row = { mediaKey: 'a', path: '/a.mov', byteSize: 1, modifiedAt: 0, approvedAt: '' }
  const [picture] = film.video
  const plain = { ...film, container: 'mp4', video: picture ? [{ ...picture, codec: 'h264' }] : [] }
  const known = { ...row, info: { ...plain, audio: [] } }
  store.transaction(() => store.media.put(known))
  store.transaction(() => preparing.queue(known, 'a', {}))
  expect(order()).not.toContain('Proxy of a')
  for (const { what, state } of store.preparations.of('a')) {
    if (state !== 'none') store.preparations.put('a', what, 'ready')
  }
  store.transaction(() => preparing.queue(known, 'a', { isProxyWanted: true }))
  expect(order()).toEqual(['Proxy of a'])
  store.preparations.put('a', 'proxy', 'queued')
  store.transaction(() => preparing.queue(known, 'a', {}))
  expect(order()).toEqual(['Proxy of a'])
})

it('queues what is missing only once, and again what was lost', () => {
  importMedia('a')
  importMedia('a')
  expect(store.jobs.withStatus('queued')).toHaveLength(5)
  order()
  for (const { what } of store.preparations.of('a')) store.preparations.put('a', what, 'ready')
  importMedia('a')
  expect(store.jobs.withStatus('queued')).toEqual([])
  store.preparations.put('a', 'poster', 'queued')
  importMedia('a')
  expect(store.jobs.withStatus('queued').map(({ title }) => title)).toEqual([
    say('job:prepare', { what: say('job:poster'), name: 'a' }),
  ])
})
