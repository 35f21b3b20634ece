import { resolve } from 'node:path'
import { runDemo } from '../demo/runDemo.ts'
import { type Command, text } from './Command.ts'
import { usageError } from './exitCodes.ts'

export const demo: Command = {
  name: 'demo',
  summary: 'cut, bridge and export a small edit of real footage, and check the result',
  usage: '[-o DIR]',
  options: { out: { type: 'string', short: 'o', help: 'DIR  default keyreel-demo' } },
  async run(words, options, { io, output, pieces }) {
    if (words.length > 0) throw usageError('demo takes no file: keyreel demo [-o DIR]')
    const folder = resolve(text(options, 'out') ?? 'keyreel-demo')
    const result = await runDemo(
      { media: pieces.media, engine: await pieces.engine('local') },
      folder,
      {
        signal: io.signal,
        onProgress: output.progress,
      },
    )
    output.settle()
    output.json(result)
    output.print(
      [
        `Verified: ${result.report.summary}`,
        `Bridge: ${result.bridge.method}. ${result.bridge.notes.join(' ')}`.trim(),
        `Footage: ${result.credit}`,
        `Timeline: ${result.timeline}`,
        `Video: ${result.video}`,
      ].join('\n'),
    )
  },
}
