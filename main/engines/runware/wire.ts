/** A request of this machine -> the document that travels, and the files that it needs. */

import { GenerationError } from '../../../shared/generation/failure.ts'
import type { ModelFacts } from '../../../shared/generation/modelFacts.ts'
import type { VideoInferenceRequest } from '../../../shared/generation/request.ts'
import { mediaReferences } from '../../../shared/generation/rules/media.ts'
import { checkRequest } from '../../../shared/generation/rules.ts'
import { positionFrom } from '../../../shared/generation/sourcePosition.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { say } from '../../../shared/words/say.ts'
import type { LocalInputs } from '../GenerationEngine.ts'
import type { LocalFile } from './uploads.ts'

/** @throws GenerationError naming the first field that the rules refuse. */
export function checkSendable(
  request: VideoInferenceRequest,
  localInputs: ReadonlySet<string>,
  model: ModelFacts,
): void {
  const errors = checkRequest(request, { localInputs, model }).filter(
    ({ severity }) => severity === 'error',
  )
  const [first] = errors
  if (!first) return
  throw new GenerationError(say('engine:notSent', { why: first.said }), {
    kind: 'validation',
    detail: errors.map(({ field, said }) => `${field}: ${inEnglish(said)}`).join('\n'),
  })
}

/** What a document that was sent names in the place of files. */
export function storedMediaOf(
  wire: VideoInferenceRequest,
  request: VideoInferenceRequest,
): string[] {
  const asked = new Set(mediaReferences(request).map(({ media }) => media))
  return mediaReferences(wire).flatMap(({ media }) => (asked.has(media) ? [] : [media]))
}

export function localFiles(request: VideoInferenceRequest, inputs: LocalInputs): LocalFile[] {
  return mediaReferences(request).flatMap(({ field, media }) => {
    const path = inputs.get(media)
    const role = field === 'inputs.video' ? 'video' : 'image'
    return path === undefined ? [] : [{ path, role, field }]
  })
}

/**
 * The document as it is sent: local files replaced by stored media, delivery and cost asked for, the source's place told
 * from the point that the service was found to mean.
 */
export function wireOf(
  request: VideoInferenceRequest,
  stored: ReadonlyMap<string, string>,
  { positionOrigin }: ModelFacts,
): VideoInferenceRequest {
  const { inputs, settings } = request
  const position = settings?.sourcePosition
  const sent = (media: string): string => stored.get(media) ?? media
  return {
    ...request,
    deliveryMethod: 'async',
    includeCost: true,
    ...(position
      ? { settings: { ...settings, sourcePosition: positionFrom(position, positionOrigin) } }
      : {}),
    ...(inputs
      ? {
          inputs: {
            ...inputs,
            ...(inputs.video === undefined ? {} : { video: sent(inputs.video) }),
            ...(inputs.frameImages
              ? {
                  frameImages: inputs.frameImages.map((one) => ({
                    ...one,
                    image: sent(one.image),
                  })),
                }
              : {}),
          },
        }
      : {}),
  }
}
