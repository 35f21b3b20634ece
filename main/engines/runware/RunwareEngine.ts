/**
 * The real Ray3.2, behind Runware. One run goes upload -> submit -> poll -> download, and every step is durable
 * before the next one starts, so that a run that was cut off anywhere goes on without paying again.
 */

import { randomUUID } from 'node:crypto'
import { GenerationError } from '../../../shared/generation/failure.ts'
import type { ModelFacts } from '../../../shared/generation/modelFacts.ts'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import type { Quote } from '../../../shared/generation/pricing.ts'
import type {
  VideoInferenceRequest,
  VideoInferenceResult,
} from '../../../shared/generation/request.ts'
import { mediaReferences } from '../../../shared/generation/rules/media.ts'
import { readSourcePosition } from '../../../shared/generation/sourcePosition.ts'
import type { Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import type {
  EngineContext,
  EngineJob,
  EngineOutcome,
  GenerationEngine,
  LocalInputs,
} from '../GenerationEngine.ts'
import type { UploadBook } from '../UploadBook.ts'
import { type Balance, dryRunQuote, readBalance } from './account.ts'
import { type Fetch, RunwareClient } from './client.ts'
import { type Clock, systemClock } from './clock.ts'
import { speaksOfMedia } from './errors.ts'
import { fetchResult } from './fetchResult.ts'
import { createInquiry, type Inquiry, RUNWARE_SCHEMAS_URL } from './inquiry.ts'
import { isKnown, waitForResult } from './poll.ts'
import { createStoreOnce, type HashedFile, type Stored } from './storeOnce.ts'
import { type CallPorts, submit } from './submit.ts'
import { contentHash } from './uploads.ts'
import { checkSendable, localFiles, storedMediaOf, wireOf } from './wire.ts'

export const RUNWARE_URL = 'https://api.runware.ai/v1'

export interface RunwareEngineOptions {
  /** {@link RUNWARE_URL}, or a loopback address in tests and with `keyreel serve`. */
  readonly baseUrl: string
  /** The user's key; null where there is none. Read for every call, so that a new key helps a running job. */
  readonly readKey: () => Promise<string | null>
  /** What was uploaded, for all tasks of a store. */
  readonly uploads: UploadBook
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
/** How often a task goes on under another UUID: files that other tasks uploaded meanwhile may be gone as well. */
const RENEWALS = 2

interface Prepared {
  readonly wire: VideoInferenceRequest
  /** Media in it that were not uploaded for it just now. */
  readonly borrowed: readonly string[]
}

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
  readonly #book: UploadBook
  readonly #store: ReturnType<typeof createStoreOnce>

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
    this.#book = options.uploads
    this.#store = createStoreOnce(options.uploads)
  }

  async run(job: EngineJob, context: EngineContext): Promise<EngineOutcome> {
    const ports = this.#ports(context)
    const { resume } = job
    if (resume?.stage === 'finished') {
      return this.#finish(job, context, resume.wire, resume.result)
    }
    const wire = resume?.stage === 'submitted' ? resume.wire : await this.#send(job, context)
    context.onProgress(null, say('progress:generating'))
    const result = await this.#wait(wire, ports)
    await context.checkpoint({ stage: 'finished', wire, result })
    return this.#finish(job, context, wire, result)
  }

  /**
   * Sends the task and answers it as the service took it. A task that was refused because of media that were stored
   * before may name some that are gone: where it was certainly not taken, its files are uploaded anew and it goes on under
   * another UUID, since it is not known whether a refused one counts as used.
   */
  async #send(job: EngineJob, context: EngineContext): Promise<VideoInferenceRequest> {
    const ports = this.#ports(context)
    const { resume } = job
    const wasSent = resume?.stage === 'submitting'
    let prepared = wasSent
      ? { wire: resume.wire, borrowed: storedMediaOf(resume.wire, job.request) }
      : await this.#prepare(job.request, job.inputs, context)
    for (let attempt = 0; ; attempt++) {
      const { wire, borrowed } = prepared
      await context.checkpoint({ stage: 'submitting', wire })
      context.onProgress(null, say('progress:sending'))
      const refusal = await submit(wire, wasSent && attempt === 0, ports)
      if (!refusal) {
        await context.checkpoint({ stage: 'submitted', wire })
        return wire
      }
      const { error, failure, mayBeThere } = refusal
      if (borrowed.length === 0 || !speaksOfMedia(error, borrowed)) throw failure
      await this.#book.doubt(borrowed)
      if (attempt >= RENEWALS) throw failure
      const isThere = mayBeThere ? await isKnown(wire.taskUUID, ports) : false
      if (isThere === true) {
        await context.checkpoint({ stage: 'submitted', wire })
        return wire
      }
      if (isThere === null) throw failure
      const taskUUID = randomUUID()
      await context.renumber(taskUUID)
      context.onProgress(null, say('progress:mediaGone'))
      prepared = await this.#prepare({ ...job.request, taskUUID }, job.inputs, context)
    }
  }

  /** What a task had read that came to nothing is not trusted again: another upload costs nothing. */
  async #wait(wire: VideoInferenceRequest, ports: CallPorts): Promise<VideoInferenceResult> {
    try {
      return await waitForResult(wire.taskUUID, ports)
    } catch (fault) {
      const isOver = fault instanceof GenerationError && fault.isOver
      if (isOver) await this.#book.doubt(mediaReferences(wire).map(({ media }) => media))
      throw fault
    }
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

  /** Checks everything before anything leaves, then sees to it that the local files are stored at the service. */
  async #prepare(
    request: VideoInferenceRequest,
    inputs: LocalInputs,
    context: EngineContext,
  ): Promise<Prepared> {
    checkSendable(request, new Set(inputs.keys()), this.#model())
    const byHash = new Map<string, HashedFile>()
    const hashes = new Map<string, string>()
    for (const file of localFiles(request, inputs)) {
      const sha256 = hashes.get(file.path) ?? (await contentHash(file))
      hashes.set(file.path, sha256)
      byHash.set(sha256, { ...file, sha256 })
    }
    const stored = new Map<string, Stored>()
    for (const file of byHash.values()) {
      const number = stored.size + 1
      context.onProgress(null, say('progress:uploading', { number, of: byHash.size }))
      stored.set(file.sha256, await this.#store(file, request.taskUUID, this.#ports(context)))
    }
    const names = new Map<string, string>()
    for (const [media, path] of inputs) {
      const found = stored.get(hashes.get(path) ?? '')
      if (found) names.set(media, found.mediaUUID)
    }
    return {
      wire: wireOf(request, names, this.#model()),
      borrowed: [...stored.values()].flatMap((one) => (one.isBorrowed ? [one.mediaUUID] : [])),
    }
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
