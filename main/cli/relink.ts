import { resolve } from 'node:path'
import type { Command } from './Command.ts'
import { CommandFailed, EXIT, usageError } from './exitCodes.ts'
import { findProject } from './projectStore.ts'
import { withServices } from './withServices.ts'

export const relink: Command = {
  name: 'relink',
  summary: 'find moved or renamed media of a project again',
  usage: 'PROJECT FILE|FOLDER...',
  options: {},
  async run([word, ...places], _options, context) {
    if (word === undefined || places.length === 0) {
      throw usageError('relink takes a project and where to look: keyreel relink PROJECT FOLDER...')
    }
    const { output } = context
    await withServices(context, async ({ media, relink: relinking, projects, store }) => {
      const { project } = projects.present(findProject(store, word).id)
      const used = [...new Set([...project.assets.values()].map(({ mediaKey }) => mediaKey))]
      const offline = (await media.status(used)).filter(({ online }) => !online)
      const keys = offline.map(({ mediaKey }) => mediaKey)
      const { found, missing } = await relinking.find(
        keys,
        places.map((place) => resolve(place)),
      )
      if (found.length === 0 && missing.length > 0) {
        const what = missing.map(({ name }) => name).join(', ')
        throw new CommandFailed(
          `Nothing was found there; still missing: ${what}. Search another folder.`,
          EXIT.missingMedia,
        )
      }
      output.json({ found, missing })
      output.print(
        [
          ...(keys.length === 0 ? ['No media of this project is missing.'] : []),
          ...found.map(({ path }) => `found  ${path}`),
          ...missing.map(({ name, other }) =>
            other === undefined
              ? `missing  ${name}`
              : `missing  ${name} (${other} has its name, and other content)`,
          ),
        ].join('\n'),
      )
    })
  },
}
