/** Generating shots: what a request would be and cost, and sending it off with its money reserved. */
import { randomUUID } from 'node:crypto'
import { formatUsd, type Quote, quote } from '../../shared/generation/pricing.ts'
import { checkRequest, isSendable } from '../../shared/generation/rules.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import type { JobId, ProjectId, ShotId } from '../../shared/model/ids.ts'
import { recipeOf } from '../../shared/model/recipe.ts'
import { shotOf } from '../../shared/model/select.ts'
import type { Take } from '../../shared/model/take.ts'
import type { Store } from '../database/store.ts'
import type { EngineName } from '../engines/GenerationEngine.ts'
import type { GeneratePayload } from '../jobs/payloads.ts'
import type { Queue } from '../jobs/queue.ts'
import { type Clock, isoTime } from './Clock.ts'
import type { Projects } from './projects.ts'
import type { Secrets } from './Secrets.ts'
import { ServiceError } from './ServiceError.ts'
import { requestOf, type ShotRequest } from './shotRequest.ts'

export type ShotQuote = Output<'shot:quote'>

export interface ShotsPorts {
  readonly store: Store
  readonly projects: Pick<Projects, 'read'>
  readonly queue: Pick<Queue, 'added'>
  readonly clock: Clock
  readonly secrets: Secrets
}

const FREE: Quote = {
  amount: 0,
  currency: 'USD',
  asOf: '',
  basis: 'The local engine works on this machine and costs nothing.',
  isEstimate: false,
}

export type Shots = ReturnType<typeof createShots>

export function createShots({ store, projects, queue, clock, secrets }: ShotsPorts) {
  const unavailable = (engine: EngineName): string | null =>
    engine === 'local' || secrets.runwareKey() !== undefined
      ? null
      : 'There is no Runware key yet. Give one in the settings, or use the local engine.'

  function quoted(engine: EngineName, ready: ShotRequest): ShotQuote & { quote: Quote | null } {
    const violations = [...ready.violations, ...checkRequest(ready.request, ready.facts)]
    const may = isSendable(violations)
    const price =
      engine === 'local' ? { ...FREE, asOf: isoTime(clock) } : quote(ready.request, ready.facts)
    return {
      request: may ? ready.request : null,
      violations,
      quote: may ? price : null,
      unavailable: unavailable(engine),
    }
  }

  const ready = (projectId: ProjectId, shotId: ShotId, taskUUID: string) => {
    const project = projects.read(projectId)
    const shot = shotOf(project, shotId)
    return { project, shot, ...requestOf(project, shot, taskUUID) }
  }

  return {
    /** The task UUID in the document is a new one each time: it only becomes a task by `generate`. */
    quote: (projectId: ProjectId, shotId: ShotId, engine: EngineName): ShotQuote =>
      quoted(engine, ready(projectId, shotId, randomUUID())),

    /**
     * Writes the job with its task UUID and reserves its money in one transaction, before anything is sent.
     * @param agreed what the person was shown, 1e-7 USD
     * @throws ServiceError `refused` when rules are broken, the engine is not available, or it now costs something else
     */
    generate(projectId: ProjectId, shotId: ShotId, engine: EngineName, agreed: number): JobId {
      const taskUUID = randomUUID()
      const made = ready(projectId, shotId, taskUUID)
      const now = quoted(engine, made)
      if (now.unavailable !== null) throw new ServiceError('refused', now.unavailable)
      const broken = now.violations.find(({ severity }) => severity === 'error')
      if (broken || now.quote === null) {
        throw new ServiceError(
          'refused',
          `"${made.shot.name}" cannot be generated yet: ${broken?.message ?? 'a rule is broken.'}`,
        )
      }
      if (now.quote.amount !== agreed) {
        throw new ServiceError(
          'refused',
          `The price changed from ${formatUsd(agreed)} to ${formatUsd(now.quote.amount)}. Nothing was sent; look at the new quote first.`,
        )
      }
      const id = randomUUID() as JobId
      const at = isoTime(clock)
      const payload: GeneratePayload = {
        projectId,
        shotId,
        shotName: made.shot.name,
        engine,
        request: made.request,
        inputs: [...made.inputs],
        recipe: recipeOf(made.project, made.shot),
        quoted: agreed,
        submittedAt: at,
      }
      const { basis } = now.quote
      store.transaction(() => {
        const entry = { projectId, jobId: id, taskUUID, amount: agreed, note: basis, at }
        store.ledger.add({ ...entry, kind: 'quote' })
        store.ledger.add({ ...entry, kind: 'reservation' })
        store.jobs.insert({
          id,
          kind: 'generate',
          lane: `generate:${engine}`,
          projectId,
          title: `Generate ${made.shot.name}`,
          priority: 10,
          subject: { shotId },
          payload,
          createdAt: at,
        })
      })
      queue.added([id])
      return id
    },

    takes: (projectId: ProjectId, shotId: ShotId): Take[] => store.takes.ofShot(projectId, shotId),
  }
}
