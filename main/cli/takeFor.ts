/** How a request comes to its take: found, taken up again, or made. */

import { randomUUID } from 'node:crypto'
import { formatUsd, type Quote } from '../../shared/generation/pricing.ts'
import type { JobId, ProjectId } from '../../shared/model/ids.ts'
import type { Take } from '../../shared/model/take.ts'
import { inEnglish } from '../../shared/words/english.ts'
import { asWritten, type Said } from '../../shared/words/Said.ts'
import type { Services } from '../compose.ts'
import type { EngineName } from '../engines/GenerationEngine.ts'
import type { DraftShot, PlacedRequest, RequestDocument } from '../services/requests.ts'
import type { CommandContext } from './Command.ts'
import { CommandFailed, EXIT, usageError } from './exitCodes.ts'
import { finishJob } from './finishJob.ts'
import { isFile } from './isFile.ts'

export interface Asked {
  readonly engine: EngineName
  readonly isAgain: boolean
  /** 1e-7 USD. */
  readonly maxCost: number | undefined
}

export interface Found {
  readonly take: Take
  /** What this run paid, 1e-7 USD. */
  readonly cost: number
  readonly notes: readonly Said[]
}

/**
 * The take of a request: the one that is there already, the one that an earlier run of the same command left under way,
 * or a new one. Only the last of these can cost anything.
 */
export async function takeFor(
  services: Services,
  read: RequestDocument,
  asked: Asked,
  known: ProjectId | undefined,
  context: CommandContext,
  onJob: (id: JobId) => void,
): Promise<Found> {
  const { requests, queue } = services
  const { engine, isAgain } = asked
  const draft = await requests.draft(read, known, context.io.signal)
  const taskUUID = read.request.taskUUID
  const before = requests.historyOf(taskUUID, draft.recipe, engine)
  if (before.state === 'open') {
    const job = services.store.jobs.find(before.jobId)
    const status = job?.state.status
    if (status === 'failed' || status === 'cancelled') {
      if (job?.kind === 'join' && job.projectId) goOn(services, job.projectId, job.id, asked)
      else queue.retry(before.jobId)
    }
    onJob(before.jobId)
    context.output.note('This request is under way already; it is taken up where it was.')
    return { ...(await finished(services, before.jobId, context)), cost: 0, notes: draft.notes }
  }
  if (!isAgain) {
    const there = await existing(
      services,
      before.state === 'done' ? before.take : undefined,
      draft.recipe,
      engine,
    )
    if (there) {
      const note = `Exactly this was made before (${there.asset.name}), so nothing was generated and nothing paid. --again makes another take.`
      return { take: there, cost: 0, notes: [...draft.notes, asWritten(note)] }
    }
  }
  requireMoney(services, draft, known, asked)
  const projectId = known ?? requests.ownProjectId()
  const placed = await requests.place(read, projectId, context.io.signal)
  const isUsed = before.state !== 'new'
  if (isUsed && !isAgain) {
    context.output.note(
      `The task UUID ${taskUUID} was used before for something else or to no end, so the task gets a new one.`,
    )
  }
  const own = isUsed ? randomUUID() : taskUUID
  let jobId: JobId
  try {
    jobId = made(services, taskUUID, draft.recipe, engine, () =>
      submit(services, projectId, placed, asked, own),
    )
  } catch (error) {
    // Somebody else's take of exactly the same came in that moment.
    const there = isAgain ? undefined : await existing(services, undefined, draft.recipe, engine)
    if (there) return { take: there, cost: 0, notes: placed.notes }
    throw error
  }
  onJob(jobId)
  const found = await finished(services, jobId, context)
  // Where somebody else asked for the same, theirs is waited for, and theirs was paid.
  const isOwn = services.store.ledger.reservation(own)?.jobId === jobId
  return { ...found, cost: isOwn ? found.take.cost : 0, notes: placed.notes }
}

/** A take that was made from exactly the same, if its file is still there. */
async function existing(
  { store, shots, media }: Services,
  own: Take | undefined,
  recipe: string,
  engine: EngineName,
): Promise<Take | undefined> {
  const others = shots
    .sameAs(recipe, engine)
    .flatMap(({ projectId, takeId }) =>
      store.takes.ofProject(projectId).filter(({ id }) => id === takeId),
    )
  for (const take of own ? [own, ...others] : others) {
    if (await isFile(media.pathOf(take.asset.mediaKey))) return take
  }
  return undefined
}

/** No money is spent without a figure that a person named. @throws CommandFailed */
function requireMoney(
  { requests, shots }: Services,
  draft: DraftShot,
  known: ProjectId | undefined,
  { engine, maxCost }: Asked,
): void {
  if (engine === 'local') return
  const quoted = shots.quoteOf(
    known ?? requests.findOwnProject(),
    draft.project,
    draft.shot,
    engine,
  )
  if (quoted.quote) requireAgreed(quoted.quote, engine, maxCost)
}

/** @throws CommandFailed */
function requireAgreed(
  quote: Pick<Quote, 'amount' | 'basis'>,
  engine: EngineName,
  maxCost: number | undefined,
): void {
  if (engine === 'local') return
  const { amount } = quote
  const basis = inEnglish(quote.basis)
  if (maxCost === undefined) {
    throw usageError(
      `This request would cost about ${formatUsd(amount)} (${basis}). Name the most you will pay with --max-cost USD; nothing was sent.`,
    )
  }
  if (amount > maxCost) {
    throw new CommandFailed(
      `This request may cost ${formatUsd(amount)} (${basis}), more than the ${formatUsd(maxCost)} of --max-cost; nothing was sent.`,
      EXIT.refused,
    )
  }
}

/** The job with its money reserved, in one transaction. `--max-cost` is the confirmation. */
function submit(
  { shots }: Services,
  projectId: ProjectId,
  { shotId }: PlacedRequest,
  { engine, maxCost = 0, isAgain }: Asked,
  taskUUID: string,
): JobId {
  const amount = shots.quote(projectId, shotId, engine).quote?.amount ?? 0
  if (amount > maxCost) {
    throw new CommandFailed(
      `The price changed to ${formatUsd(amount)} meanwhile, more than --max-cost; nothing was sent.`,
      EXIT.refused,
    )
  }
  return shots.generate(projectId, shotId, engine, amount, {
    ...{ taskUUID, isConfirmed: true, isAnother: isAgain },
  })
}

/** Makes the spans that an earlier run of the same command did not get; those that it got are kept. */
function goOn(
  { spans }: Services,
  projectId: ProjectId,
  jobId: JobId,
  { engine, maxCost }: Asked,
): void {
  const choice = { kind: 'goOn', jobId } as const
  const { quote } = spans.quote(projectId, choice)
  requireAgreed(quote, engine, maxCost)
  spans.generate(projectId, choice, quote.amount, true)
}

/** The job that `make` makes, or the one that another run of the same command made in that moment. */
function made(
  { requests }: Services,
  taskUUID: string,
  recipe: string,
  engine: EngineName,
  make: () => JobId,
): JobId {
  try {
    return make()
  } catch (error) {
    const now = requests.historyOf(taskUUID, recipe, engine)
    if (now.state === 'open') return now.jobId
    throw error
  }
}

/** Sees the job through. Ctrl-C gives it up where nothing was sent, and says what is true where something was. */
async function finished(
  services: Services,
  jobId: JobId,
  context: CommandContext,
): Promise<{ readonly take: Take }> {
  const { requests, queue } = services
  const { io, output } = context
  try {
    await finishJob(services, jobId, context)
  } catch (error) {
    if (io.signal.aborted && !requests.wasSent(jobId)) {
      queue.cancel(jobId)
      await queue.ended(jobId)
    }
    if (requests.wasSent(jobId)) {
      output.note(
        'The request was sent and may be paid for already. Run the same command again to fetch its result, or let keyreel jobs run or the window do it; it cannot be billed twice.',
      )
    }
    throw error
  }
  const take = requests.takeOf(jobId)
  if (!take) throw new Error(`The job ${jobId} is done and has no take`)
  return { take }
}
