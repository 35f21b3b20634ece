/** Media that a file names and nobody has: assets known only by name. */
import type { Asset } from '../model/asset.ts'
import type { AssetId } from '../model/ids.ts'
import type { Track } from '../model/track.ts'
import { type Rational, ZERO } from '../time/rational.ts'
import { say } from '../words/say.ts'
import { type JsonObject, keyreel, textAt } from './otio.ts'
import { urlOfReference } from './otioMedia.ts'
import type { Reading } from './otioReading.ts'
import { writeRange } from './otioTime.ts'

/** The same asset for every clip that names the same media. */
export function missingAsset(
  reference: JsonObject | undefined,
  clipName: string,
  length: Rational | undefined,
  track: Track,
  { ports, assets }: Reading,
): Asset {
  const url = urlOfReference(reference)
  const lastSeen = url ?? textAt(reference && keyreel(reference), 'lastSeen')
  const called = (reference && textAt(reference, 'name')) || fileName(lastSeen) || clipName
  const name = called || ports.words(say('newName:media'))
  const known = Object.values(assets).find(
    (asset) => asset.missing && asset.name === name && asset.missing.lastSeen === lastSeen,
  )
  if (known) return known
  const id = ports.makeId<AssetId>()
  const asset: Asset = {
    ...{ id, name, mediaKey: `missing ${id}`, origin: 'footage' },
    missing: lastSeen === undefined ? {} : { lastSeen },
    info: {
      ...{ container: '', kind: track.kind === 'sound' ? 'audio' : 'video', byteSize: 0 },
      ...{ duration: length ?? ZERO, video: [], audio: [], warnings: [] },
    },
  }
  assets[id] = asset
  return asset
}

const fileName = (url: string | undefined): string => url?.split(/[\\/]/).at(-1) ?? ''

export const writeMissing = ({ name, missing, info }: Asset, rate: Rational): JsonObject => ({
  ...{ OTIO_SCHEMA: 'MissingReference.1', name, available_image_bounds: null },
  available_range: info.duration.num > 0 ? writeRange(ZERO, rate, info.duration, rate) : null,
  metadata: missing?.lastSeen === undefined ? {} : { keyreel: { lastSeen: missing.lastSeen } },
})
