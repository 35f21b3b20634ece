/** From a timeline to a finished, verified file that appears under its name only when it is whole. */

import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Asset } from '../../shared/model/asset.ts'
import type { Project } from '../../shared/model/project.ts'
import type { Timeline } from '../../shared/model/timeline.ts'
import { type ChunkLimits, chunksOf } from '../../shared/render/chunks.ts'
import {
  type ArgsContext,
  encodeRawArgs,
  rawPictureArgs,
  rawSoundArgs,
  renderArgs,
} from '../../shared/render/ffmpegArgs.ts'
import { filterGraph } from '../../shared/render/filterGraph.ts'
import { type PlanOptions, planRender } from '../../shared/render/planRender.ts'
import { PRESETS, type Preset, type PresetName } from '../../shared/render/presets.ts'
import type { RenderPlan } from '../../shared/render/renderPlan.ts'
import { say } from '../../shared/words/say.ts'
import { writeAtomically } from '../files/atomicOutput.ts'
import { type MediaCapabilities, type MediaEngine, MediaError } from '../media/MediaEngine.ts'
import { inFolder, writePlates } from './plates/writePlates.ts'
import { type ExportReport, verifyExport } from './verifyExport.ts'

export interface RenderTask {
  readonly project: Project
  readonly timeline: Timeline
  readonly preset: PresetName
  /** The final name. An older file of that name stays until the new one is whole. */
  readonly out: string
  /** The file behind an asset, absolute. */
  readonly fileOf: (asset: Asset) => string
  readonly plan?: PlanOptions
  readonly limits?: ChunkLimits
  /** Where the sound of a render in parts lies meanwhile; the system's temporary folder when left out. */
  readonly workDir?: string
}

export interface RenderContext {
  readonly signal?: AbortSignal
  readonly onProgress?: (frame: number, frames: number, phase: 'render' | 'verify') => void
}

/**
 * @throws PlanRefused for nothing to render, MediaError from ffmpeg, OutputError for the place of the file,
 * ExportNotAsPlanned when the result is not what was asked for; the signal's reason after a cancel.
 */
export async function renderTimeline(
  engine: MediaEngine,
  task: RenderTask,
  { signal, onProgress }: RenderContext = {},
): Promise<ExportReport> {
  const preset = PRESETS[task.preset]
  const plan = planRender(task.project, task.timeline, task.plan)
  const capabilities = await engine.capabilities()
  requireParts(capabilities, preset, plan)
  const running: Running = {
    engine,
    ...{ fileOf: task.fileOf, workDir: task.workDir ?? tmpdir() },
    preset,
    onFrame: (frame) => onProgress?.(Math.min(frame, plan.frameCount), plan.frameCount, 'render'),
    ...(signal && { signal }),
  }
  const chunks = chunksOf(plan, task.limits)
  return writeAtomically(task.out, async (temporary) => {
    if (chunks.length === 1) await renderWhole(plan, temporary, running)
    else await renderInParts(plan, chunks, temporary, running)
    return verifyExport(
      engine,
      temporary,
      { plan, preset, name: task.out },
      running.signal,
      (frame) => onProgress?.(frame, plan.frameCount, 'verify'),
    )
  })
}

interface Running {
  readonly engine: MediaEngine
  readonly fileOf: ArgsContext['fileOf']
  readonly workDir: string
  readonly preset: Preset
  readonly signal?: AbortSignal
  readonly onFrame: (frame: number) => void
}

const renderWhole = (plan: RenderPlan, out: string, running: Running): Promise<void> =>
  inFolder(running.workDir, async (folder) => {
    const { engine, preset, fileOf, signal } = running
    const run = renderArgs(plan, preset, out, { fileOf, folder })
    await writePlates(run, folder, signal)
    await engine.run(run.args, running)
  })

/**
 * Each part's frames travel raw through a pipe into one encoder, and each part's samples into one raw file, so that
 * parts leave no trace in the result and only the inputs and plates of one part are there at a time.
 */
const renderInParts = (
  plan: RenderPlan,
  chunks: readonly RenderPlan[],
  out: string,
  running: Running,
): Promise<void> =>
  inFolder(running.workDir, async (folder) => {
    const { engine, fileOf, preset, signal } = running
    const cancel = signal ? { signal } : {}
    const sound = join(folder, 'sound.f32')
    async function* samples(): AsyncGenerator<Uint8Array> {
      for (const chunk of chunks) {
        yield* engine.stream(rawSoundArgs(chunk, { fileOf, folder }).args, cancel)
      }
    }
    await pipeline(samples, createWriteStream(sound))
    async function* frames(): AsyncGenerator<Uint8Array> {
      for (const [index, chunk] of chunks.entries()) {
        const plates = join(folder, `${index}`)
        const run = rawPictureArgs(chunk, preset, { fileOf, folder: plates })
        await mkdir(plates)
        await writePlates(run, plates, signal)
        yield* engine.stream(run.args, cancel)
        await rm(plates, { recursive: true })
      }
    }
    await engine.run(encodeRawArgs(plan, preset, sound, out), { ...running, stdin: frames() })
  })

/** @throws MediaError that names what the installed ffmpeg cannot do. */
function requireParts(
  { encoders, filters, version }: MediaCapabilities,
  preset: Preset,
  plan: RenderPlan,
): void {
  const lacking = preset.encoders.filter((encoder) => !encoders.has(encoder))
  if (lacking.length > 0) {
    throw new MediaError(
      say('exporting:encoderMissing', { version, preset: preset.label, missing: lacking }),
      'unsupported',
    )
  }
  const options = { pixelFormat: preset.pixelFormat, sound: true, folder: '' }
  const missing = [...filterGraph(plan, options).filters].filter((name) => !filters.has(name))
  if (missing.length > 0) {
    throw new MediaError(say('exporting:filtersMissing', { version, missing }), 'unsupported')
  }
}
