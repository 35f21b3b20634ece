import { type Command, text } from './Command.ts'
import { usageError } from './exitCodes.ts'
import { withProjects } from './projectStore.ts'

export const versionName: Command = {
  name: 'version',
  summary: 'give the revision in view, or another one, a name',
  usage: 'PROJECT NAME',
  options: {
    at: { type: 'string', help: 'REVISION  an id, a version or head~3 instead of the one in view' },
    remove: { type: 'boolean', help: 'take the name away; the revision stays' },
    restore: { type: 'boolean', help: 'make the project what it was at that version' },
  },
  async run([word, name, ...more], options, context) {
    if (word === undefined || name === undefined || more.length > 0) {
      throw usageError('version takes a project and a name: keyreel version PROJECT NAME')
    }
    const at = text(options, 'at')
    await withProjects(context, ({ find, revision, versions, projects }) => {
      const { id } = find(word)
      const { output } = context
      if (options.remove === true) {
        versions.removeName(id, name)
        output.json({ removed: name })
        output.print(`The name "${name}" is gone; the revision is still there.`)
      } else if (options.restore === true) {
        const present = projects.present(id).head.revisionId
        const { head } = versions.restore(id, present, revision(id, name))
        output.json({ restored: name, head })
        output.print(`The project is as it was at "${name}"; undo takes that back.`)
      } else {
        const made = versions.name(id, name, at === undefined ? undefined : revision(id, at))
        output.json(made)
        output.print(`"${made.name}" is ${made.revisionId}.`)
      }
    })
  },
}
