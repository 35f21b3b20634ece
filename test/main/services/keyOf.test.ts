/** Files that share their size and samples are told apart by all of their content, also when one moves. */
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compose, type Services } from '../../../main/compose.ts'
import { contentKey, fullHash, isContent } from '../../../main/files/identity.ts'
import { runTool } from '../../fixtures/tool.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const at = temporaryFolder()
let services: Services

/** Ten seconds of silence, but for a tone of that pitch where no sample is taken. */
const stem = (name: string, pitch: number): Promise<unknown> =>
  runTool('ffmpeg', [
    ...['-v', 'error', '-y', '-f', 'lavfi'],
    ...['-i', `aevalsrc=exprs='0.3*sin(2*PI*${pitch}*t)*between(t,2,2.5)':s=48000:d=10`],
    ...['-c:a', 'pcm_s16le', '-bitexact', at(name)],
  ])

beforeAll(async () => {
  await mkdir(at('shelf'))
  await stem('drums.wav', 200)
  await stem('bass.wav', 60)
  services = await compose({ library: at('library') })
})
afterAll(() => services.close())

const keys = async (...names: readonly string[]): Promise<string[]> => {
  const { assets, refused } = await services.media.importPaths(names.map(at))
  expect(refused).toEqual([])
  return assets.map(({ mediaKey }) => mediaKey)
}

it('two stems of one length are two media, and a copy is none', async () => {
  const key = await contentKey(at('drums.wav'))
  expect(await contentKey(at('bass.wav'))).toBe(key)
  const bass = `${key}-${(await fullHash(at('bass.wav'))).slice(0, 16)}`
  expect(await keys('drums.wav', 'bass.wav')).toEqual([key, bass])
  await copyFile(at('bass.wav'), at('copy of bass.wav'))
  expect(await keys('copy of bass.wav')).toEqual([bass])
  expect(await keys('bass.wav', 'drums.wav')).toEqual([bass, key])
  expect([await isContent(at('bass.wav'), bass), await isContent(at('drums.wav'), bass)]).toEqual([
    true,
    false,
  ])
})

it('finds each of them again where both lie', async () => {
  const [drums = '', bass = ''] = await keys('drums.wav', 'bass.wav')
  for (const mediaKey of [drums, bass]) {
    for (const { id } of services.store.jobs.openAbout('prepare', mediaKey)) {
      await services.queue.finish(id, AbortSignal.timeout(60_000))
    }
  }
  await rm(at('copy of bass.wav'))
  await rename(at('drums.wav'), at('shelf/a.wav'))
  await rename(at('bass.wav'), at('shelf/b.wav'))
  await writeFile(at('shelf/notes.txt'), 'Monday')
  expect(await services.relink.find([drums, bass], [at('shelf')])).toEqual({
    found: [
      { mediaKey: drums, path: at('shelf/a.wav') },
      { mediaKey: bass, path: at('shelf/b.wav') },
    ],
    missing: [],
  })
})
