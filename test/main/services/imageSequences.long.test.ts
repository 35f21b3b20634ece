/** A hundred thousand numbered pictures come in as one, and any of them is found at once. */
import { link, mkdir } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { compose } from '../../../main/compose.ts'
import { rational } from '../../../shared/time/rational.ts'
import { makeStill } from '../../fixtures/awkward.ts'
import { readNumbers } from '../../fixtures/numbered.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const COUNT = 100_000
/** File systems allow a file some 65,000 names. */
const NAMES_EACH = 10_000
const at = temporaryFolder()

it('takes a hundred thousand pictures as one medium', async () => {
  await mkdir(at('long'))
  for (let part = 0; part * NAMES_EACH < COUNT; part++) {
    const [first, ...others] = Array.from({ length: NAMES_EACH }, (_, index) =>
      at(`long/f.${String(1001 + part * NAMES_EACH + index).padStart(4, '0')}.png`),
    )
    if (first === undefined) continue
    await makeStill(first, part)
    for (const name of others) await link(first, name)
  }
  const services = await compose({ library: at('library') })
  const { assets, refused } = await services.media.importPaths([at('long')], {
    sequenceRate: rational(25),
  })
  const [asset] = assets
  expect([assets.length, refused]).toEqual([1, []])
  expect(asset?.info.video[0]?.frameCount).toBe(COUNT)
  const path = services.media.pathOf(asset?.mediaKey ?? '')
  const shown: number[] = []
  for (const frame of [0, 9_999, 10_000, 54_321, 99_999]) {
    const out = at(`shown-${frame}.png`)
    await services.mediaEngine.still(path, rational(2 * frame + 1, 50), 1000, out)
    shown.push(...(await readNumbers(out)))
  }
  expect(shown).toEqual([0, 0, 1, 5, 9])
  expect((await services.media.status([asset?.mediaKey ?? '']))[0]?.online).toBe(true)
  await services.close()
})
