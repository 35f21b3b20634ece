import { resolve } from 'node:path'
import type { JobId } from '../../shared/model/ids.ts'
import { inEnglish } from '../../shared/words/english.ts'
import type { Services } from '../compose.ts'
import type { Command, CommandContext } from './Command.ts'
import { CommandFailed, EXIT, usageError } from './exitCodes.ts'
import { isFile } from './isFile.ts'
import { findProject } from './projectStore.ts'
import { withServices } from './withServices.ts'

/** As many as the window does at a time. */
const AT_ONCE = 2

interface Medium {
  readonly mediaKey: string
  readonly name: string
}

export const prepare: Command = {
  name: 'prepare',
  summary: 'make posters, filmstrips, sound pictures and proxies, and wait until they are there',
  usage: 'PROJECT|FILE|FOLDER...',
  options: { proxies: { type: 'boolean', help: 'proxies also of media that do not need them' } },
  async run(words, { proxies }, context) {
    if (words.length === 0) {
      throw usageError('prepare takes a project or files: keyreel prepare PROJECT')
    }
    const { output } = context
    await withServices(
      context,
      async (services) => {
        const { media } = services
        const all = await meant(services, words)
        const keys = all.map(({ mediaKey }) => mediaKey)
        // What was lost from the cache is queued again by being asked for.
        const before = await media.status(keys)
        if (proxies === true) await media.makeProxies(keys)
        const troubles = await finishAll(services, keys, context)
        output.settle()
        const after = await media.status(keys)
        const offline = all.filter((_, index) => before[index]?.online === false)
        output.json({
          media: after.map((status, index) => ({ ...all[index], ...status })),
          troubles,
        })
        output.print(
          [
            ...all.map(({ name }, index) => `${name}  ${lineOf(after[index])}`),
            ...offline.map(({ name }) => `missing  ${name}`),
            ...troubles,
          ].join('\n'),
        )
        if (offline.length > 0) {
          const what = offline.map(({ name }) => name).join(', ')
          throw new CommandFailed(`Not there: ${what}. keyreel relink finds it.`, EXIT.missingMedia)
        }
        if (troubles.length > 0) throw new CommandFailed('Not all could be prepared.', EXIT.failure)
      },
      {
        onJob: ({ kind, state, title }) => {
          if (kind === 'prepare' && state.status === 'running') {
            output.progress(state.progress, inEnglish(title))
          }
        },
      },
    )
  },
}

/** The media of a project, or of files and folders; each once. @throws CommandFailed */
async function meant(services: Services, words: readonly string[]): Promise<Medium[]> {
  const { store, projects, media } = services
  const [word = '', ...more] = words
  const isProject =
    more.length === 0 &&
    !(await isFile(resolve(word))) &&
    store.projects.list().some(({ id, name }) => id === word || name === word)
  if (isProject) {
    const { assets } = projects.read(findProject(store, word).id)
    const each = new Map(assets.values().map((asset) => [asset.mediaKey, asset])).values()
    return [...each].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  }
  const { assets, refused } = await media.importPaths(words.map((each) => resolve(each)))
  const [first] = refused
  if (first) throw new CommandFailed(inEnglish(first.message), EXIT.badInput)
  return assets
}

/** Sees every open preparation of these media through; answers what went wrong. */
async function finishAll(
  { store, queue }: Services,
  keys: readonly string[],
  { io }: CommandContext,
): Promise<string[]> {
  const open = keys.flatMap((key) => store.jobs.openAbout('prepare', key))
  const waiting: JobId[] = open.sort((a, b) => b.priority - a.priority).map(({ id }) => id)
  const troubles: string[] = []
  const work = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const state = await queue.finish(id, io.signal)
      if (state.status === 'failed') troubles.push(inEnglish(state.message))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return troubles
}

const lineOf = (status: Awaited<ReturnType<Services['media']['status']>>[number] | undefined) =>
  status === undefined
    ? ''
    : (['poster', 'filmstrip', 'peaks', 'proxy'] as const)
        .filter((what) => status[what] !== 'none')
        .map((what) => `${what} ${status[what]}`)
        .join(', ')
