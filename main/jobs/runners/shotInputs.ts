/** Cuts what a request needs out of the project's media: spans on the model's 24 fps grid, pins as PNG pictures. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import { toNumber } from '../../../shared/time/rational.ts'
import type { LocalInputs } from '../../engines/GenerationEngine.ts'
import type { MediaEngine } from '../../media/MediaEngine.ts'
import type { ShotInput } from '../../services/shotRequest.ts'

/** Longest side of a span that is sent, pixels: the model makes nothing larger. */
const SPAN_SIDE = 1920

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
  const filters = [
    `fps=${rate}:start_time=0:round=up`,
    // A source that ends a little early holds its last picture.
    'tpad=stop_mode=clone:stop_duration=2',
    `scale=w='min(iw,${SPAN_SIDE})':h='min(ih,${SPAN_SIDE})':force_original_aspect_ratio=decrease:force_divisible_by=2`,
    'setsar=1',
    'format=yuv420p',
  ]
  return [
    ...['-y', '-ss', toNumber(input.start).toFixed(6), '-i', `file:${source}`],
    ...['-map', '0:v:0', '-an', '-sn', '-dn', '-map_metadata', '-1'],
    ...['-vf', filters.join(','), '-frames:v', String(input.frames)],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '14', '-movflags', '+faststart'],
    `file:${out}`,
  ]
}

/** @throws MediaError naming the file that cannot be read. */
export async function makeInputs(
  ports: { readonly engine: MediaEngine; readonly pathOf: (mediaKey: string) => string },
  inputs: readonly ShotInput[],
  folder: string,
  signal: AbortSignal,
): Promise<LocalInputs> {
  await mkdir(folder, { recursive: true })
  const made = new Map<string, string>()
  for (const [index, input] of inputs.entries()) {
    if (made.has(input.placeholder)) continue
    const source = ports.pathOf(input.mediaKey)
    const out = join(folder, input.kind === 'picture' ? `${index}.png` : `${index}.mp4`)
    if (input.kind === 'picture') {
      await ports.engine.still(source, input.time, RAY_3_2.limits.pictureSide, out, signal)
    } else {
      await ports.engine.run(spanArguments(source, input, out), { signal })
    }
    made.set(input.placeholder, out)
  }
  return made
}
