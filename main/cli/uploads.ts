import { inEnglish } from '../../shared/words/english.ts'
import { DELETE_UPLOADS } from '../services/uploadKeeper.ts'
import { type Command, text } from './Command.ts'
import { usageError } from './exitCodes.ts'
import { KEY_OPTION } from './givenKey.ts'
import { withServices } from './withServices.ts'

export const uploads: Command = {
  name: 'uploads',
  summary: 'show or delete the footage and pictures that were uploaded to Runware for takes',
  usage: '[--delete] [--afterwards on|off]',
  options: {
    delete: { type: 'boolean', help: 'delete there what no unfinished take needs' },
    afterwards: {
      type: 'string',
      help: 'on|off  whether each file is deleted there once no take needs it; off at first',
    },
    ...KEY_OPTION,
  },
  async run(words, options, context) {
    if (words.length > 0) throw usageError('uploads takes options only: keyreel uploads --delete')
    const chosen = text(options, 'afterwards')
    if (chosen !== undefined && chosen !== 'on' && chosen !== 'off') {
      throw usageError(`--afterwards takes on or off, not "${chosen}".`)
    }
    const { io, output } = context
    await withServices(context, async ({ uploadKeeper, store }) => {
      if (chosen !== undefined) store.preferences.write(DELETE_UPLOADS, chosen === 'on')
      const isNow = options.delete === true || chosen === 'on'
      const message = isNow ? await uploadKeeper.deleteNow(io.signal) : null
      const counts = await uploadKeeper.counts()
      const afterwards = uploadKeeper.isWanted() ? 'on' : 'off'
      output.json({ ...counts, afterwards, ...(message ? { message } : {}) })
      if (message) output.print(inEnglish(message))
      output.print(
        `${counts.stored} uploaded, of which ${counts.needed} needed by takes that are not finished; ${counts.elsewhere} with another key. ` +
          `Deleting afterwards is ${afterwards}.`,
      )
    })
  },
}
