/**
 * What can be asked of the service besides running a task: the published schema of the model and dry runs of any document,
 * illegal ones included, for `keyreel contract`, and what is stored there. Nothing here runs or is billed.
 */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { GenerationError } from '../../../shared/generation/failure.ts'
import type { Money } from '../../../shared/generation/modelFacts.ts'
import { moneyFromDollars } from '../../../shared/generation/pricing.ts'
import { say } from '../../../shared/words/say.ts'
import { readBalance } from './account.ts'
import type { CallOutcome, Fetch, RunwareClient } from './client.ts'
import { backoff, type Clock } from './clock.ts'
import { explainError, noKey, unreachable } from './errors.ts'
import type { CallPorts } from './submit.ts'
import { forget, upload, whatBecameOf } from './uploads.ts'

export const RUNWARE_SCHEMAS_URL = 'https://schemas.runware.ai'

/** What the service makes of a document when it is asked by a dry run. */
export type Probed =
  | { readonly kind: 'priced'; readonly amount: Money }
  /** Neither refused nor priced: it may not have taken the call for a dry run. */
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }

export interface Inquiry {
  /** The JSON Schema of a request, as published; no key is sent. @throws GenerationError */
  schema(air: string, signal: AbortSignal): Promise<unknown>
  /** A dry run of a document under a task UUID of its own. @throws GenerationError when no answer comes */
  probe(document: object, signal: AbortSignal): Promise<Probed>
  /** Of the account, free credit not counted apart. @throws GenerationError where the key is refused */
  balance(signal: AbortSignal): Promise<Money>
  /** Stores a local file at the service and answers its media UUID. @throws GenerationError */
  store(path: string, signal: AbortSignal): Promise<string>
  /** The medium that an upload stored whose answer was lost; null where the service tells of none. @throws GenerationError */
  whatBecameOf(uploadTask: string, signal: AbortSignal): Promise<string | null>
  /** Deletes a stored medium; one that is not there counts as deleted. @throws GenerationError */
  forget(mediaUUID: string, signal: AbortSignal): Promise<void>
}

export interface InquiryPorts {
  readonly client: RunwareClient
  readonly fetch: Fetch
  readonly clock: Clock
  /** {@link RUNWARE_SCHEMAS_URL}, or a loopback address in tests. */
  readonly schemasUrl: string
}

const TRIES = 4
const SCHEMA_TIMEOUT_MS = 30_000
const LARGEST_SCHEMA = 8 * 1024 * 1024

const resolvedSchema = z.looseObject({ requestSchema: z.looseObject({}) })

export function createInquiry({ client, fetch, clock, schemasUrl }: InquiryPorts): Inquiry {
  /** Asks again where the service was only busy: nothing is started by a dry run. */
  async function askDry(task: object, signal: AbortSignal) {
    for (let attempt = 0; ; attempt++) {
      const outcome = await client.call(task, { signal, isDryRun: true })
      if (outcome.kind === 'noKey') throw noKey()
      const isLast = attempt + 1 >= TRIES
      if (outcome.kind === 'noAnswer') {
        if (isLast) throw unreachable(outcome.reason, false)
      } else if ((outcome.status !== 429 && outcome.status < 500) || isLast) {
        return outcome
      }
      await clock.wait(backoff(attempt), signal)
    }
  }

  const quietly = (signal: AbortSignal): CallPorts => ({
    ...{ client, clock, signal },
    note: () => undefined,
  })

  return {
    async schema(air, signal) {
      const address = `${schemasUrl}/resolve/${encodeURIComponent(air)}`
      const response = await fetch(address, {
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(SCHEMA_TIMEOUT_MS)]),
      }).catch((cause: unknown) => {
        signal.throwIfAborted()
        throw unread(address, String(cause))
      })
      if (!response.ok) throw unread(address, `HTTP ${response.status}`)
      const text = await response.text()
      if (text.length > LARGEST_SCHEMA) throw unread(address, `${text.length} characters`)
      const parsed = resolvedSchema.safeParse(jsonOf(text))
      if (!parsed.success) throw unread(address, parsed.error.message)
      return parsed.data.requestSchema
    },

    async probe(document, signal) {
      const outcome = await askDry({ ...document, taskUUID: randomUUID() }, signal)
      return probedOf(outcome)
    },

    balance: async (signal) => (await readBalance(client, signal)).amount,

    store: (path, signal) => upload(path, quietly(signal)),

    whatBecameOf: (uploadTask, signal) => whatBecameOf(uploadTask, quietly(signal)),

    forget: (mediaUUID, signal) => forget(mediaUUID, quietly(signal)),
  }
}

/** @throws GenerationError where the answer speaks of the key or of the service, not of the document. */
function probedOf({ data, errors, status }: Extract<CallOutcome, { kind: 'answered' }>): Probed {
  const [item] = data
  const error = errors[0] ?? item?.error
  if (error || status >= 300) {
    const failure = explainError(error ?? {}, { status, mayBeBilled: false })
    if (!['validation', 'unsupported', 'input', 'unknown'].includes(failure.kind)) throw failure
    return { kind: 'refused', code: error?.code ?? '', message: error?.message ?? '' }
  }
  return typeof item?.cost === 'number'
    ? { kind: 'priced', amount: moneyFromDollars(item.cost) }
    : { kind: 'accepted' }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined
    throw fault
  }
}

const unread = (address: string, detail: string): GenerationError =>
  new GenerationError(say('engine:noSchema', { address }), { kind: 'connection', detail })
