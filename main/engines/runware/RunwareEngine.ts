/**
 * The real Ray3.2, behind Runware. One run goes upload -> submit -> poll -> download, and every step is durable
 * before the next one starts, so that a run that was cut off anywhere goes on without paying again.
 */

import { GenerationError } from '../../../shared/generation/failure.ts'
import type { ModelFacts } from '../../../shared/generation/modelFacts.ts'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import type { Quote } from '../../../shared/generation/pricing.ts'
import type {
  VideoInferenceRequest,
  VideoInferenceResult,
} from '../../../shared/generation/request.ts'
import { mediaReferences } from '../../../shared/generation/rules/media.ts'
import { checkRequest } from '../../../shared/generation/rules.ts'
import { positionFrom, readSourcePosition } from '../../../shared/generation/sourcePosition.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import type { Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import type {
  EngineContext,
  EngineJob,
  EngineOutcome,
  GenerationEngine,
  LocalInputs,
} from '../GenerationEngine.ts'
import { type Balance, dryRunQuote, readBalance } from './account.ts'
import { type Fetch, RunwareClient } from './client.ts'
import { type Clock, systemClock } from './clock.ts'
import { fetchResult } from './fetchResult.ts'
import { createInquiry, type Inquiry, RUNWARE_SCHEMAS_URL } from './inquiry.ts'
import { waitForResult } from './poll.ts'
import { type CallPorts, submit } from './submit.ts'
import { contentHash, type LocalFile, upload } from './uploads.ts'

export const RUNWARE_URL = 'https://api.runware.ai/v1'

export interface RunwareEngineOptions {
  /** {@link RUNWARE_URL}, or a loopback address in tests and with `keyreel serve`. */
  readonly baseUrl: string
  /** The user's key; null where there is none. Read for every call, so that a new key helps a running job. */
  readonly readKey: () => Promise<string | null>
  /** Electron's `net.fetch` respects the system's proxy and certificates. */
  readonly fetch?: Fetch
  readonly clock?: Clock
  /** Largest result, bytes. */
  readonly maxBytes?: number
  /** What is known of the model now; absent: what is built in. */
  readonly model?: () => ModelFacts
  /** {@link RUNWARE_SCHEMAS_URL}, or a loopback address in tests. */
  readonly schemasUrl?: string
}

const MAX_BYTES = 2 * 1024 ** 3

export class RunwareEngine implements GenerationEngine {
  readonly name = 'runware'
  readonly isFree = false
  /** For questions about the model itself. */
  readonly inquiry: Inquiry
  readonly #client: RunwareClient
  readonly #clock: Clock
  readonly #fetch: Fetch
  readonly #allowsLoopback: boolean
  readonly #maxBytes: number
  readonly #model: () => ModelFacts

  constructor(options: RunwareEngineOptions) {
    this.#client = new RunwareClient(options)
    this.#clock = options.clock ?? systemClock
    this.#fetch = options.fetch ?? globalThis.fetch
    this.inquiry = createInquiry({
      ...{ client: this.#client, clock: this.#clock, fetch: this.#fetch },
      schemasUrl: options.schemasUrl ?? RUNWARE_SCHEMAS_URL,
    })
    this.#allowsLoopback = /^(127\.0\.0\.1|localhost|\[::1\])$/.test(
      new URL(options.baseUrl).hostname,
    )
    this.#maxBytes = options.maxBytes ?? MAX_BYTES
    this.#model = options.model ?? (() => RAY_3_2)
  }

  async run(job: EngineJob, context: EngineContext): Promise<EngineOutcome> {
    const ports = this.#ports(context)
    const { resume } = job
    if (resume?.stage === 'finished') {
      return this.#finish(job, context, resume.wire, resume.result)
    }
    const isAcknowledged = resume?.stage === 'submitted'
    const wasSent = resume?.stage === 'submitting' || isAcknowledged
    const wire = wasSent ? resume.wire : await this.#prepare(job, context)
    if (!isAcknowledged) {
      await context.checkpoint({ stage: 'submitting', wire })
      context.onProgress(null, say('progress:sending'))
      await submit(wire, wasSent, ports)
      await context.checkpoint({ stage: 'submitted', wire })
    }
    context.onProgress(null, say('progress:generating'))
    const result = await waitForResult(wire.taskUUID, ports)
    await context.checkpoint({ stage: 'finished', wire, result })
    return this.#finish(job, context, wire, result)
  }

  /** The account's balance: proves that the key works. @throws GenerationError */
  checkAccount(signal: AbortSignal): Promise<Balance> {
    return readBalance(this.#client, signal)
  }

  /**
   * What the service itself says a request would cost; nothing runs and nothing is billed. Null where it does
   * not say, or where the request still names local files.
   * @throws GenerationError when the service refuses the request or cannot be reached.
   */
  dryRunQuote(
    request: VideoInferenceRequest,
    options: { readonly inputs?: LocalInputs; readonly signal: AbortSignal },
  ): Promise<Quote | null> {
    checkSendable(request, new Set(options.inputs?.keys() ?? []), this.#model())
    const isRemote = mediaReferences(request).every(({ media }) => !options.inputs?.has(media))
    return isRemote
      ? dryRunQuote(this.#client, wireOf(request, new Map(), this.#model()), options.signal)
      : Promise.resolve(null)
  }

  #ports(context: EngineContext): CallPorts {
    return {
      client: this.#client,
      clock: this.#clock,
      signal: context.signal,
      note: (text) => context.onProgress(null, text),
    }
  }

  /** Checks everything before anything leaves, then uploads the local files. */
  async #prepare(job: EngineJob, context: EngineContext): Promise<VideoInferenceRequest> {
    const { request, inputs, resume } = job
    checkSendable(request, new Set(inputs.keys()), this.#model())
    const files = localFiles(request, inputs)
    const hashes = new Map<string, string>()
    for (const file of files) hashes.set(file.path, await contentHash(file))
    const uploads: Record<string, string> =
      resume?.stage === 'uploading' ? { ...resume.uploads } : {}
    const distinct = new Map(files.map(({ path }) => [hashes.get(path) ?? path, path]))
    let count = 0
    for (const [hash, path] of distinct) {
      count += 1
      if (uploads[hash] !== undefined) continue
      context.onProgress(null, say('progress:uploading', { number: count, of: distinct.size }))
      uploads[hash] = await upload(path, this.#ports(context))
      await context.checkpoint({ stage: 'uploading', uploads: { ...uploads } })
    }
    const stored = new Map<string, string>()
    for (const [media, path] of inputs) {
      const mediaUUID = uploads[hashes.get(path) ?? '']
      if (mediaUUID !== undefined) stored.set(media, mediaUUID)
    }
    return wireOf(request, stored, this.#model())
  }

  async #finish(
    job: EngineJob,
    context: EngineContext,
    wire: VideoInferenceRequest,
    result: VideoInferenceResult,
  ): Promise<EngineOutcome> {
    context.onProgress(null, say('progress:downloading'))
    const fetched = await fetchResult(result, job.workDir, this.#ports(context), {
      fetch: this.#fetch,
      allowsLoopback: this.#allowsLoopback,
      maxBytes: this.#maxBytes,
    })
    if (fetched.result !== result) {
      await context.checkpoint({ stage: 'finished', wire, result: fetched.result })
    }
    return {
      ...fetched,
      wire,
      notes: this.#notesOf(wire, fetched.result),
      method: say('method:ray'),
    }
  }

  #notesOf({ settings }: VideoInferenceRequest, result: VideoInferenceResult): Said[] {
    const position = settings?.sourcePosition
    const notes = [say('take:madeByRay')]
    const isCorner = this.#model().positionOrigin === 'topLeft'
    if (position && isCorner && readSourcePosition(position).reading === 'centre') {
      notes.push(say('take:positionAsSent'))
    }
    if (result.NSFWContent === true) notes.push(say('take:maybeUnsafe'))
    if (result.cost === 0) notes.push(say('take:costZero'))
    return notes
  }
}

/** @throws GenerationError naming the first field that the rules refuse. */
function checkSendable(
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

function localFiles(request: VideoInferenceRequest, inputs: LocalInputs): LocalFile[] {
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
function wireOf(
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
