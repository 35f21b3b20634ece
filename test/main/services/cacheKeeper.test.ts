/** The cache of a library kept below its limit, purged, and made again. */
import { randomUUID } from 'node:crypto'
import { truncate, utimes, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore, type Store } from '../../../main/database/store.ts'
import { type Cache, type CacheKind, openCache } from '../../../main/files/cache.ts'
import { type CacheKeeper, createCacheKeeper } from '../../../main/services/cacheKeeper.ts'
import { type FakeClock, fakeClock } from '../../fakes/fakeClock.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()
const MEGABYTE = 1e6
const HOUR = 3_600_000

let store: Store
let clock: FakeClock
let cache: Cache
let keeper: CacheKeeper
let gone: string[]
let wanted: Set<string>
let missing: Set<string>
let quiet: Promise<void>
let diskSize: number

beforeEach(() => {
  const here = randomUUID()
  store = openStore(folder(`${here}.sqlite`))
  clock = fakeClock()
  cache = openCache(folder(here), clock.now)
  gone = []
  wanted = new Set()
  missing = new Set()
  quiet = Promise.resolve()
  diskSize = 1e12
  keeper = createCacheKeeper({
    ...{ cache, clock, preferences: store.preferences },
    log: { write: () => undefined },
    diskSize: async () => diskSize,
    isWanted: (key) => wanted.has(key),
    canBeMade: async (key) => !missing.has(key),
    onGone: async (key) => void gone.push(key),
    whenQuiet: () => quiet,
  })
})
afterEach(async () => {
  await keeper.close()
  store.close()
})

/** Puts a sparse file of so many megabytes there that was last used so many hours ago. */
async function put(kind: CacheKind, key: string, megabytes: number, hours: number): Promise<void> {
  const path = await cache.getOrMake(kind, key, async (temporary) => {
    await writeFile(temporary, '')
    await truncate(temporary, megabytes * MEGABYTE)
  })
  const seconds = (clock.now() - hours * HOUR) / 1000
  await utimes(path, seconds, seconds)
}
const keys = async (): Promise<string[]> => (await cache.entries()).map(({ key }) => key).sort()

async function fill(): Promise<void> {
  await put('proxy', 'old-540p.mp4', 100, 9)
  await put('filmstrip', 'old.jpg', 1, 8)
  await put('proxy', 'seen-540p.mp4', 100, 7)
  await put('proxy', 'later-540p.mp4', 100, 6)
  await put('poster', 'later.jpg', 1, 0)
}

it('lets it grow to 20 GB, or to a tenth of a smaller disk, or to what somebody chose', async () => {
  const limit = async () => {
    const { limit, isDefault } = await keeper.usage()
    return [limit, isDefault]
  }
  expect(await limit()).toEqual([20e9, true])
  diskSize = 50e9
  expect(await limit()).toEqual([5e9, true])
  diskSize = 1e6
  expect(await limit()).toEqual([0.1e9, true])
  await keeper.setLimit(7e9)
  expect(await limit()).toEqual([7e9, false])
  store.preferences.write('cacheLimit', 'much')
  expect(await limit()).toEqual([0.1e9, true])
  await keeper.setLimit(null)
  expect(store.preferences.find('cacheLimit')).toBeUndefined()
})

it('counts what lies there, by kind', async () => {
  await fill()
  expect(await keeper.usage()).toEqual({
    ...{ used: 302 * MEGABYTE, limit: 20e9, isDefault: true, diskSize: 1e12 },
    parts: [
      { kind: 'proxy', count: 3, byteSize: 300 * MEGABYTE },
      { kind: 'filmstrip', count: 1, byteSize: MEGABYTE },
      { kind: 'poster', count: 1, byteSize: MEGABYTE },
    ],
  })
})

it('takes away what was not used for longest, down to a tenth below the limit', async () => {
  await fill()
  await keeper.setLimit(250 * MEGABYTE)
  expect(await keys()).toEqual(['later-540p.mp4', 'later.jpg', 'old.jpg', 'seen-540p.mp4'])
  expect(gone).toEqual(['old'])
  await keeper.setLimit(200 * MEGABYTE)
  expect(await keys()).toEqual(['later-540p.mp4', 'later.jpg'])
  expect(gone).toEqual(['old', 'old', 'seen'])
})

it('never takes what is worked with, read, or could not be made again', async () => {
  await fill()
  wanted.add('old')
  missing.add('seen')
  const letGo = cache.hold(folder('elsewhere'))
  await keeper.setLimit(100 * MEGABYTE)
  expect(await keys()).toEqual(['later.jpg', 'old-540p.mp4', 'old.jpg', 'seen-540p.mp4'])
  // What is wanted here counts as used for other processes too.
  expect((await cache.entries()).find(({ key }) => key === 'old-540p.mp4')?.usedAt).toBe(
    clock.now(),
  )
  letGo()
  expect(await keeper.purge()).toEqual({
    ...{ count: 3, freed: 102 * MEGABYTE, left: 100 * MEGABYTE },
  })
  expect(await keys()).toEqual(['seen-540p.mp4'])
})

it('purges down to a size when told to, also what was used just now, but nothing that is read', async () => {
  await fill()
  const [proxy] = (await cache.entries()).filter(({ key }) => key === 'old-540p.mp4')
  const letGo = cache.hold(proxy?.path ?? '')
  expect(await keeper.purge(150 * MEGABYTE)).toEqual({
    ...{ count: 2, freed: 101 * MEGABYTE, left: 201 * MEGABYTE },
  })
  letGo()
  await keeper.purge()
  expect([await keys(), await keeper.usage()]).toMatchObject([[], { used: 0, parts: [] }])
})

it('looks by itself, when something was made, and not while something plays', async () => {
  await keeper.setLimit(100 * MEGABYTE)
  keeper.start()
  await put('proxy', 'old-540p.mp4', 100, 9)
  await put('proxy', 'seen-540p.mp4', 100, 7)
  let end: () => void = () => undefined
  quiet = new Promise((resolve) => {
    end = resolve
  })
  clock.advance(60_000)
  expect(await keys()).toHaveLength(2)
  end()
  await expect.poll(keys).toEqual([])
})
