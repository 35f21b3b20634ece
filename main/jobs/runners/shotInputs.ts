/** Cuts what a request needs out of the project's media: spans on the model's 24 fps grid, pins as PNG pictures. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import { divide, rational, toNumber } from '../../../shared/time/rational.ts'
import type { LocalInputs } from '../../engines/GenerationEngine.ts'
import type { MediaEngine } from '../../media/MediaEngine.ts'
import type { ShotInput } from '../../services/shotRequest.ts'

/** Longest side of a span that is sent, pixels: the model makes nothing larger. */
const SPAN_SIDE = 1920

/** Whole seconds, since every file's clock can tell those exactly; more than a picture stays on screen. */
const LEAD = 2
/** Seconds by which a picture may seem to come too late for its moment only because times were rounded. */
const ROUNDING = 0.00001

/**
 * Arguments that write `frames` pictures from `start` on, each the one on screen at its time. The sound stays
 * behind: the model ignores it, and the clip keeps its own.
 */
export function spanArguments(
  source: string,
  input: Extract<ShotInput, { kind: 'span' }>,
  out: string,
): string[] {
  const rate = toNumber(RAY_3_2.rate)
  const start = toNumber(input.start)
  // A seek drops the picture that is on screen when the span begins in the middle of it: begin earlier.
  const seek = Math.max(0, Math.ceil(start) - LEAD)
  const lead = start - seek
  const filters = [
    'settb=AVTB',
    `setpts=PTS-${(lead + ROUNDING).toFixed(6)}/TB`,
    `fps=${rate}:start_time=0:round=up`,
    // A source that ends a little early holds its last picture.
    'tpad=stop_mode=clone:stop_duration=2',
    `scale=w='min(iw,${SPAN_SIDE})':h='min(ih,${SPAN_SIDE})':force_original_aspect_ratio=decrease:force_divisible_by=2`,
    'setsar=1',
    'format=yuv420p',
  ]
  return [
    ...['-y', '-ss', String(seek), '-i', `file:${source}`],
    ...['-map', '0:v:0', '-an', '-sn', '-dn', '-map_metadata', '-1'],
    ...['-vf', filters.join(','), '-frames:v', String(input.frames)],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '14', '-movflags', '+faststart'],
    `file:${out}`,
  ]
}

export interface InputPorts {
  readonly engine: MediaEngine
  readonly pathOf: (mediaKey: string) => string
  /** The earlier span's result and the picture of it that begins this one; absent for a first span. */
  readonly boundary?: { readonly path: string; readonly frame: number } | undefined
}

/** @throws MediaError naming the file that cannot be read. */
export async function makeInputs(
  ports: InputPorts,
  inputs: readonly ShotInput[],
  folder: string,
  signal: AbortSignal,
): Promise<LocalInputs> {
  await mkdir(folder, { recursive: true })
  const made = new Map<string, string>()
  for (const [index, input] of inputs.entries()) {
    if (made.has(input.placeholder)) continue
    const out = join(folder, input.kind === 'span' ? `${index}.mp4` : `${index}.png`)
    if (input.kind === 'span') {
      const source = ports.pathOf(input.mediaKey)
      await ports.engine.run(spanArguments(source, input, out), { signal })
    } else {
      const { path, time } = pictureOf(ports, input)
      await ports.engine.still(path, time, RAY_3_2.limits.pictureSide, out, signal)
    }
    made.set(input.placeholder, out)
  }
  return made
}

function pictureOf({ pathOf, boundary }: InputPorts, input: Exclude<ShotInput, { kind: 'span' }>) {
  if (input.kind === 'picture') return { path: pathOf(input.mediaKey), time: input.time }
  if (!boundary) throw new Error(`There is no earlier span for ${input.placeholder}`)
  // The middle of the picture, so that no rounding finds its neighbour.
  const time = divide(rational(2 * boundary.frame + 1, 2), RAY_3_2.rate)
  return { path: boundary.path, time }
}
