/** The size of a result: as asked, or from the resolution and a shape. */

import { GenerationError } from '../../../shared/generation/failure.ts'
import { nearestSize, sizeOf } from '../../../shared/generation/modelFacts.ts'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import type { Resolution, VideoInferenceRequest } from '../../../shared/generation/request.ts'
import type { Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import type { Size } from './Work.ts'

/** Taken when a request names neither a size nor a resolution. */
const DEFAULT_RESOLUTION: Resolution = '720p'

const even = (value: number): number => Math.max(2, Math.round(value / 2) * 2)

/** @throws GenerationError for sizes that H.264 at yuv420p cannot hold. */
function askedSize({ width, height }: VideoInferenceRequest): Size | undefined {
  if (width === undefined && height === undefined) return undefined
  if (width === undefined || height === undefined) {
    throw new GenerationError(
      say(width === undefined ? 'engine:heightAlone' : 'engine:widthAlone'),
      { kind: 'validation' },
    )
  }
  for (const [field, value] of Object.entries({ width, height })) {
    if (value < 16 || value > 4096 || value % 2 !== 0) {
      throw new GenerationError(say('engine:oddSize', { field, value }), { kind: 'validation' })
    }
  }
  return { width, height }
}

/** For generations and reframes: `shape` is the first picture's size, where there is one; otherwise 16:9. */
export function generationSize(request: VideoInferenceRequest, shape?: Size): Size {
  return askedSize(request) ?? modelSize(request.resolution, shape ?? { width: 16, height: 9 })
}

/** The table's size of the nearest shape. */
function modelSize(resolution: Resolution | undefined, shape: Size): Size {
  const { aspect } = nearestSize(RAY_3_2, shape.width, shape.height)
  const found = sizeOf(RAY_3_2, aspect, resolution ?? DEFAULT_RESOLUTION)
  if (!found) throw new RangeError(`The size table lacks ${aspect} at ${resolution}`)
  return { width: found.width, height: found.height }
}

/**
 * For transformations: the source's own shape, with as many pixels as the model's nearest shape has at this
 * resolution; exactly the model's size where the shapes agree.
 */
export function transformSize(request: VideoInferenceRequest, source: Size): Size {
  const model = modelSize(request.resolution, source)
  const aspect = source.width / source.height
  if (Math.abs(aspect / (model.width / model.height) - 1) < 0.01) return model
  const scale = Math.sqrt((model.width * model.height) / (source.width * source.height))
  return { width: even(source.width * scale), height: even(source.height * scale) }
}

/** Said when nothing in the request fixes the size. */
export const sizeNote = (request: VideoInferenceRequest): Said[] =>
  request.width === undefined && request.resolution === undefined
    ? [say('take:sizeChosen', { size: DEFAULT_RESOLUTION })]
    : []
