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
  readonly uploads: readonly { readonly mediaUUID: string; readonly sha256: string }[]
  readonly deleted: readonly string[]
}

/** Nothing is fetched from the web: what lies there is taken for a clip of 5 s. */
const WEB_SOURCE_DURATION = rational(5)

interface Job {
  readonly request: VideoInferenceRequest
  readonly cost: Money
  readonly videoUUID: string
  readonly rendered: Promise<void>
  readonly failure: Extract<Fault, { kind: 'jobFails' }> | undefined
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
  readonly #sources = new Map<string, Promise<SourceFacts>>()
  readonly #books = {
    billed: [] as Books['billed'][number][],
    refunded: [] as string[],
    conflicts: [] as string[],
    uploads: [] as Books['uploads'][number][],
    deleted: [] as string[],
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
    if (this.#jobs.has(taskUUID)) {
      this.#books.conflicts.push(taskUUID)
      return 'known'
    }
    const source = await this.#source(request)
    const facts = this.#checked(request, source)
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
      isUnsafe: this.#faults.take('unsafe') !== undefined,
      pollsLeft: this.#faults.take('slow')?.polls ?? 1,
    })
    this.#books.billed.push({ taskUUID, cost, request })
    if (failure && !/timeout/i.test(failure.code)) this.#books.refunded.push(taskUUID)
    return 'accepted'
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
      this.#books.uploads.push({ mediaUUID, sha256 })
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

  async deleteMedia(mediaUUID: string): Promise<void> {
    this.#media.delete(mediaUUID)
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
