/** Makes one take of the finished spans of a long source: aligned, matched in colour, dissolved, with the source's own sound. */
import { randomUUID } from 'node:crypto'
import { join as pathOf } from 'node:path'
import { pathToFileURL } from 'node:url'
import { planJoin } from '../../../shared/generation/joinPlan.ts'
import { type ColourMatch, composed, NO_CHANGE } from '../../../shared/generation/joint.ts'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import { dollarsOf } from '../../../shared/generation/pricing.ts'
import type { AssetId, JobId, TakeId } from '../../../shared/model/ids.ts'
import { staleSpans } from '../../../shared/model/staleSpans.ts'
import type { Take, TakeJoint, TakeSpan } from '../../../shared/model/take.ts'
import { toNumber } from '../../../shared/time/rational.ts'
import type { Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import type { MediaStore } from '../../files/mediaStore.ts'
import type { MediaEngine } from '../../media/MediaEngine.ts'
import { type Clock, isoTime } from '../../services/Clock.ts'
import type { Media } from '../../services/media.ts'
import { type JoinPayload, joinPayloadSchema } from '../payloads.ts'
import { defineRunner, type Finish, type RunContext } from '../Runner.ts'
import { joinArguments } from './joinArguments.ts'
import { keepResult } from './keepResult.ts'
import { type MeasuredJoint, measureJoint } from './measureJoint.ts'
import { readSpan } from './readSpan.ts'
import { type TakePorts, takeArrives } from './takeArrives.ts'
import { verifyTake } from './verifyTake.ts'

export interface JoinPorts extends TakePorts {
  readonly engine: MediaEngine
  readonly files: MediaStore
  readonly media: Pick<Media, 'pathOf'>
  readonly clock: Clock
}

export const joinRunner = (ports: JoinPorts) =>
  defineRunner({
    kind: 'join',
    payload: joinPayloadSchema,
    run: (payload, context) => join(ports, payload, context),
  })

async function join(ports: JoinPorts, payload: JoinPayload, context: RunContext): Promise<Finish> {
  const { store, media } = ports
  const { signal, workDir } = context
  const spans = payload.spans.map((source) => readSpan(store, source))
  const { measured, aligned } = await measureAll(ports, spans, context)
  const plan = planJoin(aligned, payload.frames)
  // Each result is given the colours of the first, by way of those between.
  const matches: ColourMatch[] = [NO_CHANGE]
  for (const { match } of measured) matches.push(composed(match, matches.at(-1) ?? NO_CHANGE))
  const out = pathOf(workDir, 'joined.mp4')
  const [first] = spans
  const picture = first && store.media.find(first.mediaKey)?.info.video[0]
  if (!picture) throw new Error('The first span has no picture')
  const { mediaKey, start } = payload.source
  const hasSound = (store.media.find(mediaKey)?.info.audio.length ?? 0) > 0
  const film = {
    results: aligned.map(({ path, fileFrames }) => ({ path, fileFrames })),
    ...{ plan, matches, picture, frames: payload.frames },
    sound: hasSound ? { path: media.pathOf(mediaKey), start } : undefined,
  }
  await ports.engine.run(joinArguments(film, out), {
    signal,
    onFrame: (frame) => context.progress(0.3 + (0.6 * frame) / payload.frames, say('job:joining')),
  })
  context.progress(0.9, say('job:checking'))
  const seconds = payload.frames / toNumber(RAY_3_2.rate)
  const verified = await verifyTake(ports.engine, out, payload.request, seconds, signal)
  if (verified.frames !== payload.frames) {
    throw new Error(`The join has ${verified.frames} pictures instead of ${payload.frames}`)
  }
  const row = await keepResult(ports, out, verified.info)
  const joints = plan.joints.map((joint, i): TakeJoint => {
    const { shift, match, before, after } = measured[i] as MeasuredJoint
    return {
      ...joint,
      shift,
      gain: [...match.gain],
      offset: [...match.offset],
      before: reportOf(before),
      after: reportOf(after),
    }
  })
  const cost = spans
    .filter((_, i) => payload.spans[i]?.kind === 'job')
    .reduce((sum, span) => sum + span.cost, 0)
  const files = spans.flatMap((span, i) =>
    (span.files ?? []).map((one) => ({ ...one, name: `span-${i + 1}.${one.name}` })),
  )
  const made: Omit<Take, 'number'> = {
    id: randomUUID() as TakeId,
    shotId: payload.shotId,
    engine: payload.engine,
    method: first.method,
    asset: {
      id: randomUUID() as AssetId,
      name: payload.shotName,
      mediaKey: row.mediaKey,
      origin: 'generated',
      info: verified.info,
    },
    request: payload.request,
    response: {
      ...{ taskType: 'videoInference', taskUUID: payload.request.taskUUID },
      ...{ videoUUID: randomUUID(), videoURL: pathToFileURL(row.path).href, cost: dollarsOf(cost) },
    },
    recipe: payload.recipe,
    cost,
    notes: [...notesOf(payload, spans, plan.held, hasSound), ...verified.notes],
    ...(files.length === 0 ? {} : { files }),
    ...{ spans: [...spans], joints },
    submittedAt: payload.submittedAt,
    finishedAt: isoTime(ports.clock),
  }
  return takeArrives(ports, {
    ...{ projectId: payload.projectId, shotId: payload.shotId, shotName: payload.shotName },
    ...{ jobId: context.job.id, row, take: made },
    note: say('job:joined', { count: spans.length, dollars: dollarsOf(cost) }),
    settle: () => settle(ports, payload, context.job.id),
  })
}

/** Measured anew for every join, since a span made again meets neighbours that it was not made beside. */
async function measureAll(
  { engine, media }: JoinPorts,
  spans: readonly TakeSpan[],
  { signal, progress }: RunContext,
) {
  const measured: MeasuredJoint[] = []
  const aligned: (TakeSpan & { readonly path: string })[] = []
  for (const [i, span] of spans.entries()) {
    progress((0.3 * i) / spans.length, say('job:measuring'))
    const own = { ...span, path: media.pathOf(span.mediaKey), offset: 0 }
    const earlier = aligned.at(-1)
    if (!earlier) {
      aligned.push(own)
      continue
    }
    const joint = await measureJoint(engine, earlier, own, signal)
    measured.push(joint)
    aligned.push({ ...own, offset: joint.shift })
  }
  return { measured, aligned }
}

const reportOf = ({ psnr, ssim, colour }: MeasuredJoint['before']): TakeJoint['before'] => ({
  ...{ psnr, ssim },
  colour: [...colour],
})

function notesOf(
  { frames }: JoinPayload,
  spans: readonly TakeSpan[],
  held: number,
  hasSound: boolean,
): Said[] {
  const own = new Map(
    spans.flatMap(({ notes }) => notes).map((note) => [JSON.stringify(note), note]),
  )
  const stale = staleSpans(spans).length
  return [
    say('take:joined', { count: spans.length, frames }),
    ...(hasSound ? [say('take:soundOfSource')] : []),
    ...(held > 0 ? [say('take:held', { count: held })] : []),
    ...(stale > 0 ? [say('take:spansStale', { count: stale })] : []),
    ...own.values(),
  ]
}

/** The join itself is free; its line in the books holds the number of the request that was asked for. */
function settle({ store, clock }: JoinPorts, payload: JoinPayload, jobId: JobId): void {
  store.ledger.add({
    projectId: payload.projectId,
    jobId,
    taskUUID: payload.request.taskUUID,
    kind: 'settlement',
    amount: 0,
    note: say('money:paidBySpans'),
    at: isoTime(clock),
  })
}
