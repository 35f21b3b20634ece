/** Shots, pins and takes for tests of the document. */

import type { AssetId, PinId, ShotId, TakeId } from '../../../shared/model/ids.ts'
import type { Pin, Shot } from '../../../shared/model/shot.ts'
import type { Take } from '../../../shared/model/take.ts'
import { rational, ZERO } from '../../../shared/time/rational.ts'
import { say } from '../../../shared/words/say.ts'
import { assetOf } from './mediaOf.ts'

export const SHOT = 'shot' as ShotId

export const shotWith = (fields: Partial<Shot> = {}): Shot => ({
  id: SHOT,
  name: 'Oak',
  mode: 'pins',
  prompt: 'an oak in the wind',
  length: 5,
  resolution: '720p',
  aspect: '16:9',
  loop: false,
  hdr: false,
  exrExport: false,
  ...fields,
})

export const pinAt = (index: number, asset = 'still', id = `pin ${index}`): Pin => ({
  id: id as PinId,
  shotId: SHOT,
  index,
  picture: { assetId: asset as AssetId, time: ZERO },
})

export const takeOf = (number: number, recipe = ''): Take => ({
  id: `take ${number}` as TakeId,
  shotId: SHOT,
  number,
  engine: 'local',
  method: say('method:rife'),
  asset: { ...assetOf(`result ${number}`, rational(5)), origin: 'generated' },
  request: {},
  response: {},
  recipe,
  cost: 0,
  notes: [],
  submittedAt: '2026-01-01T00:00:00Z',
  finishedAt: '2026-01-01T00:01:00Z',
})
