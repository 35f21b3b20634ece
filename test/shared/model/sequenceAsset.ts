/** An image sequence for tests of the document: 24 pictures from 1001 on, of which 1005 and 1006 are missing. */
import type { Asset } from '../../../shared/model/asset.ts'
import { sequenceInfo } from '../../../shared/model/sequenceInfo.ts'
import { rational } from '../../../shared/time/rational.ts'
import { assetOf } from './mediaOf.ts'

export function sequenceAsset(id: string): Asset {
  const still = assetOf(id, rational(0), 'still')
  const sequence = {
    ...{ prefix: 'shot.', suffix: '.png', digits: 4, first: 1001 },
    missing: [[1005, 1006] as [number, number]],
  }
  const info = sequenceInfo(still.info, { sequence, length: 24, byteSize: 1000 }, rational(24))
  return { ...still, name: id, info }
}
