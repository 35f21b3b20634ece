/** A store with one project for each film: the film alone, from the first frame of the timeline, at its own rate. */
import { randomUUID } from 'node:crypto'
import { compose } from '../../../main/compose.ts'
import { idsFrom } from '../../../shared/commands/Command.ts'
import { applyCommand, command } from '../../../shared/commands/registry.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import { newProject } from '../../../shared/model/newProject.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import { rational, ZERO } from '../../../shared/time/rational.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { SECONDS } from './footage.ts'

export interface Film {
  readonly rate: number
  readonly path: string
  readonly hasProxy: boolean
}

/** Project ids and media keys in the order of the films; the first film's project is the one that opens. */
export async function makeLibrary(
  library: string,
  films: readonly Film[],
): Promise<{ readonly projectId: string; readonly mediaKey: string }[]> {
  const services = await compose({ library, env: {} })
  const made = []
  for (const film of [...films].reverse()) {
    const { assets } = await services.media.importPaths([film.path])
    const [asset] = assets
    if (!asset) throw new Error(`${film.path} was refused`)
    if (film.hasProxy) await services.media.makeProxies([asset.mediaKey])
    const project = filmProject(film, asset)
    services.projects.add(project, { isSample: false, label: asWritten('Film') })
    const projectId = settingsOf(project).id
    services.projects.open(projectId)
    made.unshift({ projectId, mediaKey: asset.mediaKey })
  }
  await services.close()
  return made
}

function filmProject({ rate }: Film, asset: Asset) {
  const format = { rate: rational(rate), width: 1920, height: 1080 }
  const empty = newProject(`Film at ${rate}`, format, idsFrom(randomUUID()))
  const { timelineId } = settingsOf(empty)
  const known = applyCommand(empty, command('assets.add', { assets: [asset] }, randomUUID()))
  const source = { kind: 'asset', assetId: asset.id } as const
  const whole = { sourceStart: ZERO, duration: SECONDS * rate, picture: true, sound: true }
  const media = [{ source, name: asset.name, ...whole }]
  return applyCommand(
    known,
    command('clips.place', { timelineId, mode: 'append', frame: 0, media }, randomUUID()),
  )
}
