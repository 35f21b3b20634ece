import { openMediaStore } from '../files/mediaStore.ts'
import type { Command } from './Command.ts'
import { usageError } from './exitCodes.ts'
import { libraryOf } from './projectStore.ts'

export const cache: Command = {
  name: 'cache',
  summary: 'delete posters, filmstrips, peaks and proxies; they are made again when needed',
  usage: '--purge',
  options: { purge: { type: 'boolean', help: 'delete all of it' } },
  async run(words, options, context) {
    if (words.length > 0 || options.purge !== true) {
      throw usageError('Say what to do with the cache: keyreel cache --purge')
    }
    const library = libraryOf(context)
    const files = await openMediaStore(library.folder)
    await files.purge()
    context.output.json({ purged: library.cache })
    context.output.print(`Emptied ${library.cache}; what is needed is made again.`)
  },
}
