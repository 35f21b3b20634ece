/**
 * The editor's whole job once, without a window: import, trim, animate, bridge with a generated shot, hand over as OTIO,
 * render what was handed over, and check the result. Every step goes the way the real product goes.
 */
import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { type JsonObject, parseOtio } from '../../shared/interchange/otio.ts'
import { readOtio } from '../../shared/interchange/readOtio.ts'
import { writeOtio } from '../../shared/interchange/writeOtio.ts'
import type { Asset } from '../../shared/model/asset.ts'
import type { AssetId, MakeId, TakeId } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'
import { Records } from '../../shared/model/records.ts'
import { shotOf, timelineOf } from '../../shared/model/select.ts'
import type { Take } from '../../shared/model/take.ts'
import type { PresetName } from '../../shared/render/presets.ts'
import type { GenerationEngine } from '../engines/GenerationEngine.ts'
import { renderTimeline } from '../exports/renderTimeline.ts'
import type { ExportReport } from '../exports/verifyExport.ts'
import { writeAtomically } from '../files/atomicOutput.ts'
import { makeInputs } from '../jobs/runners/shotInputs.ts'
import type { MediaEngine } from '../media/MediaEngine.ts'
import { requestOf } from '../services/shotRequest.ts'
import { buildDemoProject, type DemoProject } from './demoProject.ts'
import { BUNNY_CREDIT, bunnyFile, makeSecondClip } from './footage.ts'

export interface DemoPorts {
  readonly media: MediaEngine
  /** Free and offline. */
  readonly engine: GenerationEngine
}

export interface DemoContext {
  readonly signal: AbortSignal
  /** `fraction` of the present step, or null where it has no measure. */
  readonly onProgress: (fraction: number | null, step: string) => void
}

export interface DemoResult {
  readonly video: string
  readonly timeline: string
  readonly report: ExportReport
  /** How the bridge was made, e.g. `RIFE bridge`, and what the engine says about it. */
  readonly bridge: { readonly method: string; readonly notes: readonly string[] }
  readonly credit: string
}

export interface DemoOptions {
  readonly preset?: PresetName
  /** Default 1920x1080. */
  readonly size?: { readonly width: number; readonly height: number }
}

/** Writes into `folder`, which is made if need be. Whatever is half done is removed on failure and cancel. */
export async function runDemo(
  { media, engine }: DemoPorts,
  folder: string,
  { signal, onProgress }: DemoContext,
  { preset = 'h264', size }: DemoOptions = {},
): Promise<DemoResult> {
  await mkdir(folder, { recursive: true })
  const workDir = await mkdtemp(join(folder, '.keyreel-demo-'))
  try {
    const makeId: MakeId = <T extends string>() => randomUUID() as string as T
    onProgress(null, 'Importing Big Buck Bunny and making a second clip')
    const secondFile = join(folder, 'second-clip.mp4')
    await writeAtomically(secondFile, (temporary) => makeSecondClip(media, temporary, signal))
    const bunny = await imported(media, await bunnyFile(), 'bunny', signal)
    const second = await imported(media, secondFile, 'second', signal)
    const files = new Map([bunny, second].map(({ asset, file }) => [asset.mediaKey, file]))
    const demo = buildDemoProject({ ...bunny.asset, credit: BUNNY_CREDIT }, second.asset, makeId)

    const bridgeFile = join(folder, 'bridge.mp4')
    const take = await bridge({ media, engine }, demo, files, bridgeFile, workDir, {
      signal,
      onProgress,
    })
    files.set(take.asset.mediaKey, bridgeFile)
    const project = accepted(demo, take)

    const timelineFile = join(folder, 'demo.otio')
    const written = writeOtio(project, demo.timelineId, {
      urlOf: (asset) => pathFrom(folder, files.get(asset.mediaKey) ?? ''),
    })
    await writeAtomically(timelineFile, (temporary) =>
      writeFile(temporary, `${JSON.stringify(written, null, 2)}\n`),
    )
    const handed = handedOver(written, project, files, folder, makeId)
    const video = join(folder, 'demo.mp4')
    const report = await renderTimeline(
      media,
      {
        project: handed.project,
        timeline: timelineOf(handed.project, handed.timelineId),
        ...{ preset, out: video, workDir },
        ...(size && { plan: { size } }),
        fileOf: (asset) => files.get(asset.mediaKey) ?? '',
      },
      {
        signal,
        onProgress: (frame, frames, phase) =>
          onProgress(
            frame / frames,
            `${phase === 'render' ? 'Rendering' : 'Checking'}: frame ${frame} of ${frames}`,
          ),
      },
    )
    return {
      ...{ video, timeline: timelineFile, report, credit: BUNNY_CREDIT },
      bridge: { method: take.method, notes: take.notes },
    }
  } finally {
    await rm(workDir, { recursive: true, force: true })
  }
}

async function imported(
  media: MediaEngine,
  file: string,
  id: string,
  signal: AbortSignal,
): Promise<{ asset: Asset; file: string }> {
  const info = await media.probe(file, signal)
  return {
    file,
    asset: { id: id as AssetId, name: basename(file), mediaKey: id, origin: 'footage', info },
  }
}

/** Renders the demo's shot by its own request document, and keeps the result as a take. */
async function bridge(
  { media, engine }: DemoPorts,
  { project, shotId }: DemoProject,
  files: ReadonlyMap<string, string>,
  out: string,
  workDir: string,
  { signal, onProgress }: DemoContext,
): Promise<Take> {
  const shot = shotOf(project, shotId)
  const submittedAt = new Date().toISOString()
  const { request, inputs } = requestOf(project, shot, randomUUID())
  onProgress(null, 'Pinning two real frames')
  const local = await makeInputs(
    { engine: media, pathOf: (key) => files.get(key) ?? '' },
    inputs,
    join(workDir, 'inputs'),
    signal,
  )
  const engineDir = join(workDir, 'engine')
  await mkdir(engineDir)
  const outcome = await engine.run(
    { request, inputs: local, workDir: engineDir },
    {
      signal,
      onProgress: (fraction, note) => onProgress(fraction, `Bridging: ${note}`),
      // Nothing is paid and nothing outlives this run.
      checkpoint: () => Promise.resolve(),
    },
  )
  await writeAtomically(out, (temporary) => copyFile(outcome.video, temporary))
  return {
    ...{ id: randomUUID() as TakeId, shotId, number: 1, engine: engine.name, cost: 0, recipe: '' },
    ...{ method: outcome.method, notes: [...outcome.notes] },
    asset: {
      ...{ id: 'bridge' as AssetId, name: basename(out), mediaKey: 'bridge', origin: 'generated' },
      info: await media.probe(out, signal),
    },
    request: outcome.wire,
    response: outcome.result,
    submittedAt,
    finishedAt: new Date().toISOString(),
  }
}

const accepted = ({ project, shotId }: DemoProject, take: Take): Project => ({
  ...project,
  takes: Records.of([take]),
  shots: project.shots.with({ ...shotOf(project, shotId), takeId: take.id }),
})

/** The edit as another program would get it: read back from the file just written. */
function handedOver(
  written: JsonObject,
  project: Project,
  files: ReadonlyMap<string, string>,
  folder: string,
  makeId: MakeId,
): ReturnType<typeof readOtio> {
  const takes = project.takes.values().map((take) => take.asset)
  const assets = [...project.assets.values(), ...takes]
  return readOtio(parseOtio(JSON.stringify(written)), {
    makeId,
    assetFor: (url) =>
      assets.find((asset) => pathFrom(folder, files.get(asset.mediaKey) ?? '') === url),
  })
}

/** Relative, so that the folder can be moved; forward slashes, as URLs have them. */
const pathFrom = (folder: string, file: string): string =>
  relative(folder, file).replaceAll('\\', '/')
