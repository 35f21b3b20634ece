import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { command } from '../../shared/commands/registry.ts'
import { footageOffer } from '../../shared/model/footageFormat.ts'
import type { Project } from '../../shared/model/project.ts'
import { settingsOf, timelineOf } from '../../shared/model/select.ts'
import { formatRate } from '../../shared/time/frames.ts'
import type { Rational } from '../../shared/time/rational.ts'
import { type Command, type OptionValues, text } from './Command.ts'
import { CommandFailed, EXIT, usageError } from './exitCodes.ts'
import { parseRate } from './parseRate.ts'
import { findProject } from './projectStore.ts'
import { withServices } from './withServices.ts'

export const importMedia: Command = {
  name: 'import',
  summary: 'bring media files, or all media of folders, into a project',
  usage: 'PROJECT FILE|FOLDER...',
  options: {
    rate: { type: 'string', help: 'FPS  of image sequences; absent: that of the timeline' },
    stills: { type: 'boolean', help: 'numbered pictures one by one, not as image sequences' },
    match: {
      type: 'boolean',
      help: 'give the empty timeline of a new project the rate and size of the footage',
    },
  },
  async run([word, ...places], options, context) {
    if (word === undefined || places.length === 0) {
      throw usageError('import takes a project and what to import: keyreel import PROJECT FILE...')
    }
    const { output } = context
    await withServices(context, async ({ media, projects, store }) => {
      const { id } = findProject(store, word)
      const { assets, refused } = await media.importPaths(
        places.map((place) => resolve(place)),
        { sequenceRate: rateOf(projects.read(id), options), asStills: options.stills === true },
      )
      // Looking at files takes a while, in which a window may have gone on with the project.
      const { project, head } = projects.present(id)
      const known = new Map([...project.assets.values()].map((asset) => [asset.mediaKey, asset]))
      const fresh = assets.filter(({ mediaKey }) => !known.has(mediaKey))
      const there = assets.flatMap(({ name, mediaKey }) => {
        const asset = known.get(mediaKey)
        return asset ? [{ name, as: asset.name }] : []
      })
      if (fresh.length > 0) {
        const add = command('assets.add', { assets: fresh }, randomUUID())
        projects.dispatch(id, head.revisionId, add)
      }
      const offer = options.match === true ? footageOffer(project, fresh) : undefined
      if (offer) {
        const { timeline, format } = offer
        const match = command(
          'timeline.set',
          { timelineId: timeline.id, patch: format },
          randomUUID(),
        )
        projects.dispatch(id, projects.present(id).head.revisionId, match)
      }
      const matched = offer && { ...offer.format, like: offer.asset.name }
      const imported = fresh.map((asset) => ({ id: asset.id, name: asset.name }))
      if (imported.length + there.length === 0) {
        const why = refused.map(({ message }) => message).join(' ')
        throw new CommandFailed(`Nothing was imported. ${why}`, EXIT.badInput)
      }
      output.json({
        ...{ imported, there, refused },
        ...(options.match === true && { matched: matched ?? null }),
      })
      output.print(
        [
          ...imported.map((asset) => `imported  ${asset.id}  ${asset.name}`),
          ...there.map(({ name, as }) => `there already  ${name}, as "${as}"`),
          ...refused.map(({ message }) => `refused  ${message}`),
          ...(matched
            ? [
                `matched  ${formatRate(matched.rate)} fps, ${matched.width}x${matched.height}, as "${matched.like}"`,
              ]
            : []),
          ...(options.match === true && !matched
            ? ['not matched  the timeline fits already, or work on the project has begun']
            : []),
        ].join('\n'),
      )
    })
  },
}

function rateOf(project: Project, options: OptionValues): Rational {
  const asked = text(options, 'rate')
  return asked === undefined
    ? timelineOf(project, settingsOf(project).timelineId).rate
    : parseRate(asked)
}
