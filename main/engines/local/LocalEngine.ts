/**
 * The engine that ships inside: real, repeatable image processing behind the model's own requests, without network,
 * key or cost. It says in the take what it did and what it cannot do.
 */

import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { GenerationError } from '../../../shared/generation/failure.ts'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import { mode, type VideoInferenceRequest } from '../../../shared/generation/request.ts'
import { say } from '../../../shared/words/say.ts'
import { type MediaEngine, MediaError } from '../../media/MediaEngine.ts'
import type {
  EngineContext,
  EngineJob,
  EngineOutcome,
  GenerationEngine,
} from '../GenerationEngine.ts'
import { encode } from './encode.ts'
import { resolveInput } from './inputs.ts'
import { leftOut } from './limits.ts'
import { renderPinnedShot } from './pinnedShot.ts'
import { renderPrevisCard } from './previsCard.ts'
import { renderReframe } from './reframe.ts'
import { findRife, type RifeState } from './rife.ts'
import { RATE } from './sourceFilters.ts'
import { renderTransformation } from './transform.ts'
import { videoUuidOf } from './videoUuid.ts'
import { partOf, type Rendering, type Work } from './Work.ts'

export interface LocalEngineOptions {
  readonly media: MediaEngine
  /** Where RIFE is, or why not; asked when frames between pins are needed. */
  readonly findRife?: () => Promise<RifeState>
}

/** Share of the work before the film is written. */
const PREPARATION: Readonly<Record<ReturnType<typeof mode>, number>> = {
  text: 0.05,
  pins: 0.8,
  transform: 0.3,
  reframe: 0.03,
}

export class LocalEngine implements GenerationEngine {
  readonly name = 'local'
  readonly isFree = true
  readonly #media: MediaEngine
  readonly #findRife: () => Promise<RifeState>

  constructor(options: LocalEngineOptions) {
    this.#media = options.media
    this.#findRife = options.findRife ?? findRife
  }

  /** @throws GenerationError; the signal's reason when cancelled. Leaves nothing but the result in `workDir`. */
  async run(job: EngineJob, context: EngineContext): Promise<EngineOutcome> {
    const { request, workDir } = job
    const { signal, onProgress } = context
    signal.throwIfAborted()
    const folder = await mkdtemp(join(workDir, 'parts-'))
    const work: Work = { media: this.#media, folder, signal, progress: risingOnly(onProgress) }
    try {
      const share = PREPARATION[mode(request)]
      const rendering = await this.#render(partOf(work, 0, share), job)
      const videoUUID = videoUuidOf(request)
      const video = join(workDir, `${videoUUID}.mp4`)
      await encode(partOf(work, share, 1), rendering, video)
      return {
        result: {
          taskType: 'videoInference',
          taskUUID: request.taskUUID,
          videoUUID,
          videoURL: pathToFileURL(video).href,
          cost: 0,
        },
        wire: request,
        video,
        extras: [],
        notes: [say('take:madeLocally'), ...rendering.notes, ...leftOut(request)],
        method: rendering.method,
      }
    } catch (error) {
      signal.throwIfAborted()
      throw explain(error)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  async #render(work: Work, { request, inputs }: EngineJob): Promise<Rendering> {
    const where = { inputs, folder: work.folder }
    const { video, frameImages = [] } = request.inputs ?? {}
    const pictures = async (): Promise<string[]> => {
      const found: string[] = []
      for (const [index, { image }] of frameImages.entries()) {
        const field = `inputs.frameImages[${index}].image`
        found.push(await resolveInput(image, where, field, `picture-${index}`))
      }
      return found
    }
    if (video !== undefined) {
      const film = await resolveInput(video, where, 'inputs.video', 'source')
      return mode(request) === 'reframe'
        ? renderReframe(work, { request, video: film })
        : renderTransformation(work, { request, video: film, guides: await pictures() })
    }
    const frameCount = framesOf(request)
    return frameImages.length > 0
      ? renderPinnedShot(work, {
          request,
          frameCount,
          pictures: await pictures(),
          rife: this.#findRife,
        })
      : renderPrevisCard(work, request, frameCount)
  }
}

/** 120 or 240. @throws GenerationError for other lengths. */
function framesOf({ duration }: VideoInferenceRequest): number {
  const seconds = duration ?? 5
  if (RAY_3_2.durations.includes(seconds)) return seconds * RATE
  throw new GenerationError(say('engine:duration', { seconds, choices: RAY_3_2.durations }), {
    kind: 'validation',
  })
}

/** Stages that overlap a little must not make the bar go back. */
function risingOnly(onProgress: EngineContext['onProgress']): Work['progress'] {
  let reached = 0
  return (fraction, note) => {
    reached = Math.max(reached, Math.min(1, fraction))
    onProgress(reached, note)
  }
}

/** What the media port says is already one plain sentence; only its shape changes. */
function explain(error: unknown): unknown {
  if (!(error instanceof MediaError)) return error
  const kind =
    error.kind === 'toolMissing' || error.kind === 'unsupported' ? 'unsupported' : 'input'
  return new GenerationError(error.said, {
    kind: error.kind === 'failed' || error.kind === 'noSpace' ? 'serverError' : kind,
    ...(error.detail === undefined ? {} : { detail: error.detail }),
    cause: error,
  })
}
