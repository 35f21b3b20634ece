import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { formatUsd, moneyFromDollars, quote } from '../../shared/generation/pricing.ts'
import type { VideoInferenceResult } from '../../shared/generation/request.ts'
import type { EngineName, EngineOutcome } from '../engines/GenerationEngine.ts'
import { writeAtomically } from '../files/atomicOutput.ts'
import { type Command, text, texts } from './Command.ts'
import { ENGINE_NAMES } from './engines.ts'
import { CommandFailed, EXIT, usageError } from './exitCodes.ts'
import { openJobFile } from './jobFile.ts'
import { type RequestFile, readRequestFile, requireSendable } from './requestFile.ts'

export const generate: Command = {
  name: 'generate',
  summary: 'render a request document with the local engine or with Ray3.2 and print the response',
  usage: 'REQUEST.json -o OUT [--engine local|runware] [--input video=FILE]',
  options: {
    out: { type: 'string', short: 'o', help: 'FILE  the video to write' },
    engine: {
      type: 'string',
      help: 'NAME  local (free, offline; the default) or runware (Ray3.2, paid)',
    },
    input: {
      type: 'string',
      multiple: true,
      help: 'NAME=FILE  the local file behind video, image0, image1 …',
    },
    'max-cost': {
      type: 'string',
      help: 'USD  the most a paid request may cost; needed for runware',
    },
  },
  async run([file, ...more], options, { io, output, pieces }) {
    const out = text(options, 'out')
    if (file === undefined || more.length > 0 || out === undefined) {
      throw usageError(
        'generate needs one request and an output: keyreel generate REQUEST.json -o OUT',
      )
    }
    const engineName = engineOf(text(options, 'engine') ?? 'local')
    const engine = await pieces.engine(engineName)
    const read = await readRequestFile(file, texts(options, 'input'), pieces.media, io.signal)
    for (const { field, message } of requireSendable(read)) output.note(`${field}: ${message}`)
    if (!engine.isFree) requireMoney(read, text(options, 'max-cost'))
    const job = engine.isFree ? undefined : await openJobFile(resolve(out), read.request.taskUUID)
    const workDir = await mkdtemp(join(tmpdir(), 'keyreel-generate-'))
    try {
      const outcome = await engine.run(
        {
          ...{ request: read.request, inputs: read.inputs, workDir },
          ...(job?.resume && { resume: job.resume }),
        },
        {
          signal: io.signal,
          onProgress: (fraction, note) => output.progress(fraction, note),
          checkpoint: async (state) => job?.write(state),
        },
      )
      const files = await keep(outcome, resolve(out))
      await job?.remove()
      output.settle()
      for (const note of outcome.notes) output.note(note)
      const response = responseOf(outcome.result, resolve(out))
      const { method, notes } = outcome
      output.json({ request: read.request, response, files, engine: engineName, method, notes })
      output.print(JSON.stringify(response, null, 2))
    } catch (error) {
      output.settle()
      if (job?.wasSent()) {
        output.note(
          `The request may already be paid for. Run the same command again to fetch its result: ${job.path} keeps how far it got.`,
        )
      }
      throw error
    } finally {
      await rm(workDir, { recursive: true, force: true })
    }
  },
}

function engineOf(name: string): EngineName {
  const known = ENGINE_NAMES.find((each) => each === name)
  if (known) return known
  throw usageError(`There is no engine "${name}". Choose one of ${ENGINE_NAMES.join(', ')}.`)
}

/** No money is spent without a figure that a person named. @throws CommandFailed */
function requireMoney({ request, facts }: RequestFile, given: string | undefined): void {
  const { amount, basis } = quote(request, facts)
  if (given === undefined) {
    throw usageError(
      `This request would cost about ${formatUsd(amount)} (${basis}). Name the most you will pay with --max-cost USD; nothing was sent.`,
    )
  }
  const limit = /^\d+(\.\d+)?$/.test(given) ? moneyFromDollars(Number(given)) : undefined
  if (limit === undefined) {
    throw usageError(`"${given}" is not an amount. Give dollars, e.g. --max-cost 1.50.`)
  }
  if (amount > limit) {
    throw new CommandFailed(
      `This request may cost ${formatUsd(amount)} (${basis}), more than the ${formatUsd(limit)} of --max-cost; nothing was sent.`,
      EXIT.refused,
    )
  }
}

/** The video under the name asked for; further files beside it. */
async function keep(outcome: EngineOutcome, out: string): Promise<string[]> {
  await writeAtomically(out, (temporary) => copyFile(outcome.video, temporary))
  const stem = basename(out, extname(out))
  const extras: string[] = []
  for (const extra of outcome.extras) {
    const place = join(dirname(out), `${stem}.${basename(extra)}`)
    await writeAtomically(place, (temporary) => copyFile(extra, temporary))
    extras.push(place)
  }
  return [out, ...extras]
}

/** A URL into the working folder, which is gone now, becomes that of the kept file. */
const responseOf = (result: VideoInferenceResult, out: string): VideoInferenceResult =>
  result.videoURL.startsWith('file:') ? { ...result, videoURL: pathToFileURL(out).href } : result
