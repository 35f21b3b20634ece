import { randomUUID } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { applyCommand, command } from '../../shared/commands/registry.ts'
import { record } from '../../shared/model/select.ts'
import { say } from '../../shared/words/say.ts'
import type { Services } from '../compose.ts'
import { writeAtomically } from '../files/atomicOutput.ts'
import { ServiceError } from '../services/ServiceError.ts'
import type { HandlersOf } from './Handler.ts'
import type { SaveTarget, SystemPorts } from './SystemPorts.ts'

const REQUEST: SaveTarget = {
  title: say('dialog:saveRequest'),
  name: say('dialog:request'),
  extension: 'json',
}

/** Bytes; a request is a few hundred. */
const LARGEST_REQUEST = 1_000_000

export const shotHandlers = (
  { shots, manyShots, spans, requests, projects }: Services,
  system: SystemPorts,
): HandlersOf<'shot'> => ({
  'shot:quote': ({ projectId, shotId, engine }) => shots.quote(projectId, shotId, engine),
  'shot:compose': ({ projectId, itemId, shot, pins, engine }) => {
    const made = command('shot.fromClip', { itemId, shot, pins }, randomUUID())
    const project = applyCommand(projects.read(projectId), made)
    return shots.quoteOf(projectId, project, record(project, 'shots', shot.id), engine)
  },
  'shot:composeAll': ({ projectId, planned, engine }) => {
    const before = projects.read(projectId)
    const made = planned.map(({ itemId, shot, pins }) => {
      const change = command('shot.fromClip', { itemId, shot, pins }, randomUUID())
      const project = applyCommand(before, change)
      return { itemId, project, shot: record(project, 'shots', shot.id) }
    })
    return manyShots.quote(projectId, made, engine)
  },
  'shot:fromRequest': async ({ projectId, text, name }) => {
    const { shot, pins, assets, notes } = await requests.read(projectId, text, name)
    return { shot, pins: [...pins], assets: [...assets], notes: [...notes] }
  },
  'shot:saveRequest': async ({ name, text }) => {
    const path = await system.chooseTarget(name, REQUEST)
    if (path === undefined) return null
    await writeAtomically(path, (temporary) => writeFile(temporary, text))
    return { name: basename(path) }
  },
  'shot:openRequest': async () => {
    const path = await system.chooseRequest()
    if (path === undefined) return null
    if ((await stat(path)).size > LARGEST_REQUEST) {
      throw new ServiceError('badInput', say('request:noRequest'))
    }
    return { name: basename(path, extname(path)), text: await readFile(path, 'utf8') }
  },
  'shot:generate': ({ isConfirmed = false, isAnother = false, ...asked }) => ({
    jobId: shots.generate(asked.projectId, asked.shotId, asked.engine, asked.quoted, {
      ...{ isConfirmed, isAnother },
    }),
  }),
  'shot:generateAll': ({ projectId, shotIds, engine, quoted, isConfirmed = false }) =>
    manyShots.generate(projectId, shotIds, engine, quoted, isConfirmed),
  'shot:quoteSpans': ({ projectId, choice }) => spans.quote(projectId, choice),
  'shot:generateSpans': ({ projectId, choice, quoted, isConfirmed = false }) => ({
    jobId: spans.generate(projectId, choice, quoted, isConfirmed),
  }),
  'shot:reuse': ({ projectId, shotId, from }) => shots.reuse(projectId, shotId, from),
  'shot:takes': ({ projectId, shotId }) => ({ takes: shots.takes(projectId, shotId) }),
})
