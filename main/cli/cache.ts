import { LEAST_CACHE } from '../../shared/ipc/calls/cache.ts'
import type { Services } from '../compose.ts'
import { type Command, type CommandContext, text } from './Command.ts'
import { usageError } from './exitCodes.ts'
import { parseSize } from './parseSize.ts'
import { withServices } from './withServices.ts'

const megabytes = (bytes: number): string =>
  bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`

export const cache: Command = {
  name: 'cache',
  summary: 'show or delete posters, filmstrips, peaks and proxies; they are made again when needed',
  usage: '[--limit SIZE] [--purge [--to SIZE]]',
  options: {
    purge: { type: 'boolean', help: 'delete all of it, or what was not used for longest' },
    to: { type: 'string', help: 'with --purge: until no more than this is left, e.g. 5GB' },
    limit: { type: 'string', help: 'how large it may grow, e.g. 20GB, or "default"' },
  },
  async run(words, options, context) {
    if (words.length > 0) throw usageError('cache takes no words: keyreel cache --purge')
    const [to, limit] = [text(options, 'to'), text(options, 'limit')]
    if (to !== undefined && options.purge !== true) {
      throw usageError('--to says how much to leave: keyreel cache --purge --to 5GB')
    }
    const most = to === undefined ? 0 : parseSize(to)
    const chosen = limit === undefined ? undefined : limitOf(limit)
    await withServices(context, async (services) => {
      if (chosen !== undefined) await services.cacheKeeper.setLimit(chosen)
      if (options.purge === true) await purge(services, most, context)
      else await show(services, context)
    })
  },
}

function limitOf(written: string): number | null {
  if (written === 'default') return null
  const limit = parseSize(written)
  if (limit >= LEAST_CACHE) return limit
  throw usageError(`The limit is at least ${megabytes(LEAST_CACHE)}.`)
}

async function purge(
  { cacheKeeper, library }: Services,
  most: number,
  { output }: CommandContext,
): Promise<void> {
  const { count, freed, left } = await cacheKeeper.purge(most)
  output.json({ purged: library.cache, count, freed, left })
  output.print(
    `Deleted ${count} file${count === 1 ? '' : 's'}, ${megabytes(freed)}, of ${library.cache}; ` +
      `${megabytes(left)} left. What is needed is made again.`,
  )
}

async function show({ cacheKeeper, library }: Services, { output }: CommandContext): Promise<void> {
  const usage = await cacheKeeper.usage()
  const { used, limit, isDefault, parts } = usage
  output.json({ folder: library.cache, ...usage })
  output.print(
    [
      `${library.cache}: ${megabytes(used)} of ${megabytes(limit)}${isDefault ? ' (default)' : ''}`,
      ...parts.map(({ kind, count, byteSize }) => `${kind}  ${count}  ${megabytes(byteSize)}`),
    ].join('\n'),
  )
}
