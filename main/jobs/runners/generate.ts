/**
 * Renders a shot's request and keeps the result: inputs, engine, verification, media store, and then the take, the
 * settled cost and the job's end in one transaction. A run that was cut off anywhere goes on from its checkpoint.
 */
import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { GenerationError } from '../../../shared/generation/failure.ts'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import { dollarsOf, moneyFromDollars } from '../../../shared/generation/pricing.ts'
import type { AssetId, JobId, TakeId } from '../../../shared/model/ids.ts'
import type { Take, TakeSpan } from '../../../shared/model/take.ts'
import { toNumber } from '../../../shared/time/rational.ts'
import { type Said, sentences } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import type {
  EngineName,
  EngineOutcome,
  GenerationEngine,
  LocalInputs,
} from '../../engines/GenerationEngine.ts'
import type { MediaStore } from '../../files/mediaStore.ts'
import type { MediaEngine } from '../../media/MediaEngine.ts'
import { type Clock, isoTime } from '../../services/Clock.ts'
import type { Media } from '../../services/media.ts'
import { type GeneratePayload, generatePayloadSchema } from '../payloads.ts'
import { defineRunner, type End, type Finish, type RunContext } from '../Runner.ts'
import { mayBeSent, readCheckpoint } from './checkpoint.ts'
import { keepResult } from './keepResult.ts'
import { measureJoint } from './measureJoint.ts'
import { readSpan } from './readSpan.ts'
import { makeInputs } from './shotInputs.ts'
import { type TakePorts, takeArrives } from './takeArrives.ts'
import { verifyTake } from './verifyTake.ts'

export interface GeneratePorts extends TakePorts {
  readonly engine: MediaEngine
  readonly engines: Readonly<Record<EngineName, GenerationEngine>>
  readonly files: MediaStore
  readonly media: Pick<Media, 'pathOf'>
  readonly clock: Clock
}

export const generateRunner = (ports: GeneratePorts) =>
  defineRunner({
    kind: 'generate',
    payload: generatePayloadSchema,
    run: (payload, context) => generate(ports, payload, context),
    ended: (payload, end) => closeBooks(ports, payload, end),
    // Nothing can call a sent task back, so its result is fetched at the next start all the same.
    leftOpen: (payload, checkpoint) =>
      payload.engine === 'runware' && mayBeSent(checkpoint) && isUnsettled(ports, payload),
    mayRepeat: (payload) => isUnsettled(ports, payload),
  })

async function generate(
  ports: GeneratePorts,
  asked: GeneratePayload,
  context: RunContext,
): Promise<Finish> {
  const { engine, store } = ports
  const { signal, workDir } = context
  const earlier = asked.span?.earlier && readSpan(store, asked.span.earlier)
  const outcome = await render(ports, asked, context)
  const payload = underNumber(asked, outcome.wire.taskUUID)
  context.progress(null, say('job:checking'))
  const verified = await verifyTake(
    engine,
    outcome.video,
    payload.request,
    secondsOf(payload),
    signal,
  )
  const row = await keepResult(ports, outcome.video, verified.info)
  const files: NonNullable<Take['files']> = []
  for (const extra of outcome.extras) {
    const extension = extname(extra).slice(1) || 'bin'
    const { hash } = await ports.files.put(extra, extension, { move: true })
    files.push({ name: basename(extra), hash, extension })
  }
  const cost = costOf(payload, outcome)
  const notes = [...outcome.notes, ...verified.notes, ...cost.notes]
  const made = {
    request: outcome.wire,
    response: outcome.result,
    method: outcome.method,
    cost: cost.amount,
    ...(files.length === 0 ? {} : { files }),
    submittedAt: payload.submittedAt,
    finishedAt: isoTime(ports.clock),
  }
  const note = say('job:generated', { method: outcome.method, dollars: dollarsOf(cost.amount) })
  if (payload.span) {
    const { start, frames } = payload.span
    const span: TakeSpan = {
      ...{ start, frames, mediaKey: row.mediaKey, fileFrames: verified.frames, ...made, notes },
      offset: earlier ? await offsetOf(earlier, start, verified.frames, row.path) : 0,
      ...(earlier && isGuided(payload) ? { guideKey: earlier.mediaKey } : {}),
    }
    return {
      note,
      outcome: { span },
      commit() {
        store.media.put(row)
        settle(ports, payload, context.job.id, cost)
      },
    }
  }
  const whole: Omit<Take, 'number'> = {
    ...made,
    id: randomUUID() as TakeId,
    shotId: payload.shotId,
    engine: payload.engine,
    asset: {
      id: randomUUID() as AssetId,
      name: payload.shotName,
      mediaKey: row.mediaKey,
      origin: 'generated',
      info: verified.info,
    },
    recipe: payload.recipe,
    notes,
  }
  return takeArrives(ports, {
    ...{ projectId: payload.projectId, shotId: payload.shotId, shotName: payload.shotName },
    ...{ jobId: context.job.id, row, take: whole, note },
    settle: () => settle(ports, payload, context.job.id, cost),
  })

  async function render(
    { engines, media }: GeneratePorts,
    payload: GeneratePayload,
    { checkpoint, progress, resume }: RunContext,
  ): Promise<EngineOutcome> {
    let current = payload
    const { inputs, request } = payload
    const known = readCheckpoint(resume)
    const isSent = known?.stage === 'submitted' || known?.stage === 'finished'
    const files: LocalInputs =
      isSent && payload.engine === 'runware'
        ? new Map()
        : await makeInputs(
            { engine, pathOf: media.pathOf, boundary: earlier && boundaryOf(earlier) },
            inputs,
            join(workDir, 'inputs'),
            signal,
          )
    const folder = join(workDir, 'engine')
    await mkdir(folder)
    const job = { request, inputs: files, workDir: folder }
    return engines[payload.engine].run(known ? { ...job, resume: known } : job, {
      signal,
      onProgress: progress,
      checkpoint,
      async renumber(taskUUID) {
        const next = underNumber(current, taskUUID)
        await context.replacePayload(next, () => promiseAnew(ports, current, next, context.job.id))
        current = next
      },
    })
  }

  /** Where the earlier span shows what this one begins with; its last picture where it fell short. */
  function boundaryOf({ mediaKey, start, offset, fileFrames }: TakeSpan) {
    const wanted = (asked.span?.start ?? 0) - start - offset
    const frame = Math.min(Math.max(0, wanted), fileFrames - 1)
    return { path: ports.media.pathOf(mediaKey), frame }
  }

  async function offsetOf(before: TakeSpan, start: number, fileFrames: number, path: string) {
    const first = { ...before, path: ports.media.pathOf(before.mediaKey) }
    const { shift } = await measureJoint(engine, first, { start, fileFrames, path }, signal)
    return shift
  }
}

const isGuided = ({ inputs }: GeneratePayload): boolean =>
  inputs.some(({ kind }) => kind === 'boundary')

/** The length that was asked for, seconds. */
function secondsOf({ request, inputs }: GeneratePayload): number | undefined {
  if (request.duration !== undefined) return request.duration
  const span = inputs.find((input) => input.kind === 'span')
  return span && span.frames / toNumber(RAY_3_2.rate)
}

interface Cost {
  /** 1e-7 USD. */
  readonly amount: number
  readonly notes: readonly Said[]
}

function costOf(payload: GeneratePayload, { result }: EngineOutcome): Cost {
  if (payload.engine === 'local') return { amount: 0, notes: [] }
  if (result.cost === undefined) {
    return {
      amount: payload.quoted,
      notes: [say('take:unbilled')],
    }
  }
  const amount = moneyFromDollars(result.cost)
  if (amount === payload.quoted) return { amount, notes: [] }
  return {
    amount,
    notes: [say('take:billed', { quoted: dollarsOf(payload.quoted), amount: dollarsOf(amount) })],
  }
}

function settle(ports: GeneratePorts, payload: GeneratePayload, jobId: JobId, cost: Cost): void {
  ports.store.ledger.add({
    projectId: payload.projectId,
    jobId,
    taskUUID: payload.request.taskUUID,
    kind: 'settlement',
    amount: cost.amount,
    note: sentences(cost.notes),
    at: isoTime(ports.clock),
  })
}

const underNumber = (payload: GeneratePayload, taskUUID: string): GeneratePayload => ({
  ...payload,
  request: { ...payload.request, taskUUID },
})

/** What was promised for a task that the service certainly did not take is promised for the one in its place. */
function promiseAnew(
  { store, clock }: GeneratePorts,
  { projectId, quoted, request }: GeneratePayload,
  next: GeneratePayload,
  jobId: JobId,
): void {
  const entry = { projectId, jobId, amount: quoted, at: isoTime(clock) }
  const was = { ...entry, taskUUID: request.taskUUID, note: say('money:refusedUnbilled') }
  const now = { ...entry, taskUUID: next.request.taskUUID, note: say('money:insteadOfRefused') }
  store.ledger.add({ ...was, kind: 'release' })
  store.ledger.add({ ...now, kind: 'quote' })
  store.ledger.add({ ...now, kind: 'reservation' })
}

/** A task is settled or released once; after that it is over. */
const isUnsettled = ({ store }: GeneratePorts, { request }: GeneratePayload): boolean =>
  !store.ledger.isClosed(request.taskUUID)

/**
 * What was reserved is released only where nothing can have been billed, and written off where something may have
 * been and no take will come. Otherwise it stays reserved: the take can still be fetched.
 */
function closeBooks(ports: GeneratePorts, payload: GeneratePayload, end: End): void {
  const { taskUUID } = payload.request
  const failure = end.error instanceof GenerationError ? end.error : undefined
  const isBilled =
    payload.engine !== 'local' && (failure ? failure.mayBeBilled : mayBeSent(end.checkpoint))
  if (!isUnsettled(ports, payload) || (isBilled && failure?.isOver !== true)) return
  const unbilled = say(end.status === 'cancelled' ? 'take:cancelledUnsent' : 'take:failedUnbilled')
  ports.store.ledger.add({
    projectId: payload.projectId,
    jobId: end.job.id,
    taskUUID,
    kind: isBilled ? 'writeOff' : 'release',
    amount: payload.quoted,
    note: isBilled ? say('money:writtenOffByEnd') : unbilled,
    at: isoTime(ports.clock),
  })
}
