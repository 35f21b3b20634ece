/** Generating shots: what a request would be and cost, and sending it off with its money reserved. */

import { randomUUID } from 'node:crypto'
import type { ModelFacts } from '../../shared/generation/modelFacts.ts'
import { dollarsOf, type Quote, quote } from '../../shared/generation/pricing.ts'
import { checkRequest, isSendable } from '../../shared/generation/rules.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import type { SameTake } from '../../shared/ipc/money.ts'
import type { JobId, ProjectId, ShotId } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'
import { recipeOf } from '../../shared/model/recipe.ts'
import { shotOf } from '../../shared/model/select.ts'
import type { Shot } from '../../shared/model/shot.ts'
import type { Take } from '../../shared/model/take.ts'
import type { Said } from '../../shared/words/Said.ts'
import { say } from '../../shared/words/say.ts'
import type { EngineName } from '../engines/GenerationEngine.ts'
import type { GeneratePayload } from '../jobs/payloads.ts'
import type { Queue } from '../jobs/queue.ts'
import { type Clock, isoTime } from './Clock.ts'
import type { Money, MoneyStanding } from './money.ts'
import { type ReusePorts, reuseTake, type TakeSource } from './reuseTake.ts'
import type { Secrets } from './Secrets.ts'
import { ServiceError } from './ServiceError.ts'
import { sameTakes } from './sameTakes.ts'
import { canAskService, quoteByService, type ServicePrices } from './servicePrices.ts'
import { requestOf, type ShotRequest } from './shotRequest.ts'
import { insertChain, type SpanChain } from './spanJobs.ts'
import {
  quoteOfSpans,
  type SpanRequest,
  sourceInputOf,
  spanRequests,
  violationsOf,
} from './spanRequests.ts'

export type ShotQuote = Output<'shot:quote'>

export interface ShotsPorts extends ReusePorts {
  readonly queue: Pick<Queue, 'added'>
  readonly clock: Clock
  readonly secrets: Secrets
  readonly money: Pick<Money, 'admit' | 'standing'>
  /** What is known of the model now. */
  readonly model: () => ModelFacts
  readonly servicePrices: ServicePrices
}

export interface GenerateOptions {
  /** That the person agreed to an amount above the project's own limit for asking. */
  readonly isConfirmed?: boolean
  /** That another take of exactly the same is wanted, although one is there or on its way. */
  readonly isAnother?: boolean
  /** Of a document that names one; it must never have been used. */
  readonly taskUUID?: string
}

/** A request that may be sent, for the transaction that pays for it. */
export interface Entry {
  /** 1e-7 USD. */
  readonly amount: number
  /** The job that makes exactly this already. @throws ServiceError where a take of it can be had for nothing */
  readonly underWay: () => JobId | undefined
  /** Writes its jobs, the one that ends with the take last, and reserves what they cost. */
  readonly insert: () => JobId[]
}

const FREE: Quote = {
  amount: 0,
  currency: 'USD',
  asOf: '',
  basis: say('service:localWorks'),
  isEstimate: false,
}

const UNLIMITED: MoneyStanding = {
  ...{ cap: null, confirmAbove: null, left: null },
  ...{ reserved: 0, settled: 0, writtenOff: 0 },
}

export type Shots = ReturnType<typeof createShots>

export function createShots(ports: ShotsPorts) {
  const { store, projects, queue, clock, secrets, money, model, servicePrices } = ports

  const unavailable = (engine: EngineName): Said | null =>
    engine === 'local' || secrets.runwareKey() !== undefined ? null : say('service:noKey')

  function quoted(engine: EngineName, ready: Ready): ShotQuote {
    const parts = spanRequests(ready, engine, randomUUID)
    const broken = parts ? violationsOf(parts) : checkRequest(ready.request, ready.facts)
    const violations = [...ready.violations, ...broken]
    const may = isSendable(violations)
    const byTable = parts ? quoteOfSpans(parts, model()) : quote(ready.request, ready.facts)
    const service = canAskService(engine, ready) ? servicePrices.find(ready.request) : undefined
    const paid = service ? quoteByService(service) : byTable
    const price = engine === 'local' ? { ...FREE, asOf: isoTime(clock) } : paid
    const documents = parts ? parts.map(({ request }) => request) : ready.request
    const standing = ready.projectId ? money.standing(ready.projectId) : UNLIMITED
    const { left, confirmAbove } = standing
    return {
      request: may ? documents : null,
      violations,
      quote: may ? price : null,
      service: {
        canBeAsked: may && unavailable(engine) === null && canAskService(engine, ready),
        ...(service && {
          price: { at: service.at, table: { amount: byTable.amount, asOf: byTable.asOf } },
        }),
      },
      unavailable: unavailable(engine),
      money: {
        ...standing,
        isOverCap: price.amount > 0 && left !== null && price.amount > left,
        asksFirst: confirmAbove !== null && price.amount > confirmAbove,
      },
      same: may ? sameTakes(store, recipeOf(ready.project, ready.shot), engine) : [],
      isUnderWay:
        may &&
        ready.projectId !== undefined &&
        making(ready.projectId, ready, engine) !== undefined,
    }
  }

  const making = (projectId: ProjectId, { project, shot }: Ready, engine: EngineName) =>
    store.jobs.making({ projectId, shotId: shot.id, recipe: recipeOf(project, shot), engine })

  /**
   * The job that makes exactly this already. Inside the transaction that would pay for it, so that of two equal requests at
   * once only one is paid. @throws ServiceError `refused` where a take of it is there and can be had for nothing
   */
  function alreadyPaid(projectId: ProjectId, made: Ready, engine: EngineName): JobId | undefined {
    if (engine === 'local') return undefined
    const job = making(projectId, made, engine)
    if (job) return job.id
    const [there] = sameTakes(store, recipeOf(made.project, made.shot), engine)
    if (there) throw new ServiceError('refused', say('money:sameIsThere', { name: there.name }))
    return undefined
  }

  /** The job with its money reserved; inside a transaction. */
  function insertOne(
    projectId: ProjectId,
    { shot, project, request, inputs }: Ready,
    engine: EngineName,
    { agreed, basis, at }: { readonly agreed: number; readonly basis: Said; readonly at: string },
  ): JobId {
    const id = randomUUID() as JobId
    const { id: shotId, name: shotName } = shot
    const payload: GeneratePayload = {
      ...{ projectId, shotId, shotName, engine, request, inputs: [...inputs] },
      ...{ recipe: recipeOf(project, shot), quoted: agreed, submittedAt: at },
    }
    const { taskUUID } = request
    const entry = { projectId, jobId: id, taskUUID, amount: agreed, note: basis, at }
    store.ledger.add({ ...entry, kind: 'quote' })
    store.ledger.add({ ...entry, kind: 'reservation' })
    store.jobs.insert({
      ...{ id, kind: 'generate', lane: `generate:${engine}`, projectId, priority: 10 },
      title: say('job:generate', { name: shotName }),
      ...{ subject: { shotId }, payload, createdAt: at },
    })
    return id
  }

  const ready = (projectId: ProjectId, shotId: ShotId, taskUUID: string): Ready => {
    const project = projects.read(projectId)
    return readyIn(projectId, project, shotOf(project, shotId), taskUUID, model())
  }

  /** @throws ServiceError `refused` when rules are broken or the engine is not available */
  function entryOf(
    projectId: ProjectId,
    shotId: ShotId,
    engine: EngineName,
    taskUUID: string = randomUUID(),
  ): Entry {
    const made = ready(projectId, shotId, taskUUID)
    const now = quoted(engine, made)
    if (now.unavailable !== null) throw new ServiceError('refused', now.unavailable)
    const broken = now.violations.find(({ severity }) => severity === 'error')
    if (broken || now.quote === null) {
      throw new ServiceError(
        'refused',
        say('service:cannotGenerate', {
          shot: made.shot.name,
          why: broken?.said ?? say('service:ruleBroken'),
        }),
      )
    }
    const at = isoTime(clock)
    const { amount, basis } = now.quote
    return {
      amount,
      underWay: () => alreadyPaid(projectId, made, engine),
      insert() {
        const parts = spanRequests(made, engine, randomUUID)
        return parts
          ? insertChain(store, chainOf(projectId, made, engine, parts, at))
          : [insertOne(projectId, made, engine, { agreed: amount, basis, at })]
      },
    }
  }

  return {
    /** The task UUID in the document is a new one each time: it only becomes a task by `generate`. */
    quote: (projectId: ProjectId, shotId: ShotId, engine: EngineName): ShotQuote =>
      quoted(engine, ready(projectId, shotId, randomUUID())),

    /**
     * Asks the service itself for the price of a shot, which counts from now on; does nothing for one that cannot be asked
     * about. Its request travels there. @throws GenerationError when the service refuses it or cannot be reached
     */
    async askService(projectId: ProjectId, shotId: ShotId, signal: AbortSignal): Promise<void> {
      const made = ready(projectId, shotId, randomUUID())
      if (!quoted('runware', made).service.canBeAsked) return
      await servicePrices.ask(made.request, signal)
    },

    /** The same for a shot that is not in the project (yet): `project` holds it and what it names. */
    quoteOf: (
      projectId: ProjectId | undefined,
      project: Project,
      shot: Shot,
      engine: EngineName,
    ): ShotQuote => quoted(engine, readyIn(projectId, project, shot, randomUUID(), model())),

    /**
     * Writes the job with its task UUID and reserves its money in one transaction, before anything is sent. Of a source that
     * is longer than the model takes, there is one job for each span, and the one that joins them is answered. Where exactly
     * the same is being made for the shot already, that job is answered and nothing is paid.
     * @param agreed what the person was shown, 1e-7 USD
     * @throws ServiceError `refused` when rules are broken, the engine is not available, it now costs something else,
     * or it is more than the project's limits allow; and where a take of exactly the same is there, unless another is wanted
     */
    generate(
      projectId: ProjectId,
      shotId: ShotId,
      engine: EngineName,
      agreed: number,
      options: GenerateOptions = {},
    ): JobId {
      const entry = entryOf(projectId, shotId, engine, options.taskUUID)
      refuseOtherPrice(agreed, entry.amount)
      const added = store.transaction(() => {
        const same = options.isAnother === true ? undefined : entry.underWay()
        if (same !== undefined) return [same]
        money.admit(projectId, agreed, options.isConfirmed === true)
        return entry.insert()
      })
      queue.added(added)
      return added.at(-1) as JobId
    },

    entryOf,

    takes: (projectId: ProjectId, shotId: ShotId): Take[] => store.takes.ofShot(projectId, shotId),

    sameAs: (recipe: string, engine: EngineName): SameTake[] => sameTakes(store, recipe, engine),

    reuse: (projectId: ProjectId, shotId: ShotId, from: TakeSource): Take =>
      reuseTake(ports, projectId, shotId, from),
  }
}

/** @param agreed what the person was shown, 1e-7 USD. @throws ServiceError when it costs something else now */
export function refuseOtherPrice(agreed: number, amount: number): void {
  if (amount === agreed) return
  const words = { agreed: dollarsOf(agreed), amount: dollarsOf(amount) }
  throw new ServiceError('refused', say('money:priceChanged', words))
}

interface Ready extends ShotRequest {
  /** Undefined for a project that is not in the store yet. */
  readonly projectId: ProjectId | undefined
  readonly project: Project
  readonly shot: Shot
}

const readyIn = (
  projectId: ProjectId | undefined,
  project: Project,
  shot: Shot,
  taskUUID: string,
  model: ModelFacts,
): Ready => ({
  ...{ projectId, project, shot },
  ...requestOf(project, shot, taskUUID, model),
})

function chainOf(
  projectId: ProjectId,
  { shot, project, ...whole }: Ready,
  engine: EngineName,
  parts: readonly SpanRequest[],
  at: string,
): SpanChain {
  const source = sourceInputOf(whole)
  if (!source) throw new Error('A long source is one of this machine')
  const { mediaKey, start, frames } = source
  return {
    ...{ projectId, shotId: shot.id, shotName: shot.name, engine, request: whole.request },
    ...{ recipe: recipeOf(project, shot), source: { mediaKey, start }, frames, at },
    parts: parts.map((request) => ({ kind: 'new', request })),
  }
}
