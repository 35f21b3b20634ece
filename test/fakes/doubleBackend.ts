/** The service behind the double: jobs, stored media, and books of what was accepted and billed. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type {
  JobStatus,
  RunwareBackend,
  ServedFile,
  StoredMedia,
  UploadedMedia,
} from '../../main/server/RunwareBackend.ts'
import { TaskRefusal } from '../../main/server/RunwareBackend.ts'
import type { ModelFacts, Money } from '../../shared/generation/modelFacts.ts'
import { quote, type RequestFacts } from '../../shared/generation/pricing.ts'
import type { VideoInferenceRequest } from '../../shared/generation/request.ts'
import { mediaReferences } from '../../shared/generation/rules/media.ts'
import { checkRequest } from '../../shared/generation/rules.ts'
import { readSourcePosition } from '../../shared/generation/sourcePosition.ts'
import { rational } from '../../shared/time/rational.ts'
import { inEnglish } from '../../shared/words/english.ts'
import type { Drift, Fault, FaultList } from './faults.ts'
import { type MakeResult, makeExr, type SourceFacts, sourceFacts } from './resultMedia.ts'

/** What the service would put on the bill; clients' ledgers are compared with it. */
export interface Books {
  /** Accepted tasks in order, each billed once. */
  readonly billed: readonly {
    readonly taskUUID: string
    readonly cost: Money
    readonly request: VideoInferenceRequest
  }[]
  /** Accepted tasks that failed at the service and were taken off the bill again; what only timed out is not. */
  readonly refunded: readonly string[]
  /** Submits that named a UUID which was already known. */
  readonly conflicts: readonly string[]
  /** Stored media, by the task that stored each. */
  readonly uploads: readonly {
    readonly taskUUID: string
    readonly mediaUUID: string
    readonly sha256: string
  }[]
  /** Media that were deleted, each once. */
  readonly deleted: readonly string[]
  /** Stored media that the service lost by itself. */
  readonly lost: readonly string[]
  /** Accepted tasks that failed because a medium was deleted before they had read it. */
  readonly starved: readonly string[]
}

/** Nothing is fetched from the web: what lies there is taken for a clip of 5 s. */
const WEB_SOURCE_DURATION = rational(5)

interface Job {
  readonly request: VideoInferenceRequest
  readonly cost: Money
  readonly videoUUID: string
  readonly rendered: Promise<void>
  failure: Omit<Extract<Fault, { kind: 'jobFails' }>, 'kind' | 'times'> | undefined
  hasRead: boolean
  readonly isUnsafe: boolean
  pollsLeft: number
}

interface Stored {
  readonly mediaUUID: string
  readonly file: string | undefined
  pollsLeft: number
}

export class DoubleBackend implements RunwareBackend {
  readonly #folder: string
  readonly #faults: FaultList
  readonly #makeResult: MakeResult
  readonly #model: ModelFacts
  readonly #jobs = new Map<string, Job>()
  readonly #uploads = new Map<string, Stored>()
  readonly #files = new Map<string, ServedFile>()
  readonly #media = new Map<string, string>()
  /** Media UUIDs of what was uploaded and is still there. */
  readonly #held = new Set<string>()
  /** Media that were there and are no more: the code that a submit is refused with. */
  readonly #gone = new Map<string, string>()
  /** Task UUIDs of refused submits that count as used. */
  readonly #reserved = new Set<string>()
  readonly #sources = new Map<string, Promise<SourceFacts>>()
  readonly #books = {
    billed: [] as Books['billed'][number][],
    refunded: [] as string[],
    conflicts: [] as string[],
    uploads: [] as Books['uploads'][number][],
    deleted: [] as string[],
    lost: [] as string[],
    starved: [] as string[],
  }

  constructor(folder: string, faults: FaultList, makeResult: MakeResult, model: ModelFacts) {
    this.#folder = folder
    this.#faults = faults
    this.#makeResult = makeResult
    this.#model = model
  }

  get books(): Books {
    return structuredClone(this.#books)
  }

  /** Resolves once no rendering is under way, so that the folder may go. */
  async settle(): Promise<void> {
    await Promise.allSettled([...this.#jobs.values()].map(({ rendered }) => rendered))
  }

  async submit(request: VideoInferenceRequest): Promise<'accepted' | 'known'> {
    const { taskUUID } = request
    if (this.#jobs.has(taskUUID) || this.#reserved.has(taskUUID)) {
      this.#books.conflicts.push(taskUUID)
      return 'known'
    }
    const source = await this.#source(request)
    let facts: RequestFacts
    try {
      this.#loseMedia(request)
      this.#requireMedia(request)
      facts = this.#checked(request, source)
    } catch (refusal) {
      if (this.#faults.take('reservesRefused')) this.#reserved.add(taskUUID)
      throw refusal
    }
    // Nothing may be awaited between this look and the entry: two submits can be under way at once.
    if (this.#jobs.has(taskUUID)) {
      this.#books.conflicts.push(taskUUID)
      return 'known'
    }
    const cost = quote(request, facts).amount
    const failure = this.#faults.take('jobFails')
    const drift = this.#faults.take('drifts')
    const videoUUID = randomUUID()
    this.#jobs.set(taskUUID, {
      request,
      cost,
      videoUUID,
      rendered: failure ? Promise.resolve() : this.#render(request, source, videoUUID, drift),
      failure,
      hasRead: failure !== undefined,
      isUnsafe: this.#faults.take('unsafe') !== undefined,
      pollsLeft: this.#faults.take('slow')?.polls ?? 1,
    })
    this.#books.billed.push({ taskUUID, cost, request })
    if (failure && !/timeout/i.test(failure.code)) this.#books.refunded.push(taskUUID)
    return 'accepted'
  }

  /** What a fault takes away under the feet of a submit. */
  #loseMedia(request: VideoInferenceRequest): void {
    const named = mediaReferences(request).filter(({ media }) => this.#held.has(media))
    const fault = named.length > 0 ? this.#faults.take('forgetsMedia') : undefined
    if (!fault) return
    for (const { media } of named) this.#lose(media, fault.code)
    this.#books.lost.push(...new Set(named.map(({ media }) => media)))
  }

  #lose(mediaUUID: string, code: string): void {
    this.#held.delete(mediaUUID)
    this.#media.delete(mediaUUID)
    this.#gone.set(mediaUUID, code)
    for (const name of this.#files.keys()) {
      if (name.startsWith(`${mediaUUID}.`)) this.#files.delete(name)
    }
    for (const [task, stored] of this.#uploads) {
      if (stored.mediaUUID === mediaUUID) this.#uploads.delete(task)
    }
  }

  /** @throws TaskRefusal for a medium that is gone. What was never here may be of another time, and counts as there. */
  #requireMedia(request: VideoInferenceRequest): void {
    for (const { field, media } of mediaReferences(request)) {
      const code = this.#gone.get(media)
      if (code === undefined) continue
      const parameter = field.replace(/\[.*$/, '')
      const message = `Processing parameter '${parameter}' failed.`
      throw new TaskRefusal({ code, message, parameter, taskUUID: request.taskUUID })
    }
  }

  /** A task reads its media as late as it may: not before it is done. */
  #read(taskUUID: string, job: Job): void {
    if (job.hasRead) return
    job.hasRead = true
    const deleted = new Set(this.#books.deleted)
    if (!mediaReferences(job.request).some(({ media }) => deleted.has(media))) return
    this.#books.starved.push(taskUUID)
    this.#books.refunded.push(taskUUID)
    const message = "Processing parameter 'inputs' failed."
    job.failure = { shape: 'item', code: 'invalidValueUploadFailed', message }
  }

  async #render(
    request: VideoInferenceRequest,
    source: SourceFacts | null,
    videoUUID: string,
    drift: Drift | undefined,
  ): Promise<void> {
    const path = join(this.#folder, `${videoUUID}.mp4`)
    await this.#makeResult(atCorner(request, this.#model), source, path, drift)
    this.#files.set(`${videoUUID}.mp4`, { path, mimeType: 'video/mp4' })
    if (request.settings?.exrExport === true) {
      const exr = join(this.#folder, `${videoUUID}.exr`)
      await makeExr(exr)
      this.#files.set(`${videoUUID}.exr`, { path: exr, mimeType: 'image/x-exr' })
    }
  }

  /** Stored media, an earlier result, or null for what only lies on the web. */
  async #source(request: VideoInferenceRequest): Promise<SourceFacts | null> {
    const video = request.inputs?.video ?? ''
    const path = this.#media.get(video) ?? this.#files.get(`${video}.mp4`)?.path
    if (path === undefined) return null
    const known = this.#sources.get(path) ?? sourceFacts(path)
    this.#sources.set(path, known)
    return known
  }

  async status(taskUUID: string): Promise<JobStatus | null> {
    const job = this.#jobs.get(taskUUID)
    if (!job) return null
    if (job.pollsLeft > 0) {
      job.pollsLeft -= 1
      return { status: 'processing' }
    }
    this.#read(taskUUID, job)
    if (job.failure) {
      const { shape, code, message, responseContent } = job.failure
      const more = responseContent === undefined ? {} : { responseContent }
      return { status: 'error', shape, error: { code, message, ...more } }
    }
    await job.rendered
    const { videoUUID, cost, isUnsafe, request } = job
    const files =
      request.settings?.exrExport === true
        ? { files: [{ uuid: videoUUID, file: `${videoUUID}.exr` }] }
        : {}
    return {
      status: 'success',
      videoUUID,
      videoFile: `${videoUUID}.mp4`,
      cost,
      ...(isUnsafe ? { isUnsafe } : {}),
      ...files,
    }
  }

  async request(taskUUID: string): Promise<VideoInferenceRequest | null> {
    return this.#jobs.get(taskUUID)?.request ?? null
  }

  async quote(request: VideoInferenceRequest): Promise<Money> {
    const facts = this.#checked(request, await this.#source(request))
    if (this.#faults.take('billsDryRun')) {
      this.#books.billed.push({
        taskUUID: request.taskUUID,
        cost: quote(request, facts).amount,
        request,
      })
    }
    return quote(request, facts).amount
  }

  /** @throws TaskRefusal for what shows only with the source in hand. */
  #checked(request: VideoInferenceRequest, source: SourceFacts | null): RequestFacts {
    const facts = {
      sourceDuration: source?.duration ?? WEB_SOURCE_DURATION,
      model: this.#model,
    }
    const refusal = checkRequest(request, facts).find(({ severity }) => severity === 'error')
    if (!refusal) return facts
    const { taskUUID } = request
    const said = { message: inEnglish(refusal.said), parameter: refusal.field }
    throw new TaskRefusal({ code: 'invalidParameter', ...said, taskUUID })
  }

  async storeMedia(taskUUID: string, media: UploadedMedia): Promise<StoredMedia> {
    const mediaUUID = randomUUID()
    this.#held.add(mediaUUID)
    const pollsLeft = this.#faults.take('provisional')?.polls ?? 0
    if (media.kind === 'url') {
      this.#uploads.set(taskUUID, { mediaUUID, file: undefined, pollsLeft })
    } else {
      const file = `${mediaUUID}.${media.mimeType.split('/')[1]?.replace(/\W/g, '') ?? 'bin'}`
      const path = join(this.#folder, file)
      await mkdir(this.#folder, { recursive: true })
      await writeFile(path, media.bytes)
      this.#files.set(file, { path, mimeType: media.mimeType })
      this.#media.set(mediaUUID, path)
      const sha256 = createHash('sha256').update(media.bytes).digest('hex')
      this.#books.uploads.push({ taskUUID, mediaUUID, sha256 })
      this.#uploads.set(taskUUID, { mediaUUID, file, pollsLeft })
    }
    return (await this.storedMedia(taskUUID)) ?? { status: 'processing' }
  }

  async storedMedia(taskUUID: string): Promise<StoredMedia | null> {
    const stored = this.#uploads.get(taskUUID)
    if (!stored) return null
    if (stored.pollsLeft > 0) {
      stored.pollsLeft -= 1
      return { status: 'processing' }
    }
    const { mediaUUID, file } = stored
    return { status: 'stored', mediaUUID, ...(file === undefined ? {} : { file }) }
  }

  async deleteMedia(taskUUID: string, mediaUUID: string): Promise<void> {
    const identity = { taskType: 'mediaStorage', taskUUID }
    const fault = this.#faults.take('deletionFails')
    if (fault) {
      throw new TaskRefusal(
        { code: 'serviceUnavailable', message: 'Not now.', ...identity },
        fault.status,
      )
    }
    if (!this.#held.has(mediaUUID)) {
      const message = 'No media is stored under this UUID.'
      throw new TaskRefusal(
        { code: 'mediaNotFound', message, parameter: 'media', ...identity },
        404,
      )
    }
    this.#lose(mediaUUID, 'invalidValueUploadFailed')
    this.#books.deleted.push(mediaUUID)
  }

  async openFile(name: string): Promise<ServedFile | null> {
    return this.#files.get(name) ?? null
  }

  async balance(): Promise<Money> {
    return 500_000_000 - this.#books.billed.reduce((sum, { cost }) => sum + cost, 0)
  }
}

/** The picture is drawn from the corner, whichever point this service means. */
function atCorner(
  request: VideoInferenceRequest,
  { positionOrigin }: ModelFacts,
): VideoInferenceRequest {
  const position = request.settings?.sourcePosition
  if (!position || positionOrigin === 'topLeft') return request
  const { rect } = readSourcePosition(position, 'centre')
  return { ...request, settings: { ...request.settings, sourcePosition: { ...rect } } }
}
