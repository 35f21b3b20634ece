/** A parsed task -> the items and errors that answer it. */
import { mediaTypeOf } from '../../shared/generation/mediaType.ts'
import { MONEY_PER_DOLLAR, type Money } from '../../shared/generation/modelFacts.ts'
import type { VideoInferenceRequest } from '../../shared/generation/request.ts'
import type { ApiError, DataItem } from '../../shared/generation/tasks.ts'
import type { Task } from './parseTask.ts'
import {
  type JobStatus,
  type RunwareBackend,
  type StoredMedia,
  TaskRefusal,
  type UploadedMedia,
} from './RunwareBackend.ts'

export interface Answer {
  readonly data: readonly DataItem[]
  readonly errors: readonly ApiError[]
}

export interface AnswerContext {
  readonly backend: RunwareBackend
  /** Where a file of the backend can be fetched. */
  readonly urlOf: (file: string) => string
  readonly isDryRun: boolean
}

const items = (...data: DataItem[]): Answer => ({ data, errors: [] })
const dollars = (amount: Money): number => amount / MONEY_PER_DOLLAR

/** @throws TaskRefusal with the protocol's error. */
export async function answerTask(task: Task, context: AnswerContext): Promise<Answer> {
  const { backend } = context
  switch (task.taskType) {
    case 'videoInference':
      return items(await answerSubmit(task, context))
    case 'getResponse':
      return answerPoll(task.taskUUID, context)
    case 'getTaskDetails':
      return answerDetails(task.taskUUID, context)
    case 'mediaStorage': {
      if (task.operation === 'delete') {
        await backend.deleteMedia(task.taskUUID, task.media)
        return items({ taskType: 'mediaStorage', taskUUID: task.taskUUID, operation: 'delete' })
      }
      const stored = await backend.storeMedia(task.taskUUID, decodeMedia(task.media, task))
      return items(storedItem(task.taskUUID, stored, context))
    }
    case 'imageUpload': {
      const stored = await backend.storeMedia(task.taskUUID, decodeMedia(task.image, task))
      const { mediaUUID, mediaURL } = storedItem(task.taskUUID, stored, context)
      const { taskType, taskUUID } = task
      return items({ taskType, taskUUID, imageUUID: mediaUUID, imageURL: mediaURL })
    }
    case 'accountManagement': {
      const balance = { amount: dollars(await backend.balance()), freeBalance: 0, currency: 'USD' }
      return items({ ...task, organizationName: 'Keyreel', balance })
    }
    case 'ping':
      return items({ taskType: 'ping', pong: true })
  }
}

async function answerSubmit(
  request: VideoInferenceRequest,
  { backend, isDryRun }: AnswerContext,
): Promise<DataItem> {
  const { taskType, taskUUID } = request
  if (isDryRun) return { taskType, taskUUID, cost: dollars(await backend.quote(request)) }
  if ((await backend.submit(request)) === 'accepted') return { taskType, taskUUID }
  throw new TaskRefusal({
    code: 'conflictTaskUUID',
    message: 'This taskUUID was already used. Every task needs one of its own.',
    parameter: 'taskUUID',
    taskType,
    taskUUID,
  })
}

function statusAnswer(
  taskUUID: string,
  job: JobStatus,
  includeCost: boolean,
  urlOf: AnswerContext['urlOf'],
): Answer {
  const identity = { taskType: 'videoInference', taskUUID }
  if (job.status === 'processing') return items({ ...identity, status: 'processing' })
  if (job.status === 'error') {
    return job.shape === 'item'
      ? items({ ...identity, status: 'error', error: job.error })
      : { data: [], errors: [{ ...job.error, ...identity }] }
  }
  const files = job.files?.map(({ uuid, file }) => ({ uuid, url: urlOf(file) }))
  return items({
    ...identity,
    status: 'success',
    videoUUID: job.videoUUID,
    videoURL: urlOf(job.videoFile),
    ...(includeCost ? { cost: dollars(job.cost) } : {}),
    ...(job.isUnsafe === undefined ? {} : { NSFWContent: job.isUnsafe }),
    ...(files ? { outputs: { files } } : {}),
  })
}

async function jobAnswer(taskUUID: string, { backend, urlOf }: AnswerContext): Promise<Answer> {
  const job = await backend.status(taskUUID)
  if (!job) return items()
  const request = await backend.request(taskUUID)
  return statusAnswer(taskUUID, job, request?.includeCost === true, urlOf)
}

async function answerPoll(taskUUID: string, context: AnswerContext): Promise<Answer> {
  const upload = await context.backend.storedMedia(taskUUID)
  return upload ? items(storedItem(taskUUID, upload, context)) : jobAnswer(taskUUID, context)
}

async function answerDetails(taskUUID: string, context: AnswerContext): Promise<Answer> {
  const request = await context.backend.request(taskUUID)
  if (!request) {
    throw new TaskRefusal(
      {
        code: 'taskNotFound',
        message: 'No task has this taskUUID.',
        parameter: 'taskUUID',
        taskUUID,
      },
      404,
    )
  }
  const { data, errors } = await jobAnswer(taskUUID, context)
  const response = errors.length > 0 ? { errors } : { data }
  return items({ taskType: 'getTaskDetails', taskUUID, request: [request], response })
}

/** While an upload is still being taken in, the service answers with the media UUID "1". */
function storedItem(taskUUID: string, stored: StoredMedia, { urlOf }: AnswerContext): DataItem {
  const identity = { taskType: 'mediaStorage', taskUUID, operation: 'upload' }
  if (stored.status === 'processing') return { ...identity, mediaUUID: '1' }
  const { mediaUUID, file } = stored
  return { ...identity, mediaUUID, ...(file === undefined ? {} : { mediaURL: urlOf(file) }) }
}

function decodeMedia(media: string, task: { taskType: string; taskUUID: string }): UploadedMedia {
  if (/^https?:\/\//i.test(media)) return { kind: 'url', url: media }
  const base64 = /^data:[^,]*;base64,(.*)$/s.exec(media)?.[1] ?? media
  const bytes = Buffer.from(base64, 'base64')
  const mimeType = mediaTypeOf(bytes)
  if (mimeType !== null) return { kind: 'bytes', bytes, mimeType }
  throw new TaskRefusal({
    code: 'invalidValueUploadFailed',
    message: "Processing parameter 'media' failed.",
    parameter: 'media',
    taskType: task.taskType,
    taskUUID: task.taskUUID,
  })
}
