/** Media strings, and how long a source may be. */
import { compare, rational } from '../../time/rational.ts'
import { say } from '../../words/say.ts'
import { modelOf, type RequestFacts } from '../pricing.ts'
import { mode, type VideoInferenceRequest } from '../request.ts'
import { error, type RuleViolation } from '../violation.ts'

export type MediaKind = 'url' | 'dataUri' | 'uuid' | 'base64' | 'unknown'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** Shorter than this, text in the base64 alphabet is a file name rather than a picture. */
const SHORTEST_BASE64 = 100

/** What the service would take a media string for. */
export function mediaKind(media: string): MediaKind {
  if (/^https?:\/\/[^\s/]+/i.test(media)) return 'url'
  if (/^data:[\w.+-]+\/[\w.+-]+;base64,/i.test(media)) return 'dataUri'
  if (UUID.test(media)) return 'uuid'
  const isBase64 = media.length >= SHORTEST_BASE64 && /^[A-Za-z0-9+/]+={0,2}$/.test(media)
  return isBase64 ? 'base64' : 'unknown'
}

/** Every media string of a request with its wire path. */
export function mediaReferences(
  request: VideoInferenceRequest,
): readonly { readonly field: string; readonly media: string }[] {
  const { video, frameImages } = request.inputs ?? {}
  return [
    ...(video === undefined ? [] : [{ field: 'inputs.video', media: video }]),
    ...(frameImages ?? []).map(({ image }, i) => ({
      field: `inputs.frameImages[${i}].image`,
      media: image,
    })),
  ]
}

export function checkMedia(request: VideoInferenceRequest, facts: RequestFacts): RuleViolation[] {
  return [...checkReferences(request, facts), ...checkSourceLength(request, facts)]
}

function checkReferences(request: VideoInferenceRequest, facts: RequestFacts): RuleViolation[] {
  const local = facts.localInputs
  if (local === undefined) return []
  return mediaReferences(request)
    .filter(({ media }) => !local.has(media) && mediaKind(media) === 'unknown')
    .map(({ field, media }) =>
      error(field, say('generation:mediaUnknown', { media: shorten(media) })),
    )
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text)

function checkSourceLength(request: VideoInferenceRequest, facts: RequestFacts): RuleViolation[] {
  const { sourceDuration: duration, localInputs } = facts
  const kind = mode(request)
  if (duration === undefined || (kind !== 'transform' && kind !== 'reframe')) return []
  const { transformSource, reframeSource } = modelOf(facts).limits
  const limit = kind === 'transform' ? transformSource : reframeSource
  const length = Math.round((duration.num / duration.den) * 100) / 100
  if (compare(duration, rational(0)) <= 0) {
    return [error('inputs.video', say('generation:sourceEmpty'))]
  }
  // A file of this machine is sent in as many spans as it takes (spans.ts).
  const isCut = localInputs?.has(request.inputs?.video ?? '') === true
  if (isCut || compare(duration, rational(Math.round(limit * 1000), 1000)) <= 0) return []
  const key =
    kind === 'transform'
      ? 'generation:sourceTooLongToTransform'
      : 'generation:sourceTooLongToReframe'
  return [error('inputs.video', say(key, { length, limit }))]
}
