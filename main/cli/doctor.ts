import { inEnglish } from '../../shared/words/english.ts'
import { openStore } from '../database/store.ts'
import { examine } from '../doctor/examine.ts'
import { formatReport } from '../doctor/report.ts'
import { examineTools } from '../media/ffmpeg/examineTools.ts'
import type { Command } from './Command.ts'
import { CommandFailed, EXIT } from './exitCodes.ts'
import { libraryOf } from './projectStore.ts'

export const doctor: Command = {
  name: 'doctor',
  summary:
    'say what of ffmpeg, engines and libraries was found, and what a missing one would enable',
  usage: '',
  options: {},
  async run(_words, _options, context) {
    const { output } = context
    const { folder, database } = libraryOf(context)
    // Composes nothing: it must be able to speak of a store that cannot be opened.
    const ask = (): { integrity: string; projects: number } => {
      const store = openStore(database)
      try {
        return { integrity: store.integrity(), projects: store.projects.list().length }
      } finally {
        store.close()
      }
    }
    const report = await examine({
      findMediaTools: examineTools,
      library: { folder, database, ask },
    })
    output.json(report)
    output.print(formatReport(report, inEnglish))
    if (!report.canWork) {
      throw new CommandFailed(
        'Something that everything stands on is missing; see above for how to get it.',
        EXIT.toolMissing,
      )
    }
  },
}
