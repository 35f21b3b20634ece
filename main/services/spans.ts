/** What happens to the spans of a long source afterwards: going on after one failed, and making some of them again. */
import { randomUUID } from 'node:crypto'
import type { ModelFacts } from '../../shared/generation/modelFacts.ts'
import { dollarsOf, type Quote } from '../../shared/generation/pricing.ts'
import { checkRequest } from '../../shared/generation/rules.ts'
import type { SpanChoice, SpansQuote } from '../../shared/ipc/calls/shot.ts'
import type { JobId, ProjectId, ShotId } from '../../shared/model/ids.ts'
import { recipeOf } from '../../shared/model/recipe.ts'
import { shotOf } from '../../shared/model/select.ts'
import { say } from '../../shared/words/say.ts'
import type { JobRow } from '../database/repositories/jobRow.ts'
import type { Store } from '../database/store.ts'
import type { EngineName } from '../engines/GenerationEngine.ts'
import { generatePayloadSchema, type JoinPayload, joinPayloadSchema } from '../jobs/payloads.ts'
import type { Queue } from '../jobs/queue.ts'
import { mayBeSent } from '../jobs/runners/checkpoint.ts'
import { type Clock, isoTime } from './Clock.ts'
import type { Money } from './money.ts'
import type { Projects } from './projects.ts'
import type { Secrets } from './Secrets.ts'
import { ServiceError } from './ServiceError.ts'
import { requestOf } from './shotRequest.ts'
import { insertChain, type SpanChain, type SpanPart } from './spanJobs.ts'
import { quoteOfSpans, type SpanRequest, spanRequests } from './spanRequests.ts'

export interface SpansPorts {
  readonly store: Store
  readonly projects: Pick<Projects, 'read'>
  readonly queue: Pick<Queue, 'added'>
  readonly clock: Clock
  readonly secrets: Secrets
  readonly money: Pick<Money, 'admit' | 'standing'>
  readonly model: () => ModelFacts
}

interface Plan {
  readonly chain: SpanChain
  /** Indexes of the spans that are to be made. */
  readonly spans: readonly number[]
  readonly quote: Quote
  /** The ended join that is gone on with. */
  readonly into?: JobId
  /** A span that ended while the service may still have it: it is asked for again, under its own number. */
  readonly again: readonly JobId[]
}

export type Spans = ReturnType<typeof createSpans>

export function createSpans({ store, projects, queue, clock, secrets, money, model }: SpansPorts) {
  const isUnsettled = (row: JobRow): boolean => {
    const payload = generatePayloadSchema.safeParse(row.payload)
    return payload.success && !store.ledger.isClosed(payload.data.request.taskUUID)
  }

  /** What the shot asks for now, in spans. @throws ServiceError where that is not what they were made for */
  function present(
    projectId: ProjectId,
    shotId: ShotId,
    made: { readonly recipe: string; readonly engine: EngineName },
  ) {
    const project = projects.read(projectId)
    const shot = shotOf(project, shotId)
    const whole = requestOf(project, shot, randomUUID(), model())
    const requests = spanRequests(whole, made.engine, randomUUID)
    if (!requests || recipeOf(project, shot) !== made.recipe) {
      throw new ServiceError('refused', say('service:spansOfOtherShot', { shot: shot.name }))
    }
    return { shot, whole, requests }
  }

  function goingOn(projectId: ProjectId, jobId: JobId): Plan {
    const row = store.jobs.find(jobId)
    if (row?.kind !== 'join' || row.projectId !== projectId || row.state.status === 'done') {
      throw new ServiceError('notFound', say('service:noSuchJoin'))
    }
    const payload = joinPayloadSchema.parse(row.payload)
    const rows = payload.spans.map((source) =>
      source.kind === 'job' ? store.jobs.find(source.jobId) : undefined,
    )
    const isOpen = ({ state }: JobRow): boolean => ['queued', 'running'].includes(state.status)
    if ([row, ...rows].some((one) => one && isOpen(one))) {
      throw new ServiceError('refused', say('service:joinUnderWay'))
    }
    const { requests } = present(projectId, payload.shotId, payload)
    const again: JobId[] = []
    const parts = payload.spans.map((source, index): SpanPart => {
      const job = rows[index]
      const isSent = job && mayBeSent(job.checkpoint) && isUnsettled(job)
      if (isSent && job.state.status !== 'done') again.push(job.id)
      if (source.kind === 'kept' || isSent || job?.state.status === 'done') return source
      return { kind: 'new', request: requestAt(requests, index) }
    })
    return planOf(chainAgain(payload, parts), parts, again, jobId)
  }

  const chainAgain = (
    { spans: _before, submittedAt: _then, ...payload }: JoinPayload,
    parts: readonly SpanPart[],
  ): SpanChain => ({ ...payload, parts, at: isoTime(clock) })

  function redoing(
    projectId: ProjectId,
    { takeId, spans }: Extract<SpanChoice, { kind: 'redo' }>,
  ): Plan {
    const take = store.takes.ofProject(projectId).find(({ id }) => id === takeId)
    if (!take) throw new ServiceError('notFound', say('money:noTake'))
    const kept = take.spans ?? []
    if (spans.some((index) => kept[index] === undefined)) {
      throw new ServiceError('notFound', say('service:noSuchSpan'))
    }
    const { shot, whole, requests } = present(projectId, take.shotId, take)
    const parts = kept.map(
      (span, index): SpanPart =>
        spans.includes(index)
          ? { kind: 'new', request: requestAt(requests, index) }
          : { kind: 'kept', span },
    )
    const source = whole.inputs.find((input) => input.kind === 'span')
    if (!source) throw new Error('A take of spans has no source')
    const chain: SpanChain = {
      ...{ projectId, shotId: shot.id, shotName: shot.name, engine: take.engine },
      ...{ request: whole.request, recipe: take.recipe, frames: source.frames, parts },
      source: { mediaKey: source.mediaKey, start: source.start },
      at: isoTime(clock),
    }
    return planOf(chain, parts, [])
  }

  function planOf(
    chain: SpanChain,
    parts: readonly SpanPart[],
    again: readonly JobId[],
    into?: JobId,
  ): Plan {
    const missing = parts.flatMap((part, index) =>
      part.kind === 'new' ? [{ index, request: part.request }] : [],
    )
    const paid = quoteOfSpans(
      missing.map(({ request }) => request),
      model(),
    )
    const quote = chain.engine === 'local' ? { ...paid, amount: 0 } : paid
    const spans = missing.map(({ index }) => index)
    return { chain, spans, quote, again, ...(into === undefined ? {} : { into }) }
  }

  const plan = (projectId: ProjectId, choice: SpanChoice): Plan =>
    choice.kind === 'goOn' ? goingOn(projectId, choice.jobId) : redoing(projectId, choice)

  return {
    /** What a choice would make and cost. @throws ServiceError */
    quote(projectId: ProjectId, choice: SpanChoice): SpansQuote {
      const { quote, spans } = plan(projectId, choice)
      const { left, confirmAbove } = money.standing(projectId)
      return {
        ...{ quote, spans: [...spans] },
        isOverCap: quote.amount > 0 && left !== null && quote.amount > left,
        asksFirst: confirmAbove !== null && quote.amount > confirmAbove,
      }
    },

    /**
     * Reserves the money and queues the jobs; answers the join.
     * @param agreed what the person was shown, 1e-7 USD
     * @throws ServiceError
     */
    generate(
      projectId: ProjectId,
      choice: SpanChoice,
      agreed: number,
      isConfirmed: boolean,
    ): JobId {
      const ids = store.transaction(() => {
        const { chain, spans, quote, again, into } = plan(projectId, choice)
        if (spans.length > 0 && chain.engine === 'runware' && secrets.runwareKey() === undefined) {
          throw new ServiceError('refused', say('service:noKey'))
        }
        const broken = chain.parts.flatMap((part) =>
          part.kind === 'new' ? checkRequest(part.request.request, part.request.facts) : [],
        )
        const error = broken.find(({ severity }) => severity === 'error')
        if (error) {
          const words = { shot: chain.shotName, why: error.said }
          throw new ServiceError('refused', say('service:cannotGenerate', words))
        }
        if (quote.amount !== agreed) {
          const words = { agreed: dollarsOf(agreed), amount: dollarsOf(quote.amount) }
          throw new ServiceError('refused', say('money:priceChanged', words))
        }
        money.admit(projectId, agreed, isConfirmed)
        for (const id of again) store.jobs.requeue(id)
        return [...again, ...insertChain(store, chain, into)]
      })
      queue.added(ids)
      return ids.at(-1) as JobId
    },
  }
}

function requestAt(requests: readonly SpanRequest[], index: number): SpanRequest {
  const request = requests[index]
  if (!request) throw new Error(`The plan has no span ${index}`)
  return request
}
