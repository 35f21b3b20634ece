/** Questions that cost nothing: the balance, and what a request would cost. */

import { randomUUID } from 'node:crypto'
import { GenerationError } from '../../../shared/generation/failure.ts'
import type { Money } from '../../../shared/generation/modelFacts.ts'
import { moneyFromDollars, type Quote } from '../../../shared/generation/pricing.ts'
import type { VideoInferenceRequest } from '../../../shared/generation/request.ts'
import { accountDetailsSchema, type DataItem } from '../../../shared/generation/tasks.ts'
import { say } from '../../../shared/words/say.ts'
import type { CallOptions, RunwareClient } from './client.ts'
import { explainError, noKey, unreachable } from './errors.ts'

export interface Balance {
  /** Whole units of 1e-7 US dollar. */
  readonly amount: Money
  /** Credit given for free, where the service tells it apart. */
  readonly free?: Money
  readonly currency: string
  readonly organization?: string
}

/** Somebody waits for it in front of the window. */
const PRICE_TIMEOUT_MS = 10_000

async function askOnce(
  task: object,
  client: RunwareClient,
  options: CallOptions,
): Promise<DataItem> {
  const outcome = await client.call(task, options)
  if (outcome.kind === 'noKey') throw noKey()
  if (outcome.kind === 'noAnswer') throw unreachable(outcome.reason, false)
  const [item] = outcome.data
  const error = outcome.errors[0] ?? item?.error
  if (error || outcome.status >= 300) {
    throw explainError(error ?? {}, { status: outcome.status, mayBeBilled: false })
  }
  return item ?? {}
}

export async function readBalance(client: RunwareClient, signal: AbortSignal): Promise<Balance> {
  const task = {
    taskType: 'accountManagement',
    taskUUID: randomUUID(),
    operation: 'getDetails',
  }
  const details = accountDetailsSchema.safeParse(await askOnce(task, client, { signal }))
  if (!details.success) {
    throw new GenerationError(say('engine:noBalance'), {
      kind: 'unknown',
      detail: details.error.message,
    })
  }
  const { balance, organizationName } = details.data
  return {
    amount: moneyFromDollars(balance.amount),
    ...(balance.freeBalance === undefined ? {} : { free: moneyFromDollars(balance.freeBalance) }),
    currency: balance.currency ?? 'USD',
    ...(organizationName === undefined ? {} : { organization: organizationName }),
  }
}

export async function dryRunQuote(
  client: RunwareClient,
  wire: VideoInferenceRequest,
  signal: AbortSignal,
): Promise<Quote | null> {
  // A UUID of its own: whether a dry run reserves the one it names is not known.
  const task = { ...wire, taskUUID: randomUUID() }
  const { cost } = await askOnce(task, client, {
    ...{ signal, isDryRun: true, timeout: PRICE_TIMEOUT_MS },
  })
  if (typeof cost !== 'number') return null
  return {
    amount: moneyFromDollars(cost),
    currency: 'USD',
    asOf: new Date().toISOString().slice(0, 10),
    basis: say('generation:priceOfDryRun'),
    isEstimate: false,
  }
}
