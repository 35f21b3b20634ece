import { expect, it } from 'vitest'
import { fileAssets, putBin, removeBin } from '../../../shared/edit/bins.ts'
import type { AssetId, BinId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { Records } from '../../../shared/model/records.ts'
import { cutOf } from './cutText.ts'

const bin = (id: string, parent?: string) => ({
  id: id as BinId,
  name: id,
  ...(parent !== undefined && { parentId: parent as BinId }),
})

/** Outer holds inner, inner holds the asset A and the bin deep. */
const filed = (): Project =>
  fileAssets(
    [bin('outer'), bin('inner', 'outer'), bin('deep', 'inner')].reduce(
      (project, made) => putBin(project, { bin: made }),
      cutOf(['V1 |A 0-24|']),
    ),
    { assetIds: ['A' as AssetId], binId: 'inner' as BinId },
  )

it('what lies in a removed bin moves up', () => {
  const once = removeBin(filed(), { binId: 'inner' as BinId })
  expect([once.bins.toJSON(), once.assets.get('A')?.binId]).toEqual([
    { outer: bin('outer'), deep: bin('deep', 'outer') },
    'outer',
  ])
  const twice = removeBin(once, { binId: 'outer' as BinId })
  expect([twice.bins, twice.assets]).toEqual([
    Records.of([bin('deep')]),
    cutOf(['V1 |A 0-24|']).assets,
  ])
})

it.each<[string, () => unknown, string]>([
  [
    'itself, through others',
    () => putBin(filed(), { bin: bin('outer', 'deep') }),
    '"outer" cannot lie in itself; choose another bin.',
  ],
  [
    'one that is not there',
    () => putBin(filed(), { bin: bin('new', 'gone') }),
    'There is no "gone" among the project\'s bins',
  ],
])('a bin cannot lie in %s', (_, act, sentence) => {
  expect(act).toThrow(sentence)
})
