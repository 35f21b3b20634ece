/** How far a medium is: asked while it changes. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compose, type Services } from '../../../main/compose.ts'
import { makeStill } from '../../fixtures/awkward.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()
let services: Services
beforeAll(async () => {
  services = await compose({ library: folder('library') })
})
afterAll(() => services.close())

it('an answer that comes later tells what is there by then', async () => {
  await makeStill(folder('still.png'), 1)
  const { assets } = await services.media.importPaths([folder('still.png')])
  const [{ mediaKey } = { mediaKey: '' }] = assets
  const asked = services.media.status([mediaKey, 'unknown'])
  // It has asked the store whatever it can ask at once, and waits for the disk.
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  services.store.preparations.put(mediaKey, 'proxy', 'ready', {})
  expect((await asked).map(({ proxy }) => proxy)).toEqual(['ready', 'none'])
})
