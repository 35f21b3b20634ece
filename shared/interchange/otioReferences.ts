/** A clip's media as OTIO's media references. */
import type { Asset } from '../model/asset.ts'
import type { ClipMedia } from '../model/clipMedia.ts'
import { type Rational, ZERO } from '../time/rational.ts'
import { type JsonObject, objectAt } from './otio.ts'
import { writeGenerator } from './otioGenerator.ts'
import { writeSequence } from './otioMedia.ts'
import { writeMissing } from './otioMissing.ts'
import { writeRange } from './otioTime.ts'

/** What is missing is referred to as in the file it came from, where it came from one. */
export function references(
  media: ClipMedia,
  rate: Rational,
  original: JsonObject | undefined,
  { urlOf }: { readonly urlOf: (asset: Asset) => string },
): JsonObject {
  const others = original ? objectAt(original, 'media_references') : undefined
  if (media.kind === 'missing' && original && others) return { media_references: others }
  const single = original ? objectAt(original, 'media_reference') : undefined
  const active = media.kind === 'missing' && single ? single : reference(media, rate, urlOf)
  return {
    media_references: { ...others, DEFAULT_MEDIA: active },
    active_media_reference_key: 'DEFAULT_MEDIA',
  }
}

function reference(media: ClipMedia, rate: Rational, urlOf: (asset: Asset) => string): JsonObject {
  switch (media.kind) {
    case 'asset':
      return media.asset.info.sequence
        ? writeSequence(media.asset, media.asset.info.sequence, urlOf(media.asset))
        : external(media.asset, rate, urlOf)
    case 'missing':
      return writeMissing(media.asset, rate)
    case 'timeline':
    case 'empty':
      return {
        ...{ OTIO_SCHEMA: 'MissingReference.1', name: '', metadata: {} },
        ...{ available_range: null, available_image_bounds: null },
      }
    default:
      return writeGenerator(media)
  }
}

const external = (asset: Asset, rate: Rational, urlOf: (asset: Asset) => string): JsonObject => ({
  OTIO_SCHEMA: 'ExternalReference.1',
  name: asset.name,
  target_url: urlOf(asset),
  available_range:
    asset.info.kind === 'still' ? null : writeRange(ZERO, rate, asset.info.duration, rate),
  available_image_bounds: null,
  metadata: asset.credit === undefined ? {} : { keyreel: { credit: asset.credit } },
})
