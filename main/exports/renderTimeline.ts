/** From a timeline to a finished, verified file that appears under its name only when it is whole. */

import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
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
import { geometryOf } from '../../shared/render/planGeometry.ts'
import { type PlanOptions, planRender } from '../../shared/render/planRender.ts'
import { PRESETS, type Preset, type PresetName } from '../../shared/render/presets.ts'
import type { RenderPlan } from '../../shared/render/renderPlan.ts'
import { say } from '../../shared/words/say.ts'
import { writeAtomically } from '../files/atomicOutput.ts'
import { type MediaCapabilities, type MediaEngine, MediaError } from '../media/MediaEngine.ts'
import { slateFont } from './slateFont.ts'
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
  // Slates bear their names where text can be drawn.
  const fontFile = capabilities.filters.has('drawtext') ? await slateFont() : undefined
  const context: ArgsContext = {
    fileOf: task.fileOf,
    ...(fontFile !== undefined && { fontFile }),
  }
  const running: Running = {
    engine,
    context,
    preset,
    onFrame: (frame) => onProgress?.(Math.min(frame, plan.frameCount), plan.frameCount, 'render'),
    ...(signal && { signal }),
  }
  const chunks = chunksOf(plan, task.limits)
  return writeAtomically(task.out, async (temporary) => {
    if (chunks.length === 1) await renderWhole(plan, temporary, running)
    else await renderInParts(plan, chunks, temporary, task.workDir ?? tmpdir(), running)
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
  readonly context: ArgsContext
  readonly preset: Preset
  readonly signal?: AbortSignal
  readonly onFrame: (frame: number) => void
}

const renderWhole = (plan: RenderPlan, out: string, running: Running): Promise<void> =>
  running.engine.run(renderArgs(plan, running.preset, out, running.context), running)

/**
 * Each part's frames travel raw through a pipe into one encoder, and each part's samples into one raw file, so that
 * parts leave no trace in the result and only the inputs of one part are open at a time.
 */
async function renderInParts(
  plan: RenderPlan,
  chunks: readonly RenderPlan[],
  out: string,
  workDir: string,
  running: Running,
): Promise<void> {
  const { engine, context, preset, signal } = running
  const cancel = signal ? { signal } : {}
  const folder = await mkdtemp(join(workDir, 'keyreel-export-'))
  try {
    const sound = join(folder, 'sound.f32')
    async function* samples(): AsyncGenerator<Uint8Array> {
      for (const chunk of chunks) yield* engine.stream(rawSoundArgs(chunk, context), cancel)
    }
    await pipeline(samples, createWriteStream(sound))
    async function* frames(): AsyncGenerator<Uint8Array> {
      for (const chunk of chunks)
        yield* engine.stream(rawPictureArgs(chunk, preset, context), cancel)
    }
    await engine.run(encodeRawArgs(plan, preset, sound, out), { ...running, stdin: frames() })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function requireParts(
  { encoders, filters, version }: MediaCapabilities,
  preset: Preset,
  plan: RenderPlan,
): void {
  const missing = preset.encoders.filter((encoder) => !encoders.has(encoder))
  if (missing.length > 0) {
    throw new MediaError(
      say('exporting:encoderMissing', { version, preset: preset.label, missing }),
      'unsupported',
    )
  }
  const moves = plan.segments.some(({ layers }) =>
    layers.some((layer) => geometryOf(layer, plan).kind === 'moving'),
  )
  if (moves && !filters.has('perspective')) {
    throw new MediaError(say('exporting:perspectiveMissing', { version }), 'unsupported')
  }
}
