/** What was purged from the cache, or deleted behind the program's back, is made again when somebody wants it. */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compose, type Services } from '../../../main/compose.ts'
import { mediaHandlers } from '../../../main/ipc/mediaHandlers.ts'
import type { SystemPorts } from '../../../main/ipc/SystemPorts.ts'
import type { MediaStatus } from '../../../shared/ipc/calls/media.ts'
import type { EventName } from '../../../shared/ipc/names.ts'
import { rational } from '../../../shared/time/rational.ts'
import { makeNumberedClip } from '../../fixtures/numbered.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()
let services: Services
let mediaKey = ''
/** The last news of the medium, as the window hears it. */
let heard: MediaStatus | undefined
/** Done in the moment when a job begins, or has come a little further. */
let meanwhile: () => void = () => undefined

beforeAll(async () => {
  services = await compose({
    library: folder('library'),
    announce: (name: EventName, payload) => {
      if (name === 'media:changed' && 'status' in payload) heard = payload.status
      if (name === 'job:changed' && 'job' in payload && payload.job.state.status === 'running') {
        meanwhile()
      }
    },
  })
  services.queue.start()
  const clip = { path: folder('clip.mp4'), width: 192, height: 128, sound: 'beeps' as const }
  await makeNumberedClip({ ...clip, rate: rational(24), frames: 24 })
  const { assets } = await services.media.importPaths([folder('clip.mp4')])
  mediaKey = assets[0]?.mediaKey ?? ''
}, 60_000)
afterAll(() => services.close())

/** Milliseconds: programs are started for each, on however busy a machine. */
const SOON = { timeout: 120_000 }
const LONG = 400_000
const READY = ['ready', 'ready', 'ready']
const states = async (): Promise<string[]> => {
  const [status] = await services.media.status([mediaKey])
  return [status?.poster, status?.filmstrip, status?.peaks].map(String)
}
const sizes = () =>
  Promise.all(
    (['poster', 'filmstrip', 'peaks'] as const).map((what) =>
      services.media.served(what, mediaKey),
    ),
  )

it(
  'at once where nobody says what is wanted',
  async () => {
    await expect.poll(states, SOON).toEqual(READY)
    await services.cacheKeeper.purge()
    await expect.poll(states, SOON).toEqual(READY)
  },
  LONG,
)

it(
  'not where a window shows something else, until it is shown, or asked for by its address',
  async () => {
    const system = {} as SystemPorts
    const { 'media:wanted': want } = mediaHandlers(services, system)
    await services.cacheKeeper.purge()
    expect(heard).toMatchObject({ poster: 'none', filmstrip: 'none', peaks: 'none' })
    expect(await states()).toEqual(['none', 'none', 'none'])
    expect(services.store.jobs.withStatus('queued')).toEqual([])
    await want({ timeline: [mediaKey], visible: [] })
    expect(heard).toMatchObject({ poster: 'queued' })
    await expect.poll(states, SOON).toEqual(READY)
    await want({ timeline: [], visible: [] })
    await services.cacheKeeper.purge()
    expect(await sizes()).toEqual([undefined, undefined, undefined])
    await expect.poll(() => heard?.peaks, SOON).toBe('ready')
    await expect.poll(states, SOON).toEqual(READY)
    expect((await sizes()).filter((path) => path === undefined)).toEqual([])
  },
  LONG,
)

it(
  'also when the whole folder is deleted while they are made',
  async () => {
    await services.media.want({ timeline: [mediaKey], visible: [] })
    const cache = folder('library/cache')
    for (let round = 0; round < 4; round++) {
      let left = 1 + (round % 3)
      meanwhile = () => {
        if (left-- > 0) rmSync(cache, { recursive: true, force: true })
      }
      rmSync(cache, { recursive: true })
      await expect.poll(states, SOON).toEqual(READY)
      expect(left).toBeLessThan(1)
      expect(services.store.jobs.withStatus('failed')).toEqual([])
    }
  },
  LONG,
)
