/** From pasted words to a shot of a project, purely. */
import { parseRequestDocument } from '../../shared/generation/document.ts'
import type { ModelFacts } from '../../shared/generation/modelFacts.ts'
import { RAY_3_2 } from '../../shared/generation/models.ts'
import type { VideoInferenceRequest } from '../../shared/generation/request.ts'
import type { Asset } from '../../shared/model/asset.ts'
import type { MakeId, ShotId } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'
import { secondsAt } from '../../shared/time/frames.ts'
import { rational } from '../../shared/time/rational.ts'
import { type Said, sentences } from '../../shared/words/Said.ts'
import { say } from '../../shared/words/say.ts'
import { ServiceError } from './ServiceError.ts'
import { type MediaPart, type ShotFromRequest, shotFromRequest } from './shotFromRequest.ts'

export interface ReadRequest extends ShotFromRequest {
  readonly assets: readonly Asset[]
}

/** `keyreel:KEY@1/2` for a picture and `keyreel:KEY@2+120f` for a span, as main/services/shotRequest writes them. */
const OWN_MEDIA = /^keyreel:(.+)@(\d+)(?:\/(\d+))?(?:\+(\d+)f)?$/

/** @throws ServiceError `badInput` with every error of the document, each with its field. */
export function readRequest(
  text: string,
  name: string,
  project: Project,
  makeId: MakeId,
  model: ModelFacts,
): ReadRequest {
  const request = requestIn(text)
  const takes = project.takes.values().map((take) => take.asset)
  const known = new Map([...project.assets.values(), ...takes].map((one) => [one.mediaKey, one]))
  const added = new Map<string, Asset>()
  const assetFor = (media: string): Asset | undefined => {
    const [, mediaKey = ''] = OWN_MEDIA.exec(media) ?? []
    const asset = known.get(mediaKey)
    if (asset && !project.assets.get(asset.id)) added.set(asset.id, asset)
    return asset
  }
  const read = shotFromRequest(request, {
    ...{ id: makeId<ShotId>(), name, makeId, assetFor },
    ...{ partOf, model },
  })
  return { ...read, assets: [...added.values()] }
}

function partOf(media: string): MediaPart | undefined {
  const [found, , num, den, frames] = OWN_MEDIA.exec(media) ?? []
  if (found === undefined) return undefined
  const start = rational(Number(num), Number(den ?? 1))
  return frames === undefined
    ? { start }
    : { start, duration: secondsAt(Number(frames), RAY_3_2.rate) }
}

function requestIn(text: string): VideoInferenceRequest {
  const refuse = (said: Said): never => {
    throw new ServiceError('badInput', said)
  }
  const parsed = parseRequestDocument(jsonIn(text, refuse))
  if (parsed.ok) return parsed.request
  return refuse(
    sentences(
      parsed.problems.map(({ field, said }) =>
        field === '' ? said : say('request:atField', { field, problem: said }),
      ),
    ),
  )
}

function jsonIn(text: string, refuse: (said: Said) => never): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault
    return refuse(say('request:notJson', { where: fault.message }))
  }
}
