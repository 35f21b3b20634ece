import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { inEnglish } from '../../shared/words/english.ts'
import { runDemo } from '../demo/runDemo.ts'
import { type Command, text } from './Command.ts'
import { usageError } from './exitCodes.ts'
import { withServices } from './withServices.ts'

export const demo: Command = {
  name: 'demo',
  summary: 'cut, bridge and export a small edit of real footage, and check the result',
  usage: '[-o DIR]',
  options: { out: { type: 'string', short: 'o', help: 'DIR  default keyreel-demo' } },
  async run(words, options, context) {
    if (words.length > 0) throw usageError('demo takes no file: keyreel demo [-o DIR]')
    const { io, output } = context
    const folder = resolve(text(options, 'out') ?? 'keyreel-demo')
    await mkdir(folder, { recursive: true })
    // Where nobody named a library the demo has one of its own, so that it leaves nothing among a person's projects.
    const own =
      context.library === undefined ? await mkdtemp(join(folder, '.keyreel-demo-')) : undefined
    try {
      const result = await withServices(
        context,
        (services) =>
          runDemo(services, folder, {
            signal: io.signal,
            onProgress: (fraction, step) => output.progress(fraction, inEnglish(step)),
          }),
        {
          ...(own === undefined ? {} : { library: own }),
          onJob: ({ kind, title, state }) => {
            const isStep = kind === 'generate' || kind === 'export'
            if (!isStep || state.status !== 'running') return
            output.progress(state.progress, `${inEnglish(title)}: ${inEnglish(state.note)}`)
          },
        },
      )
      output.settle()
      output.json(result)
      output.print(
        [
          `Verified: ${inEnglish(result.report.summary)}`,
          `Bridge: ${inEnglish(result.bridge.method)}. ${result.bridge.notes.map(inEnglish).join(' ')}`.trim(),
          `Footage: ${result.credit}`,
          `Timeline: ${result.timeline}`,
          `Video: ${result.video}`,
        ].join('\n'),
      )
    } finally {
      if (own !== undefined) await rm(own, { recursive: true, force: true })
    }
  },
}
