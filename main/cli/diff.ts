import { inEnglish } from '../../shared/words/english.ts'
import type { Command } from './Command.ts'
import { usageError } from './exitCodes.ts'
import { withProjects } from './projectStore.ts'

export const diff: Command = {
  name: 'diff',
  summary: 'say how two revisions of a project differ',
  usage: 'PROJECT A [B]',
  options: {},
  async run([word, from, to, ...more], _options, context) {
    if (word === undefined || from === undefined || more.length > 0) {
      throw usageError('diff takes a project and two revisions: keyreel diff PROJECT A B')
    }
    await withProjects(context, ({ find, revision, versions }) => {
      const { id } = find(word)
      const sides = { from: revision(id, from), to: revision(id, to ?? 'head') }
      const { sentences, data } = versions.compare(id, sides.from, sides.to)
      context.output.json({ ...sides, sentences, data })
      context.output.print(
        sentences.length === 0 ? 'They are the same.' : sentences.map(inEnglish).join('\n'),
      )
    })
  },
}
