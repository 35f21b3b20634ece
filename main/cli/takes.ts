import { randomUUID } from 'node:crypto'
import { copyFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { command } from '../../shared/commands/registry.ts'
import { formatUsd } from '../../shared/generation/pricing.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'
import { isStale } from '../../shared/model/recipe.ts'
import type { Shot } from '../../shared/model/shot.ts'
import type { Take } from '../../shared/model/take.ts'
import { inEnglish } from '../../shared/words/english.ts'
import type { Services } from '../compose.ts'
import { writeAtomically } from '../files/atomicOutput.ts'
import { type Command, text } from './Command.ts'
import { CommandFailed, EXIT, usageError } from './exitCodes.ts'
import { findProject } from './projectStore.ts'
import { withServices } from './withServices.ts'

/** A take with how it stands to its shot. */
interface Standing {
  readonly take: Take
  /** Undefined where the shot is not in the project any more. */
  readonly shot: Shot | undefined
  readonly isInCut: boolean
  /** The shot asks for something else now. */
  readonly isStale: boolean
}

export const takes: Command = {
  name: 'takes',
  summary: 'show the takes of a project, write one to a file, or accept one into the cut',
  usage: 'P [SHOT [NUMBER [-o FILE | --accept]]]',
  options: {
    out: { type: 'string', short: 'o', help: 'FILE  copy the take there' },
    accept: { type: 'boolean', help: 'put the take into the cut; undo takes it back' },
  },
  async run([word, shotWord, numberWord, ...more], options, context) {
    const out = text(options, 'out')
    const wantsOne = out !== undefined || options.accept === true
    if (word === undefined || more.length > 0 || (wantsOne && numberWord === undefined)) {
      throw usageError(
        'takes needs a project, and to write or accept one also a shot and a number: keyreel takes P SHOT 2 -o OUT.mp4',
      )
    }
    const { output } = context
    await withServices(context, async (services) => {
      const { id } = findProject(services.store, word)
      const found = standings(services, id)
        .filter(({ take, shot }) => shotWord === undefined || isShot(take, shot, shotWord))
        .filter(({ take }) => numberWord === undefined || String(take.number) === numberWord)
      const [one, ...others] = found
      if (wantsOne || numberWord !== undefined) {
        if (!one || others.length > 0) {
          const why = one ? `${found.length} takes fit; name the shot by its id` : 'there is none'
          throw new CommandFailed(
            `No take was chosen: ${why}. keyreel takes ${word} shows them.`,
            EXIT.badInput,
          )
        }
        if (out !== undefined) await write(services, one.take, resolve(out))
        if (options.accept === true) accept(services, id, one.take)
      }
      const rows = options.accept === true && one ? [{ ...one, isInCut: true }] : found
      output.json({
        takes: rows.map(({ take, isInCut, isStale }) => ({ ...take, isInCut, isStale })),
      })
      output.print(rows.length === 0 ? 'There are no takes.' : rows.map(lineOf).join('\n'))
    })
  },
}

const isShot = (take: Take, shot: Shot | undefined, word: string): boolean =>
  take.shotId === word || shot?.name === word

function standings({ store, projects }: Services, id: ProjectId): Standing[] {
  const project = projects.read(id)
  return store.takes.ofProject(id).map((take) => {
    const shot = project.shots.get(take.shotId)
    const isInCut = shot?.takeId === take.id
    return { take, shot, isInCut, isStale: shot !== undefined && stale(project, take) }
  })
}

const stale = (project: Project, take: Take): boolean => isStale(project, take)

function lineOf({ take, shot, isInCut, isStale }: Standing): string {
  const marks = [isInCut ? 'in the cut' : '', isStale ? 'stale' : ''].filter(Boolean).join(', ')
  return [
    take.shotId,
    shot?.name ?? '(gone)',
    `take ${take.number}`,
    `${take.engine}: ${inEnglish(take.method)}`,
    formatUsd(take.cost),
    take.finishedAt,
    ...(marks === '' ? [] : [marks]),
  ].join('  ')
}

async function write({ media }: Services, take: Take, out: string): Promise<void> {
  const video = media.pathOf(take.asset.mediaKey)
  await writeAtomically(out, (temporary) => copyFile(video, temporary))
}

function accept({ projects }: Services, id: ProjectId, take: Take): void {
  const { revisionId } = projects.present(id).head
  const payload = { shotId: take.shotId, take }
  projects.dispatch(id, revisionId, command('take.accept', payload, randomUUID()))
}
