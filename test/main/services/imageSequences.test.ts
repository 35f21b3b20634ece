/** Numbered pictures as one medium: through the real import, read from the pixels of what is shown and written. */
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compose, type Services } from '../../../main/compose.ts'
import { renderTimeline } from '../../../main/exports/renderTimeline.ts'
import { proxySize, writeProxy } from '../../../main/media/ffmpeg/proxies.ts'
import { ServiceError } from '../../../main/services/ServiceError.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import { divide, type Rational, rational } from '../../../shared/time/rational.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { makeStill } from '../../fixtures/awkward.ts'
import { makeNumberedClip, readNumbers } from '../../fixtures/numbered.ts'
import { clip, ofAsset, projectOf } from '../../shared/render/planFixtures.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const at = temporaryFolder()
let services: Services
beforeAll(async () => {
  services = await compose({ library: at('library') })
})
afterAll(() => services.close())

const CODECS: Readonly<Record<string, readonly string[]>> = {
  png: ['-c:v', 'png', '-pix_fmt', 'rgb24'],
  jpg: ['-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p', '-q:v', '2'],
  tif: ['-c:v', 'tiff', '-pix_fmt', 'rgb24'],
  exr: ['-c:v', 'exr', '-pix_fmt', 'gbrpf32le'],
  dpx: ['-c:v', 'dpx', '-pix_fmt', 'gbrp10be'],
}

/** Pictures `made-0`, `made-1` … carrying 0, 1 …, then given their names; those that get none are taken away. */
async function makeRun(
  folder: string,
  ending: string,
  names: readonly (string | null)[],
): Promise<void> {
  await mkdir(at(folder), { recursive: true })
  await makeNumberedClip({
    ...{ path: at(`${folder}/made-%d.${ending}`), width: 192, height: 128 },
    ...{ rate: rational(25), frames: names.length },
    extraArgs: [...(CODECS[ending] ?? []), '-f', 'image2', '-start_number', '0'],
  })
  for (const [index, name] of names.entries()) {
    const made = at(`${folder}/made-${index}.${ending}`)
    if (name === null) await rm(made)
    else await rename(made, at(`${folder}/${name}`))
  }
}

const bringIn = async (sequenceRate: Rational, ...names: readonly string[]) => {
  const paths = names.map(at)
  const { assets, refused } = await services.media.importPaths(paths, { sequenceRate })
  expect(refused.map(({ message }) => inEnglish(message))).toEqual([])
  return assets
}

const facts = ({ name, info }: Asset) => ({
  name,
  kind: info.kind,
  seconds: `${info.duration.num}/${info.duration.den}`,
  pictures: info.video[0]?.frameCount,
  warnings: info.warnings.map(inEnglish),
})

async function shownAt(asset: Asset, ...frames: readonly number[]): Promise<number[]> {
  const rate = asset.info.video[0]?.rate ?? rational(25)
  const path = services.media.pathOf(asset.mediaKey)
  const numbers: number[] = []
  for (const frame of frames) {
    const out = at(`shown-${frame}.png`)
    // In the middle of its time.
    await services.mediaEngine.still(path, divide(rational(2 * frame + 1, 2), rate), 1000, out)
    numbers.push(...(await readNumbers(out)))
  }
  return numbers
}

const GAPPY = ['1001', '1002', '1003', null, null, '1006', '1007', null, '1009', '1010']
const SHOWN = [0, 1, 2, 2, 2, 5, 6, 6, 8, 9]
const gappy = (prefix: string) => GAPPY.map((number) => number && `${prefix}${number}.png`)

it('takes one picture for the whole run, says what is missing and shows the one before it', async () => {
  await makeRun('shots', 'png', gappy('shot.'))
  const [asset, ...more] = await bringIn(rational(25), 'shots/shot.1006.png', 'shots/shot.1001.png')
  if (!asset) throw new Error('Nothing came in')
  expect([facts(asset), more]).toEqual([
    {
      name: 'shot.[1001-1010].png',
      kind: 'video',
      seconds: '2/5',
      pictures: 10,
      warnings: [
        '3 pictures of the sequence are not there (1004–1005, 1008); the ones before them are shown.',
      ],
    },
    [],
  ])
  expect(await shownAt(asset, 0, 3, 4, 7, 9)).toEqual([0, 2, 2, 6, 9])
  const proxy = at('proxy.mp4')
  await writeProxy(services.mediaEngine, services.media.pathOf(asset.mediaKey), proxy)
  expect(await readNumbers(proxy)).toEqual(SHOWN)
  const [picture] = asset.info.video
  expect(picture && proxySize(picture)).toEqual({ width: 192, height: 128 })
}, 120_000)

it('exports exactly its pictures, from any of them on and backwards', async () => {
  const [asset] = await bringIn(rational(25), 'shots')
  if (!asset) throw new Error('Nothing came in')
  await makeRun('whole', 'png', ['a8.png', 'a9.png', 'a10.png', 'a11.png', 'a12.png'])
  const [whole] = await bringIn(rational(25), 'whole')
  if (!whole) throw new Error('Nothing came in')
  const cut = [
    clip({ source: ofAsset(asset), duration: 7, sourceStart: rational(2, 25) }),
    clip({
      source: ofAsset(asset),
      duration: 4,
      sourceStart: rational(9, 25),
      speed: rational(-1),
    }),
    clip({ source: ofAsset(whole), duration: 3, sourceStart: rational(1, 25) }),
  ]
  const canvas = { rate: rational(25), width: 192, height: 128 }
  const { project, timeline } = projectOf(canvas, [asset, whole], { V1: cut })
  const out = at('export.mp4')
  const fileOf = ({ mediaKey }: Asset): string => services.media.pathOf(mediaKey)
  await renderTimeline(services.mediaEngine, { project, timeline, preset: 'h264', out, fileOf })
  expect(await readNumbers(out)).toEqual([...SHOWN.slice(2, 9), 9, 8, 6, 6, 1, 2, 3])
}, 120_000)

it.each(['jpg', 'tif', 'exr', 'dpx'])(
  'reads %s, numbered with or without zeros',
  async (ending) => {
    const names = ['008', '009', '010', '011'].map((number) => `v2_${number}.${ending}`)
    await makeRun(ending, ending, names)
    const [asset] = await bringIn(rational(24), ending)
    if (!asset) throw new Error('Nothing came in')
    expect(facts(asset)).toMatchObject({
      name: `v2_[008-011].${ending}`,
      pictures: 4,
      seconds: '1/6',
    })
    expect(await shownAt(asset, 0, 2, 3)).toEqual([0, 2, 3])
  },
)

it('takes every other sign in a name for what it is, and reads nothing but the run', async () => {
  const folder = `odd %03d {a} [b] it's\n*`
  await makeRun(
    'odd',
    'png',
    ['1', '2', '3'].map((number) => `%d 100%% '${number}.png`),
  )
  await mkdir(at(folder))
  await rename(at('odd'), at(`${folder}/made`))
  await makeStill(at('bak.png'), 77)
  await rename(at('bak.png'), at(`${folder}/made/%d 100%% '5.png.bak.png`))
  const [asset, ...others] = await bringIn(rational(25), folder)
  if (!asset) throw new Error('Nothing came in')
  expect([asset.name, others.map(({ name }) => name)]).toEqual([
    `%d 100%% '[1-3].png`,
    [`%d 100%% '5.png.bak`],
  ])
  expect(await shownAt(asset, 0, 1, 2)).toEqual([0, 1, 2])
})

it('leaves single pictures alone: two numbers, scattered numbers, a pattern in a name, or where that is asked for', async () => {
  await mkdir(at('single'))
  const names = ['shot%03d.png', 'a1.png', 'a2.png', 'b1.png', 'b40.png', 'b90.png']
  for (const [index, name] of names.entries()) {
    await makeStill(at(`made-${index}.png`), 600 + index)
    await rename(at(`made-${index}.png`), at(`single/${name}`))
  }
  const kinds = (await bringIn(rational(25), 'single')).map(({ info }) => info.kind)
  expect(new Set(kinds)).toEqual(new Set(['still']))
  const { assets } = await services.media.importPaths([at('whole')], { asStills: true })
  expect(assets.map(({ info }) => info.kind)).toEqual(Array.from({ length: 5 }, () => 'still'))
})

it('is known by its content: again under other names, another one when a picture changes', async () => {
  const [first] = await bringIn(rational(25), 'shots')
  await makeRun('elsewhere', 'png', gappy('other_'))
  const [same] = await bringIn(rational(25), 'elsewhere')
  await makeStill(at('elsewhere/other_1006.png'), 500)
  const [changed] = await bringIn(rational(25), 'elsewhere')
  const keys = [first, same, changed].map((asset) => asset?.mediaKey)
  expect([keys[1] === keys[0], keys[2] === keys[0]]).toEqual([true, false])
})

it('tells when a picture is gone, and is found again in another folder under other names', async () => {
  await makeRun(
    'lost',
    'png',
    gappy('lost.').map((name, n) => (n === 9 ? 'lost.1010.png' : name)),
  )
  await makeStill(at('lost/lost.1010.png'), 321)
  const [asset] = await bringIn(rational(25), 'lost')
  if (!asset) throw new Error('Nothing came in')
  const online = async () => (await services.media.status([asset.mediaKey])).map((s) => s.online)
  expect(await online()).toEqual([true])
  await mkdir(at('found/deep'), { recursive: true })
  for (const name of await readdir(at('lost'))) {
    const number = Number(/\d+/.exec(name)?.[0]) - 1000
    await rename(at(`lost/${name}`), at(`found/deep/moved ${String(number).padStart(3, '0')}.png`))
  }
  expect(await online()).toEqual([false])
  expect((await services.relink.find([asset.mediaKey], [at('shots')])).missing).toMatchObject([
    { mediaKey: asset.mediaKey },
  ])
  expect((await services.relink.find([asset.mediaKey], [at('found')])).found).toHaveLength(1)
  expect([await online(), await shownAt(asset, 2, 4, 9)]).toEqual([[true], [2, 2, 321]])
})

it('gets another rate as a medium of its own; what is no sequence does not', async () => {
  const [asset] = await bringIn(rational(25), 'shots')
  if (!asset) throw new Error('Nothing came in')
  const slow = await services.media.interpret(asset.mediaKey, rational(10))
  const slower = { ...asset, ...slow }
  expect(facts(slower)).toMatchObject({ pictures: 10, seconds: '1/1' })
  expect(slow.mediaKey).not.toBe(asset.mediaKey)
  expect(await shownAt(slower, 0, 4, 9)).toEqual([0, 2, 9])
  expect(await shownAt(asset, 9)).toEqual([9])
  const [still] = (await services.media.importPaths([at('single/a1.png')])).assets
  await expect(
    services.media.interpret(still?.mediaKey ?? '', rational(10)),
  ).rejects.toBeInstanceOf(ServiceError)
})

it('is prepared as films are, and none of its pictures is served for the whole', async () => {
  const { jobs, preparations } = services.store
  const [asset] = await bringIn(rational(25), 'whole')
  if (!asset) throw new Error('Nothing came in')
  const never = new AbortController().signal
  const ended = async () => {
    const open = jobs.openAbout('prepare', asset.mediaKey)
    const states = await Promise.all(open.map(({ id }) => services.queue.finish(id, never)))
    return states.map(({ status }) => status)
  }
  services.queue.start()
  expect(new Set(await ended())).toEqual(new Set(['done']))
  const made = preparations.of(asset.mediaKey).filter(({ state }) => state === 'ready')
  expect(made.map(({ what }) => what).sort()).toEqual(['filmstrip', 'hash', 'poster', 'proxy'])
  expect(await services.media.served('original', asset.mediaKey)).toBeUndefined()
}, 120_000)
