/** Denser parts of filmstrips: what is in view is made, told of piece by piece, and nothing else. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compose, type Services } from '../../../main/compose.ts'
import type { Segment } from '../../../shared/ipc/calls/media.ts'
import { rational } from '../../../shared/time/rational.ts'
import { makeNumberedClip, readNumbers } from '../../fixtures/numbered.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()
/** Milliseconds: programs are started for each tile, on however busy a machine. */
const SOON = { timeout: 120_000 }
const LONG = 300_000
let services: Services
let mediaKey = ''
const made: Segment[] = []
/** Done with each that is made. */
let onMade: () => void = () => undefined

beforeAll(async () => {
  services = await compose({
    library: folder('library'),
    announce: (name, payload) => {
      if (name !== 'media:tiles' || !('segment' in payload)) return
      made.push(payload)
      onMade()
    },
  })
  const clip = { path: folder('clip.mp4'), width: 192, height: 128 }
  await makeNumberedClip({ ...clip, rate: rational(16), frames: 80 })
  const { assets } = await services.media.importPaths([folder('clip.mp4')])
  mediaKey = assets[0]?.mediaKey ?? ''
  services.queue.start()
}, 120_000)
afterAll(() => services.close())

const jobs = () => services.store.jobs.recent(100).filter(({ kind }) => kind === 'tiles').length
const segments = () => made.map(({ segment }) => segment)

it(
  'are made where they are in view, each tile of its moment',
  async () => {
    const wanted = { mediaKey, density: 8, first: 1, last: 9 }
    expect(services.closeTiles.want([wanted])).toEqual([])
    // Five seconds are three segments of eight tiles, four a second.
    await expect.poll(segments, SOON).toEqual([1, 2])
    await expect.poll(jobs, SOON).toBe(0)
    expect(services.closeTiles.want([wanted])).toEqual([
      { mediaKey, density: 8, segment: 1 },
      { mediaKey, density: 8, segment: 2 },
    ])
    const strip = (await services.media.served('tiles', `${mediaKey}.8-1`)) ?? ''
    const numbers: number[] = []
    for (let tile = 0; tile < 8; tile++) {
      const region = { x: tile * 68, y: 0, width: 68, height: 45 }
      numbers.push(...(await readNumbers(strip, { region })))
    }
    // Two seconds in, and from tile to tile four pictures on: the third of each four.
    expect(numbers).toEqual([34, 38, 42, 46, 50, 54, 58, 62])
    expect(await services.media.served('tiles', `${mediaKey}.8-0`)).toBeUndefined()
  },
  LONG,
)

it(
  'follow the view: what left it before it was made is not made',
  async () => {
    made.length = 0
    onMade = () => {
      onMade = () => undefined
      services.closeTiles.want([{ mediaKey, density: 9, first: 4, last: 4 }])
    }
    services.closeTiles.want([{ mediaKey, density: 9, first: 0, last: 2 }])
    await expect.poll(segments, SOON).toEqual([0, 4])
    await expect.poll(jobs, SOON).toBe(0)
    services.closeTiles.want([])
    expect(services.store.jobs.withStatus('queued').filter(({ kind }) => kind === 'tiles')).toEqual(
      [],
    )
  },
  LONG,
)

it(
  'are made again when they were purged, and not of what is no film',
  async () => {
    made.length = 0
    await services.cacheKeeper.purge()
    expect(
      services.closeTiles.want([{ mediaKey: '1-none', density: 8, first: 0, last: 3 }]),
    ).toEqual([])
    services.closeTiles.want([{ mediaKey, density: 8, first: 1, last: 1 }])
    await expect.poll(segments, SOON).toEqual([1])
  },
  LONG,
)
