import { copyFile } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { videoInferenceResultSchema } from '../../shared/generation/request.ts'
import type { Job } from '../../shared/jobs/job.ts'
import type { JobId } from '../../shared/model/ids.ts'
import type { Take } from '../../shared/model/take.ts'
import { inEnglish } from '../../shared/words/english.ts'
import type { Services } from '../compose.ts'
import type { EngineName } from '../engines/GenerationEngine.ts'
import { writeAtomically } from '../files/atomicOutput.ts'
import { parseAmount } from './amounts.ts'
import { type Command, text, texts } from './Command.ts'
import { usageError } from './exitCodes.ts'
import { KEY_OPTION } from './givenKey.ts'
import { findProject } from './projectStore.ts'
import { readRequestFile, requireSendable } from './requestFile.ts'
import { type Asked, takeFor } from './takeFor.ts'
import { withServices } from './withServices.ts'

export const ENGINE_NAMES = ['local', 'runware'] as const satisfies readonly EngineName[]

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
    project: {
      type: 'string',
      help: 'P  the project that gets the shot and its take; default "Command line"',
    },
    ...KEY_OPTION,
    'delete-uploads': {
      type: 'boolean',
      help: 'delete what this request uploaded to Runware once its take is here',
    },
    again: {
      type: 'boolean',
      help: 'make another take although one of exactly the same is there',
    },
  },
  async run([file, ...more], options, context) {
    const out = text(options, 'out')
    if (file === undefined || more.length > 0 || out === undefined) {
      throw usageError(
        'generate needs one request and an output: keyreel generate REQUEST.json -o OUT',
      )
    }
    const engine = engineOf(text(options, 'engine') ?? 'local')
    const maxCost = text(options, 'max-cost')
    const asked: Asked = {
      ...{ engine, isAgain: options.again === true },
      maxCost: maxCost === undefined ? undefined : parseAmount(maxCost, '--max-cost'),
    }
    const { io, output } = context
    let watched: readonly JobId[] = []
    const onJob = ({ id, state }: Job): void => {
      if (!watched.includes(id)) return
      if (state.status === 'running') output.progress(state.progress, inEnglish(state.note))
      if (state.status === 'queued' && state.retry) output.note(inEnglish(state.retry.message))
    }
    await withServices(
      context,
      async (services) => {
        const given = texts(options, 'input')
        const read = await readRequestFile(file, given, services, io.signal)
        for (const { field, said } of requireSendable(read)) {
          output.note(`${field}: ${inEnglish(said)}`)
        }
        const word = text(options, 'project')
        const known = word === undefined ? undefined : findProject(services.store, word).id
        const found = await takeFor(services, read, asked, known, context, (id) => {
          watched = [id, ...(services.store.jobs.find(id)?.needs ?? [])]
        }).finally(() => {
          if (options['delete-uploads'] === true) services.uploadKeeper.leaveOf(watched)
        })
        const place = resolve(out)
        const files = await keep(services, found.take, place)
        const response = responseOf(found.take, place)
        const { engine, method, notes } = found.take
        for (const note of [...found.notes, ...notes]) output.note(inEnglish(note))
        output.json({
          request: read.request,
          response,
          files,
          engine,
          method,
          notes,
          cost: found.cost,
        })
        output.print(JSON.stringify(response, null, 2))
      },
      { onJob },
    )
  },
}

function engineOf(name: string): EngineName {
  const known = ENGINE_NAMES.find((each) => each === name)
  if (known) return known
  throw usageError(`There is no engine "${name}". Choose one of ${ENGINE_NAMES.join(', ')}.`)
}

/** The video under the name asked for; further files beside it. */
async function keep({ media, files }: Services, take: Take, out: string): Promise<string[]> {
  const video = media.pathOf(take.asset.mediaKey)
  await writeAtomically(out, (temporary) => copyFile(video, temporary))
  const stem = basename(out, extname(out))
  const extras: string[] = []
  for (const { name, hash, extension } of take.files ?? []) {
    const place = join(dirname(out), `${stem}.${name}`)
    await writeAtomically(place, (temporary) => copyFile(files.pathOf(hash, extension), temporary))
    extras.push(place)
  }
  return [out, ...extras]
}

/** The response document. A URL into the library's own folders becomes that of the written file. */
function responseOf(take: Take, out: string) {
  const response = videoInferenceResultSchema.parse(take.response)
  return response.videoURL.startsWith('file:')
    ? { ...response, videoURL: pathToFileURL(out).href }
    : response
}
