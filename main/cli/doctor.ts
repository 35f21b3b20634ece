import { examine } from '../doctor/examine.ts'
import { formatReport } from '../doctor/report.ts'
import { examineTools } from '../media/ffmpeg/examineTools.ts'
import type { Command } from './Command.ts'
import { CommandFailed, EXIT } from './exitCodes.ts'

export const doctor: Command = {
  name: 'doctor',
  summary:
    'say what of ffmpeg, engines and libraries was found, and what a missing one would enable',
  usage: '',
  options: {},
  async run(_words, _options, { output }) {
    const report = await examine({ findMediaTools: examineTools })
    output.json(report)
    output.print(formatReport(report))
    if (!report.canWork) {
      throw new CommandFailed(
        'Something that everything stands on is missing; see above for how to get it.',
        EXIT.toolMissing,
      )
    }
  },
}
