import { inEnglish } from '../../shared/words/english.ts'
import { type Command, text } from './Command.ts'
import { usageError } from './exitCodes.ts'
import { withProjects } from './projectStore.ts'

export const history: Command = {
  name: 'history',
  summary: 'list the revisions of a project with their names; the newest first',
  usage: 'PROJECT',
  options: { limit: { type: 'string', help: 'N  show so many (default 50, 0 for all)' } },
  async run([word, ...more], options, context) {
    if (word === undefined || more.length > 0) {
      throw usageError('history takes one project: keyreel history PROJECT')
    }
    const limit = Number(text(options, 'limit') ?? '50')
    if (!Number.isInteger(limit) || limit < 0) throw usageError('--limit wants a whole number.')
    await withProjects(context, ({ find, versions }) => {
      const tree = versions.tree(find(word).id)
      const newest = [...tree.revisions].reverse()
      const shown = limit === 0 ? newest : newest.slice(0, limit)
      context.output.json({ ...tree, revisions: shown, total: newest.length })
      context.output.print(
        shown
          .map(({ id, at, label }) => {
            const marks = [
              ...(id === tree.head ? ['head'] : []),
              ...(tree.branches.includes(id) ? ['end of a branch'] : []),
              ...tree.versions.flatMap(({ name, revisionId }) =>
                revisionId === id ? [`"${name}"`] : [],
              ),
            ]
            return `${id}  ${at}  ${inEnglish(label)}${marks.length ? `  (${marks.join(', ')})` : ''}`
          })
          .join('\n'),
      )
    })
  },
}
