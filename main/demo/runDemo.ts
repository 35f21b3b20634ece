/**
 * The editor's whole job once, without a window: import, trim, animate, bridge with a generated shot, hand over as OTIO,
 * render what was handed over, and check the result. Every step goes the way the real product goes.
 */

import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { command } from '../../shared/commands/registry.ts'
import { type JsonObject, parseOtio } from '../../shared/interchange/otio.ts'
import { readOtio } from '../../shared/interchange/readOtio.ts'
import { writeOtio } from '../../shared/interchange/writeOtio.ts'
import type { Asset } from '../../shared/model/asset.ts'
import type { JobId, MakeId } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'
import { settingsOf } from '../../shared/model/select.ts'
import type { Take } from '../../shared/model/take.ts'
import type { PresetName } from '../../shared/render/presets.ts'
import { inEnglish } from '../../shared/words/english.ts'
import type { Said } from '../../shared/words/Said.ts'
import { say } from '../../shared/words/say.ts'
import type { Services } from '../compose.ts'
import type { ExportReport } from '../exports/verifyExport.ts'
import { writeAtomically } from '../files/atomicOutput.ts'
import { MediaError } from '../media/MediaEngine.ts'
import { buildDemoProject, type DemoProject } from './demoProject.ts'
import { BUNNY_CREDIT, bunnyFile, makeSecondClip } from './footage.ts'

export interface DemoContext {
  readonly signal: AbortSignal
  /** `fraction` of the present step, or null where it has no measure. */
  readonly onProgress: (fraction: number | null, step: Said) => void
}

export interface DemoResult {
  readonly video: string
  readonly timeline: string
  readonly report: ExportReport
  /** How the bridge was made, e.g. `RIFE bridge`, and what the engine says about it. */
  readonly bridge: { readonly method: Said; readonly notes: readonly Said[] }
  readonly credit: string
}

export interface DemoOptions {
  readonly preset?: PresetName
  /** Default 1920x1080. */
  readonly size?: { readonly width: number; readonly height: number }
}

/**
 * Writes into `folder`, which is made if need be; the project and its take stay in the library of `services`. Whatever is
 * half done in the folder is removed on failure and cancel.
 */
export async function runDemo(
  services: Services,
  folder: string,
  { signal, onProgress }: DemoContext,
  { preset = 'h264', size }: DemoOptions = {},
): Promise<DemoResult> {
  const { media, mediaEngine, projects, exports, queue, store } = services
  await mkdir(folder, { recursive: true })
  const makeId: MakeId = <T extends string>() => randomUUID() as string as T
  onProgress(null, say('progress:importingFootage'))
  const secondFile = join(folder, 'second-clip.mp4')
  await writeAtomically(secondFile, (temporary) => makeSecondClip(mediaEngine, temporary, signal))
  const bunny = await imported(media, await bunnyFile(), BUNNY_CREDIT)
  const second = await imported(media, secondFile)
  const demo = buildDemoProject(bunny, second, makeId)
  projects.add(demo.project, { isSample: false, label: say('label:newProject') })

  onProgress(null, say('progress:pinning'))
  signal.throwIfAborted()
  const take = await bridge(services, demo, signal)
  const bridgeFile = join(folder, 'bridge.mp4')
  const rendered = media.pathOf(take.asset.mediaKey)
  await writeAtomically(bridgeFile, (temporary) => copyFile(rendered, temporary))
  const fileOf = ({ mediaKey }: Asset): string =>
    mediaKey === take.asset.mediaKey ? bridgeFile : media.pathOf(mediaKey)

  const { project } = projects.present(settingsOf(demo.project).id)
  const timelineFile = join(folder, 'demo.otio')
  const written = writeOtio(project, demo.timelineId, {
    urlOf: (asset) => pathFrom(folder, fileOf(asset)),
  })
  await writeAtomically(timelineFile, (temporary) =>
    writeFile(temporary, `${JSON.stringify(written, null, 2)}\n`),
  )
  const handed = handedOver(written, project, (asset) => pathFrom(folder, fileOf(asset)), makeId)
  projects.add(handed.project, { isSample: false, label: say('label:handedOver') })

  const video = join(folder, 'demo.mp4')
  const job = exports.start({
    ...{ projectId: settingsOf(handed.project).id, timelineId: handed.timelineId, preset },
    target: (await exports.target(video)).target,
    ...(size && { size }),
  })
  await finish(queue, job, signal)
  const report = store.jobs.find(job)?.outcome as ExportReport
  return {
    ...{ video, timeline: timelineFile, report, credit: BUNNY_CREDIT },
    bridge: { method: take.method, notes: take.notes },
  }
}

async function imported(media: Services['media'], file: string, credit?: string): Promise<Asset> {
  const { assets, refused } = await media.importPaths(
    [file],
    credit === undefined ? {} : { credit },
  )
  const [asset] = assets
  if (asset) return asset
  throw new MediaError(
    refused[0]?.message ?? say('media:cannotImport', { name: basename(file) }),
    'failed',
  )
}

/** Renders the demo's shot by its own request document, and puts the take into the cut. */
async function bridge(
  { shots, queue, projects }: Services,
  { project, shotId }: DemoProject,
  signal: AbortSignal,
): Promise<Take> {
  const { id } = settingsOf(project)
  await finish(queue, shots.generate(id, shotId, 'local', 0), signal)
  const [take] = shots.takes(id, shotId)
  if (!take) throw new Error('The bridge is done and has no take')
  const accept = command('take.accept', { shotId, take }, randomUUID())
  projects.dispatch(id, projects.present(id).head.revisionId, accept)
  return take
}

/** @throws the signal's reason, with the job cancelled; MediaError with the job's own sentence. */
async function finish(queue: Services['queue'], id: JobId, signal: AbortSignal): Promise<void> {
  try {
    const state = await queue.finish(id, signal)
    if (state.status === 'failed') throw new MediaError(state.message, 'failed')
  } catch (error) {
    if (signal.aborted) {
      queue.cancel(id)
      await queue.ended(id)
    }
    throw error
  }
}

/** The edit as another program would get it: read back from the file just written. */
function handedOver(
  written: JsonObject,
  project: Project,
  urlOf: (asset: Asset) => string,
  makeId: MakeId,
): ReturnType<typeof readOtio> {
  const takes = project.takes.values().map((take) => take.asset)
  const assets = [...project.assets.values(), ...takes]
  return readOtio(parseOtio(JSON.stringify(written)), {
    makeId,
    words: inEnglish,
    assetFor: (url) => assets.find((asset) => urlOf(asset) === url),
  })
}

/** Relative, so that the folder can be moved; forward slashes, as URLs have them. */
const pathFrom = (folder: string, file: string): string =>
  relative(folder, file).replaceAll('\\', '/')
