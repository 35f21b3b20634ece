/** The two paid requests, and what their results tell. Their documents are kept, so that a run cut off is taken up. */
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseRequestDocument } from '../../../shared/generation/document.ts'
import { formatUsd, moneyFromDollars } from '../../../shared/generation/pricing.ts'
import {
  RAY_MODEL,
  type VideoInferenceRequest,
  videoInferenceResultSchema,
} from '../../../shared/generation/request.ts'
import type { Take } from '../../../shared/model/take.ts'
import { writeAtomically } from '../../files/atomicOutput.ts'
import { verifyTake } from '../../jobs/runners/verifyTake.ts'
import type { MediaEngine } from '../../media/MediaEngine.ts'
import { isFile } from '../isFile.ts'
import { answered, type Belief, type Certainty, type Fact, unanswered } from './Fact.ts'
import { CLIPS } from './probes.ts'

export const RUN_NAMES = ['generation', 'reframe'] as const
export type RunName = (typeof RUN_NAMES)[number]

/** The media string in the reframe's document. */
export const SOURCE_NAME = 'keyreel-contract-source'

/** Off centre in both directions, in the source's own shape on a square canvas; its two readings lie far apart. */
export const POSITION = { x: 0.05, y: 0.1, width: 0.6, height: 0.3375 }

const DOCUMENTS: Readonly<Record<RunName, object>> = {
  generation: {
    ...{ positivePrompt: 'A quiet harbour at dawn, the camera does not move.' },
    ...{ width: 640, height: 360, duration: 5 },
  },
  reframe: {
    ...{ positivePrompt: 'Plain grey paper around the picture.', width: 480, height: 480 },
    inputs: { video: SOURCE_NAME },
    settings: { sourcePosition: POSITION },
  },
}

/** The documents of an earlier run, or new ones that are on the disk before anything is paid. @throws OutputError */
export async function runDocuments(
  folder: string,
): Promise<Readonly<Record<RunName, VideoInferenceRequest>>> {
  const [generation, reframe] = [
    await documentOf(folder, 'generation'),
    await documentOf(folder, 'reframe'),
  ]
  return { generation, reframe }
}

async function documentOf(folder: string, name: RunName): Promise<VideoInferenceRequest> {
  const path = join(folder, `${name}.json`)
  if (await isFile(path)) {
    const kept = parseRequestDocument(JSON.parse(await readFile(path, 'utf8')))
    if (kept.ok) return kept.request
  }
  const fresh = { taskType: 'videoInference', taskUUID: randomUUID(), model: RAY_MODEL }
  const made = parseRequestDocument({ ...fresh, ...DOCUMENTS[name] })
  if (!made.ok) throw new Error(`The document of the ${name} is not legal`)
  await mkdir(dirname(path), { recursive: true })
  const text = `${JSON.stringify(made.request, null, 2)}\n`
  await writeAtomically(path, (temporary) => writeFile(temporary, text))
  return made.request
}

const belief = (
  id: string,
  section: string,
  about: string,
  certainty: Certainty,
  believed: string | null,
): Belief => ({ id, section, about, certainty, believed })

const SECONDS = `${CLIPS.short}/24 s`

const BELIEFS = {
  generation: {
    cost: belief('run.generation.cost', '2.6', 'bill of 5 s at 360p', 'certain', '$0.06'),
    rate: belief('run.generation.rate', '0', 'pictures per second of a result', 'certain', '24'),
    frames: belief('run.generation.frames', '6', 'pictures in 5 s', 'open', null),
    size: belief('run.generation.size', '2.4', 'size of the result', 'certain', '640x360'),
    sound: belief('run.generation.sound', '0', 'streams of sound', 'certain', '0'),
    host: belief('run.generation.host', '2.7', 'host of the result', 'certain', 'vm.runware.ai'),
    seed: belief('run.generation.seed', '1.7', 'the result names a seed', 'observed', 'no'),
    codec: belief('run.generation.codec', '7', 'codec of the result', 'open', null),
  },
  reframe: {
    origin: belief(
      'position.origin',
      '2.5',
      'what sourcePosition.x and y name',
      'certain',
      'topLeft',
    ),
    cost: belief(
      'run.reframe.cost',
      '2.6',
      `bill of a reframe of ${SECONDS} at 360p, by its exact length`,
      'inferred',
      '$0.0375',
    ),
    frames: belief(
      'run.reframe.frames',
      '2.3',
      'pictures of the reframe',
      'certain',
      String(CLIPS.short),
    ),
    size: belief('run.reframe.size', '2.4', 'size of the reframe', 'inferred', '480x480'),
  },
} as const

export const runBeliefs = (): Belief[] => [
  ...Object.values(BELIEFS.generation),
  ...Object.values(BELIEFS.reframe),
]

export const unpaid = (why: string): Fact[] => runBeliefs().map((one) => unanswered(one, why))

export async function resultFacts(
  name: RunName,
  take: Take,
  request: VideoInferenceRequest,
  engine: MediaEngine,
  paths: { readonly result: string; readonly origin: string | null },
  signal: AbortSignal,
): Promise<Fact[]> {
  const response = videoInferenceResultSchema.parse(take.response)
  const { frames } = await verifyTake(engine, paths.result, request, undefined, signal)
  const { video, audio } = take.asset.info
  const [stream] = video
  const size = stream ? `${stream.width}x${stream.height}` : 'none'
  const cost = response.cost === undefined ? null : formatUsd(moneyFromDollars(response.cost))
  const costFact = (one: Belief): Fact =>
    cost === null ? unanswered(one, 'the answer named no cost') : answered(one, cost, 'run')
  if (name === 'reframe') {
    const { origin, cost: bill, frames: count, size: own } = BELIEFS.reframe
    return [
      paths.origin === null
        ? unanswered(origin, 'the source is clearly at neither place')
        : answered(origin, paths.origin, 'run'),
      costFact(bill),
      answered(count, String(frames), 'run'),
      answered(own, size, 'run'),
    ]
  }
  const one = BELIEFS.generation
  const rate = stream ? stream.rate.num / stream.rate.den : 0
  return [
    costFact(one.cost),
    answered(one.rate, String(Math.round(rate * 1000) / 1000), 'run'),
    answered(one.frames, String(frames), 'run'),
    answered(one.size, size, 'run'),
    answered(one.sound, String(audio.length), 'run'),
    answered(one.host, new URL(response.videoURL).hostname, 'run'),
    answered(one.seed, response.seed === undefined ? 'no' : 'yes', 'run'),
    answered(one.codec, stream?.codec ?? 'none', 'run'),
  ]
}
