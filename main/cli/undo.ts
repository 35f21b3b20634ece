import { inEnglish } from '../../shared/words/english.ts'
import type { Command } from './Command.ts'
import { usageError } from './exitCodes.ts'
import { withProjects } from './projectStore.ts'

const stepping = (name: 'undo' | 'redo', summary: string): Command => ({
  name,
  summary,
  usage: 'PROJECT',
  options: {},
  async run([word, ...more], _options, context) {
    if (word === undefined || more.length > 0) {
      throw usageError(`${name} takes one project: keyreel ${name} PROJECT`)
    }
    await withProjects(context, ({ find, projects }) => {
      const { id } = find(word)
      const { revisionId, undoLabel, redoLabel } = projects.present(id).head
      const { head } = projects[name](id, revisionId)
      const label = name === 'undo' ? undoLabel : redoLabel
      context.output.json({ label, head })
      context.output.print(
        `${name === 'undo' ? 'Undone' : 'Redone'}: ${label ? inEnglish(label) : ''}`,
      )
    })
  },
})

export const undo = stepping('undo', 'take back the last step of a project')
export const redo = stepping('redo', 'bring back the step that was taken back last')
