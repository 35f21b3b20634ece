/** The jobs of a long source: one for each span in order, and one that joins them when all are done. */
import { randomUUID } from 'node:crypto'
import { type Quote, quote } from '../../shared/generation/pricing.ts'
import type { VideoInferenceRequest } from '../../shared/generation/request.ts'
import type { JobId, ProjectId, ShotId } from '../../shared/model/ids.ts'
import type { TakeSpan } from '../../shared/model/take.ts'
import { say } from '../../shared/words/say.ts'
import type { Store } from '../database/store.ts'
import type { EngineName } from '../engines/GenerationEngine.ts'
import type { GeneratePayload, JoinPayload, SpanSource } from '../jobs/payloads.ts'
import type { SpanRequest } from './spanRequests.ts'

/** A span to be made, or one whose result is there or on its way. */
export type SpanPart =
  | { readonly kind: 'new'; readonly request: SpanRequest }
  | { readonly kind: 'kept'; readonly span: TakeSpan }
  | { readonly kind: 'job'; readonly jobId: JobId }

export interface SpanChain {
  readonly projectId: ProjectId
  readonly shotId: ShotId
  readonly shotName: string
  readonly engine: EngineName
  /** The whole, with a task UUID of its own. */
  readonly request: VideoInferenceRequest
  readonly recipe: string
  readonly source: JoinPayload['source']
  readonly frames: number
  readonly parts: readonly SpanPart[]
  /** ISO 8601, UTC. */
  readonly at: string
}

const FREE = { amount: 0, note: say('service:localWorks') }

const priceOf = (engine: EngineName, { request, facts }: SpanRequest) => {
  if (engine === 'local') return FREE
  const { amount, basis }: Quote = quote(request, facts)
  return { amount, note: basis }
}

/**
 * Writes the missing jobs and reserves the money of each. To be called inside a transaction; answers the new ones, the
 * join last.
 * @param into a join that ended, to be gone on with; absent: a new one
 */
export function insertChain(store: Store, chain: SpanChain, into?: JobId): JobId[] {
  const { projectId, shotId, shotName, engine, at, parts } = chain
  const added: JobId[] = []
  const sources: SpanSource[] = []
  for (const [index, part] of parts.entries()) {
    if (part.kind !== 'new') {
      sources.push(part)
      continue
    }
    const earlier = sources.at(-1)
    const jobId = randomUUID() as JobId
    const { request, inputs, span } = part.request
    const { amount, note } = priceOf(engine, part.request)
    const payload: GeneratePayload = {
      ...{ projectId, shotId, shotName, engine, request, inputs: [...inputs] },
      ...{ recipe: chain.recipe, quoted: amount, submittedAt: at },
      span: { ...span, ...(earlier ? { earlier } : {}) },
    }
    const entry = { projectId, jobId, taskUUID: request.taskUUID, amount, note, at }
    store.ledger.add({ ...entry, kind: 'quote' })
    store.ledger.add({ ...entry, kind: 'reservation' })
    store.jobs.insert({
      ...{ id: jobId, kind: 'generate', lane: `generate:${engine}`, projectId, priority: 10 },
      title: say('job:generateSpan', { name: shotName, number: index + 1, count: parts.length }),
      ...{ subject: { shotId }, payload, createdAt: at },
      needs: earlier?.kind === 'job' ? [earlier.jobId] : [],
    })
    sources.push({ kind: 'job', jobId })
    added.push(jobId)
  }
  return [...added, insertJoin(store, chain, sources, into)]
}

function insertJoin(
  store: Store,
  { parts: _made, at, ...chain }: SpanChain,
  spans: SpanSource[],
  into: JobId | undefined,
): JobId {
  const { projectId, shotId, shotName, request } = chain
  const payload: JoinPayload = { ...chain, spans, submittedAt: at }
  const needs = spans.flatMap((source) => (source.kind === 'job' ? [source.jobId] : []))
  if (into !== undefined) {
    store.jobs.renewed(into, payload, needs)
    return into
  }
  const id = randomUUID() as JobId
  // Free, but in the books: the number of a request is used once, whatever it was cut into.
  const entry = { projectId, jobId: id, taskUUID: request.taskUUID, amount: 0, at }
  const note = say('money:paidBySpans')
  store.ledger.add({ ...entry, note, kind: 'quote' })
  store.ledger.add({ ...entry, note, kind: 'reservation' })
  store.jobs.insert({
    ...{ id, kind: 'join', lane: 'generate:local', projectId, priority: 10 },
    title: say('job:joinSpans', { name: shotName }),
    ...{ subject: { shotId }, payload, createdAt: at, needs },
  })
  return id
}
