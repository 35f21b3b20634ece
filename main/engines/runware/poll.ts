/**
 * Waits for a task that the service has taken on, for as long as it takes: no deadline of ours is a failure. An
 * answer that only says that one may not ask just now (401, 429, 5xx, none) says nothing about the task.
 */

import { type FailureKind, GenerationError } from '../../../shared/generation/failure.ts'
import {
  type VideoInferenceResult,
  videoInferenceResultSchema,
} from '../../../shared/generation/request.ts'
import {
  type ApiError,
  type DataItem,
  type Envelope,
  taskDetailsSchema,
} from '../../../shared/generation/tasks.ts'
import type { Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import type { CallOutcome } from './client.ts'
import { backoff } from './clock.ts'
import { explainError, failureKind } from './errors.ts'
import type { CallPorts } from './submit.ts'

type Standing =
  | { readonly state: 'running' }
  | { readonly state: 'silent' }
  | { readonly state: 'unknown'; readonly error: ApiError }
  | { readonly state: 'unasked'; readonly why: Said }
  | { readonly state: 'done'; readonly result: VideoInferenceResult }
  | { readonly state: 'failed'; readonly failure: GenerationError }

/** After so many empty answers in a row the task's details are asked for as well. */
const SILENCE_BEFORE_DETAILS = 10
/** The service must say so often, in polls and in details, that it does not know the task. */
const DENIALS_BEFORE_LOST = 3

/** @throws GenerationError when the task ended in failure; the signal's reason when the user stops waiting. */
export async function waitForResult(
  taskUUID: string,
  ports: CallPorts,
): Promise<VideoInferenceResult> {
  let silences = 0
  let denials = 0
  for (let attempt = 0; ; attempt++) {
    await ports.clock.wait(backoff(attempt), ports.signal)
    let standing = await ask(taskUUID, 'getResponse', ports)
    silences = standing.state === 'silent' ? silences + 1 : 0
    const needsDetails =
      standing.state === 'unknown' || (silences > 0 && silences % SILENCE_BEFORE_DETAILS === 0)
    if (needsDetails) {
      const denied = standing
      standing = await ask(taskUUID, 'getTaskDetails', ports)
      if (denied.state === 'unknown' && standing.state === 'unknown') denials += 1
      else denials = 0
    } else if (standing.state !== 'unasked') denials = 0
    switch (standing.state) {
      case 'done':
        return standing.result
      case 'failed':
        throw standing.failure
      case 'unknown':
        if (denials >= DENIALS_BEFORE_LOST) {
          throw explainError(standing.error, { mayBeBilled: true, isOver: true })
        }
        break
      case 'unasked':
        ports.note(standing.why)
        break
      default:
        ports.note(say('progress:generating'))
    }
  }
}

/** One look at a finished task, for a fresh link to its result; null when the service gives none just now. */
export async function freshResult(
  taskUUID: string,
  ports: CallPorts,
): Promise<VideoInferenceResult | null> {
  for (const taskType of ['getResponse', 'getTaskDetails'] as const) {
    const standing = await ask(taskUUID, taskType, ports)
    if (standing.state === 'done') return standing.result
  }
  return null
}

/**
 * Whether the service has a task, by what it keeps of every task: true, false, or null where it does not say. Asked before a
 * task is given up as never taken.
 */
export async function isKnown(taskUUID: string, ports: CallPorts): Promise<boolean | null> {
  for (let attempt = 0; attempt < DENIALS_BEFORE_LOST; attempt++) {
    await ports.clock.wait(backoff(attempt), ports.signal)
    const { state } = await ask(taskUUID, 'getTaskDetails', ports)
    if (state === 'running' || state === 'done' || state === 'failed') return true
    if (state !== 'unknown') return null
  }
  return false
}

async function ask(
  taskUUID: string,
  taskType: 'getResponse' | 'getTaskDetails',
  { client, signal }: CallPorts,
): Promise<Standing> {
  const outcome = await client.call({ taskType, taskUUID }, { signal })
  if (outcome.kind === 'noKey') {
    return { state: 'unasked', why: say('progress:keyMissing') }
  }
  if (outcome.kind === 'noAnswer') {
    return { state: 'unasked', why: say('progress:unreachable') }
  }
  const envelope = taskType === 'getTaskDetails' ? unwrapDetails(outcome) : outcome
  return standingOf(taskUUID, envelope, outcome.status)
}

function unwrapDetails(outcome: Extract<CallOutcome, { kind: 'answered' }>): Envelope {
  if (outcome.errors.length > 0) return outcome
  const details = taskDetailsSchema.safeParse(outcome.data[0])
  if (!details.success || details.data.response === undefined) return { data: [], errors: [] }
  const envelopes = [details.data.response].flat()
  return {
    data: envelopes.flatMap(({ data }) => data ?? []),
    errors: envelopes.flatMap(({ errors }) => errors ?? []),
  }
}

function standingOf(taskUUID: string, { data, errors }: Envelope, status: number): Standing {
  const item = data.find((one) => one.taskUUID === taskUUID) ?? data.find((one) => !one.taskUUID)
  if (item) return itemStanding(taskUUID, item)
  const error = errors.find((one) => one.taskUUID === taskUUID) ?? errors.find((e) => !e.taskUUID)
  if (!error) {
    return status < 400
      ? { state: 'silent' }
      : { state: 'unasked', why: say('progress:answersWith', { status }) }
  }
  const kind = failureKind(error, status)
  if (kind === 'notFound') return { state: 'unknown', error }
  if (!speaksOfTask(kind, error.taskUUID === taskUUID, status)) {
    return { state: 'unasked', why: DOORS[kind] ?? say('progress:fault') }
  }
  return { state: 'failed', failure: explainError(error, { status, isOver: true }) }
}

const DOORS: Readonly<Partial<Record<FailureKind, Said>>> = {
  auth: say('progress:keyRefused'),
  rateLimit: say('progress:busy'),
}

/** Whether an error is the task's own end, or only the reason why one may not ask just now. */
function speaksOfTask(kind: FailureKind, isOurs: boolean, status: number): boolean {
  if (kind === 'auth' || status === 401 || status === 403 || status === 429) return false
  if (kind === 'rateLimit' || kind === 'serverError') return isOurs && status < 500
  if (kind === 'provider' || kind === 'timeout' || kind === 'safety') return isOurs || status < 500
  return status < 500
}

function itemStanding(taskUUID: string, item: DataItem): Standing {
  if (item.error || item.status === 'error') {
    return { state: 'failed', failure: explainError(item.error ?? {}, { isOver: true }) }
  }
  const result = resultOf(taskUUID, item)
  if (result) return { state: 'done', result }
  if (item.status !== 'success') return { state: 'running' }
  const isUnsafe = item.NSFWContent === true
  const message = isUnsafe ? say('engine:heldBack') : say('engine:noLink')
  return {
    state: 'failed',
    failure: new GenerationError(message, {
      kind: isUnsafe ? 'safety' : 'provider',
      detail: JSON.stringify(item),
      mayBeBilled: true,
      isOver: true,
    }),
  }
}

/** The item as the response document: older and general media fields put under their Ray3.2 names. */
function resultOf(taskUUID: string, item: DataItem): VideoInferenceResult | null {
  const { status: _status, ...rest } = item
  const parsed = videoInferenceResultSchema.safeParse({
    ...rest,
    taskType: 'videoInference',
    taskUUID,
    videoUUID: item.videoUUID ?? item.mediaUUID ?? taskUUID,
    videoURL: item.videoURL ?? item.mediaURL,
  })
  return parsed.success ? parsed.data : null
}
