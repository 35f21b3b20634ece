/** Files and folders as people choose and drop them. */

import { copyFile, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compose, type Services } from '../../../main/compose.ts'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import type { MediaEngine } from '../../../main/media/MediaEngine.ts'
import { say } from '../../../shared/words/say.ts'
import { makeStill } from '../../fixtures/awkward.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()
const real = createFfmpegEngine()
/** What happens to a file while it is being probed. */
let meanwhile: (path: string) => Promise<void> = async () => undefined
const engine: MediaEngine = {
  ...real,
  async probe(path, signal) {
    const info = await real.probe(path, signal)
    await meanwhile(path)
    return info
  },
}
let services: Services
beforeAll(async () => {
  services = await compose({ library: folder('library'), mediaEngine: engine })
  await mkdir(folder('card/b-roll/deep'), { recursive: true })
  await mkdir(folder('card/.trash'))
  await mkdir(folder('empty'))
  await makeStill(folder('card/shot 10.png'), 10)
  await makeStill(folder('card/shot 2.png'), 2)
  await makeStill(folder('card/b-roll/deep/tree.jpg'), 3)
  await makeStill(folder('card/.trash/gone.png'), 4)
  await copyFile(folder('card/shot 2.png'), folder('card/z copy.png'))
  await writeFile(folder('card/notes.txt'), 'Monday')
  await writeFile(folder('empty/notes.txt'), 'Tuesday')
  await symlink(folder('card'), folder('card/round'))
})
afterAll(() => services.close())

const brief = async (...names: readonly string[]) => {
  const { assets, refused } = await services.media.importPaths(names.map(folder))
  return { assets: assets.map(({ name }) => name), refused }
}

it('takes the media of a folder, in the order people count, each content once', async () => {
  expect(await brief('card', 'empty', 'none.png')).toEqual({
    assets: ['tree', 'shot 2', 'shot 10'],
    refused: [
      { name: 'empty', message: say('file:folderWithoutMedia', { name: 'empty' }) },
      {
        name: 'z copy.png',
        message: say('media:sameFile', { name: 'z copy.png', same: 'shot 2' }),
      },
      { name: 'none.png', message: say('file:missing', { name: 'none.png' }) },
    ],
  })
})

it('tells of a file that grows or goes away while it is read, and takes the others', async () => {
  await makeStill(folder('grows.png'), 5)
  await makeStill(folder('goes.png'), 6)
  await makeStill(folder('stays.png'), 7)
  meanwhile = async (path) => {
    if (path.endsWith('grows.png')) await writeFile(path, 'more', { flag: 'a' })
    if (path.endsWith('goes.png')) await rm(path)
  }
  expect(await brief('grows.png', 'goes.png', 'stays.png')).toEqual({
    assets: ['stays'],
    refused: [
      {
        name: 'grows.png',
        message: say('media:stillWritten', { name: 'grows.png' }),
      },
      { name: 'goes.png', message: say('file:missing', { name: 'goes.png' }) },
    ],
  })
})
