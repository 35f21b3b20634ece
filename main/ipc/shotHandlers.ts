import { randomUUID } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { applyCommand, command } from '../../shared/commands/registry.ts'
import { type FailureKind, GenerationError } from '../../shared/generation/failure.ts'
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

/** Milliseconds; the engine gives up waiting for a price sooner. */
const PATIENCE = 30_000

/** Where a price is refused for one of these, so would be the task. Everything else says nothing about it. */
const FINAL: ReadonlySet<FailureKind> = new Set(['auth', 'quota', 'safety', 'validation'])

/** Bytes; a request is a few hundred. */
const LARGEST_REQUEST = 1_000_000

export const shotHandlers = (
  { shots, manyShots, spans, requests, projects }: Services,
  system: SystemPorts,
): HandlersOf<'shot'> => ({
  'shot:quote': ({ projectId, shotId, engine }) => shots.quote(projectId, shotId, engine),
  'shot:askService': async ({ projectId, shotId }) => {
    await shots.askService(projectId, shotId, AbortSignal.timeout(PATIENCE))
    return {}
  },
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
  'shot:generate': async ({ isConfirmed = false, isAnother = false, ...asked }) => {
    const { projectId, shotId, engine, quoted } = asked
    // What it asks by now counts, wherever it can be heard: another price than the one that was agreed to is refused.
    if (engine === 'runware')
      await heardPrice(() => shots.askService(projectId, shotId, AbortSignal.timeout(PATIENCE)))
    return { jobId: shots.generate(projectId, shotId, engine, quoted, { isConfirmed, isAnother }) }
  },
  'shot:generateAll': ({ projectId, shotIds, engine, quoted, isConfirmed = false }) =>
    manyShots.generate(projectId, shotIds, engine, quoted, isConfirmed),
  'shot:quoteSpans': ({ projectId, choice }) => spans.quote(projectId, choice),
  'shot:generateSpans': ({ projectId, choice, quoted, isConfirmed = false }) => ({
    jobId: spans.generate(projectId, choice, quoted, isConfirmed),
  }),
  'shot:reuse': ({ projectId, shotId, from }) => shots.reuse(projectId, shotId, from),
  'shot:takes': ({ projectId, shotId }) => ({ takes: shots.takes(projectId, shotId) }),
})

/** A service that is out of reach says no price: the table's counts, and the job waits. @throws GenerationError */
async function heardPrice(ask: () => Promise<void>): Promise<void> {
  try {
    await ask()
  } catch (error) {
    if (!(error instanceof GenerationError) || FINAL.has(error.kind)) throw error
  }
}
