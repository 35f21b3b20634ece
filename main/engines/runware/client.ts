/**
 * One HTTP call of Runware's protocol. It never retries and never judges: the callers know what an answer means
 * for a paid task. The key is read for each call and is cut out of whatever comes back.
 */
import { type ApiError, type DataItem, envelopeSchema } from '../../../shared/generation/tasks.ts'
import { asWritten, type Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'

export type Fetch = typeof globalThis.fetch

export type CallOutcome =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly data: readonly DataItem[]
      readonly errors: readonly ApiError[]
      /** Milliseconds that the service asked to wait, where it did. */
      readonly retryAfter?: number
    }
  /** `wasSent` is false only where it is certain that the service saw nothing. */
  | { readonly kind: 'noAnswer'; readonly reason: Said; readonly wasSent: boolean }
  | { readonly kind: 'noKey' }

export interface RunwareClientOptions {
  readonly baseUrl: string
  readonly readKey: () => Promise<string | null>
  readonly fetch?: Fetch
}

export interface CallOptions {
  readonly signal: AbortSignal
  readonly isDryRun?: boolean
  /** How long to wait for the answer, milliseconds. A late answer is no failure, only none yet. */
  readonly timeout?: number
}

const ANSWER_TIMEOUT_MS = 60_000

export class RunwareClient {
  readonly #url: string
  readonly #readKey: () => Promise<string | null>
  readonly #fetch: Fetch

  constructor(options: RunwareClientOptions) {
    this.#url = options.baseUrl
    this.#readKey = options.readKey
    this.#fetch = options.fetch ?? globalThis.fetch
  }

  /** @throws only the signal's reason, when it is aborted. */
  async call(task: object, options: CallOptions): Promise<CallOutcome> {
    const { signal } = options
    signal.throwIfAborted()
    const key = await this.#readKey()
    if (key === null || key === '') return { kind: 'noKey' }
    try {
      const response = await this.#fetch(this.#url, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${key}`,
          'Content-Type': 'application/json',
          ...(options.isDryRun ? { 'X-Runware-Dry-Run': '1' } : {}),
        },
        body: JSON.stringify([task]),
        // The key must not follow a redirection to another host.
        redirect: 'error',
        signal: AbortSignal.any([
          signal,
          AbortSignal.timeout(options.timeout ?? ANSWER_TIMEOUT_MS),
        ]),
      })
      const text = (await response.text()).replaceAll(key, '[key]')
      return readAnswer(response, text)
    } catch (fault) {
      signal.throwIfAborted()
      return { kind: 'noAnswer', reason: reasonOf(fault, key), wasSent: !isBeforeSending(fault) }
    }
  }
}

function readAnswer(response: Response, text: string): CallOutcome {
  const { status } = response
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  const retryAfter = Number.isFinite(seconds) ? { retryAfter: seconds * 1000 } : {}
  const envelope = envelopeSchema.safeParse(jsonOf(text))
  if (envelope.success) return { kind: 'answered', status, ...envelope.data, ...retryAfter }
  if (response.ok) {
    return { kind: 'noAnswer', reason: say('engine:answerUnread'), wasSent: true }
  }
  const errors = [{ message: text.slice(0, 500) }]
  return { kind: 'answered', status, data: [], errors, ...retryAfter }
}

/** Undefined for what is no JSON: a gateway's page is read by its status alone. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined
    throw fault
  }
}

function codesOf(fault: unknown): string[] {
  if (!(fault instanceof Error)) return [String(fault)]
  const code = 'code' in fault ? [String(fault.code)] : []
  const inner = fault instanceof AggregateError ? fault.errors.flatMap(codesOf) : []
  const cause = fault.cause === undefined ? [] : codesOf(fault.cause)
  return [...code, fault.message, ...inner, ...cause]
}

const BEFORE_SENDING =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT)$|net::ERR_(CONNECTION_REFUSED|NAME_NOT_RESOLVED|INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE|PROXY_CONNECTION_FAILED|CERT_)/

const isBeforeSending = (fault: unknown): boolean =>
  codesOf(fault).some((code) => BEFORE_SENDING.test(code))

/** The words of the network library, as they are. */
const reasonOf = (fault: unknown, key: string): Said =>
  asWritten(codesOf(fault).join(': ').replaceAll(key, '[key]'))
