/**
 * Sends a paid task. The caller made its UUID durable before; every repetition carries the same one, so that the
 * service takes it on at most once. `conflictTaskUUID` therefore means that it already has.
 */

import type { GenerationError } from '../../../shared/generation/failure.ts'
import type { VideoInferenceRequest } from '../../../shared/generation/request.ts'
import type { ApiError } from '../../../shared/generation/tasks.ts'
import type { Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import type { CallOutcome, RunwareClient } from './client.ts'
import { backoff, type Clock } from './clock.ts'
import { CONFLICT, explainError, failureKind, noKey, unreachable } from './errors.ts'

export interface CallPorts {
  readonly client: RunwareClient
  readonly clock: Clock
  readonly signal: AbortSignal
  /** Tells the user what is being waited for. */
  readonly note: (note: Said) => void
}

/** Tries that certainly reached nobody before a job that never left gives up. */
const TRIES_OFFLINE = 6

/** The service does not take the task. */
export interface Refusal {
  readonly error: ApiError
  readonly failure: GenerationError
  /** Whether an earlier attempt, of which no answer came, may have been taken after all. */
  readonly mayBeThere: boolean
}

/**
 * Resolves once the service has the task, or has refused it. An attempt without an answer may have arrived, and from then on
 * it is repeated for as long as it takes.
 * @throws GenerationError when the task certainly never left.
 */
export async function submit(
  wire: VideoInferenceRequest,
  mayHaveArrived: boolean,
  ports: CallPorts,
): Promise<Refusal | null> {
  let mayBeThere = mayHaveArrived
  let triesOffline = 0
  for (let attempt = 0; ; attempt++) {
    const outcome = await ports.client.call(wire, { signal: ports.signal })
    if (outcome.kind === 'noKey') throw noKey()
    if (outcome.kind === 'noAnswer') {
      mayBeThere ||= outcome.wasSent
      triesOffline += outcome.wasSent ? 0 : 1
      if (!mayBeThere && triesOffline >= TRIES_OFFLINE) throw unreachable(outcome.reason, false)
      ports.note(say('progress:sameTaskAgain'))
    } else {
      const error = refusalOf(outcome)
      if (!error || error.code === CONFLICT) return null
      const isFull = outcome.status === 429 || failureKind(error) === 'rateLimit'
      // An answer that takes the task on and names an error beside it is no certain refusal.
      mayBeThere ||= isTakenOn(outcome, wire.taskUUID)
      if (!isFull && outcome.status < 500) return refused(error, outcome.status, mayBeThere)
      // A gateway's 5xx does not say whether the task got through behind it; a full queue says that it did not.
      mayBeThere ||= !isFull
      ports.note(isFull ? say('progress:waiting') : say('progress:faultAgain'))
    }
    const asked = outcome.kind === 'answered' ? (outcome.retryAfter ?? 0) : 0
    await ports.clock.wait(Math.max(backoff(attempt), asked), ports.signal)
  }
}

type Answered = Extract<CallOutcome, { kind: 'answered' }>

function refusalOf(outcome: Answered): ApiError | undefined {
  const [error] = outcome.errors
  if (error) return error
  const failed = outcome.data.find(({ error, status }) => error || status === 'error')
  if (failed) return failed.error ?? {}
  return outcome.status < 300 ? undefined : {}
}

const isTakenOn = ({ data }: Answered, taskUUID: string): boolean =>
  data.some((item) => item.taskUUID === taskUUID && !item.error && item.status !== 'error')

function refused(error: ApiError, status: number, mayBeThere: boolean): Refusal {
  const kind = failureKind(error, status)
  // A key or an account that fails now says nothing about an earlier attempt.
  const saysNothing = kind === 'auth' || kind === 'quota'
  const failure = explainError(error, { status, mayBeBilled: mayBeThere && saysNothing })
  return { error, failure, mayBeThere }
}
