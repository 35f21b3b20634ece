/** The engine's one output format: silent H.264 in MP4, yuv420p, BT.709, constant 24 pictures per second. */

import { GenerationError } from '../../../shared/generation/failure.ts'
import { decimal } from '../../../shared/render/escape.ts'
import { say } from '../../../shared/words/say.ts'
import { writeAtomically } from '../../files/atomicOutput.ts'
import type { MediaCapabilities } from '../../media/MediaEngine.ts'
import { inputArguments } from './filmInput.ts'
import { RATE } from './sourceFilters.ts'
import type { Rendering, Work } from './Work.ts'

/** RGB -> what the encoder takes. */
const DELIVERY =
  'scale=out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd+full_chroma_int,format=yuv420p,setsar=1'

/** In order of preference. A fixed number of threads, since x264's bytes depend on it. */
const ENCODERS: readonly (readonly [name: string, options: readonly string[]])[] = [
  ['libx264', ['-profile:v', 'high', '-preset', 'fast', '-crf', '16', '-threads', '4']],
  ['libopenh264', ['-b:v', '12M']],
  ['h264_videotoolbox', ['-b:v', '12M']],
  ['h264_mf', ['-b:v', '12M']],
]

/** @throws GenerationError when this ffmpeg cannot write H.264. */
export function encoderOptions({ encoders }: Pick<MediaCapabilities, 'encoders'>): string[] {
  const found = ENCODERS.find(([name]) => encoders.has(name))
  if (found) return ['-c:v', found[0], ...found[1]]
  throw new GenerationError(say('engine:noH264'), { kind: 'unsupported' })
}

const keyTime = (frame: number): string => decimal(Math.max(0, (frame - 0.5) / RATE))

type Film = Pick<Rendering, 'inputs' | 'graph' | 'frameCount' | 'keyFrames'>

export function encodeArguments(
  { inputs, graph, frameCount, keyFrames = [] }: Film,
  encoder: readonly string[],
  out: string,
): string[] {
  return [
    ...inputs.flatMap(inputArguments),
    ...['-filter_complex', `${graph};[picture]${DELIVERY}[delivery]`, '-map', '[delivery]'],
    ...['-frames:v', `${frameCount}`, '-r', `${RATE}`, ...encoder, '-pix_fmt', 'yuv420p'],
    // Half a frame early, so that rounding cannot make one late.
    ...(keyFrames.length === 0
      ? []
      : ['-force_key_frames', keyFrames.map((frame) => keyTime(frame)).join(',')]),
    ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'],
    ...['-color_range', 'tv', '-an', '-map_metadata', '-1'],
    ...['-fflags', '+bitexact', '-flags:v', '+bitexact', '-movflags', '+faststart', '-f', 'mp4'],
    `file:${out}`,
  ]
}

/** Writes the picture to `out`, which never bears half a file. */
export async function encode(work: Work, rendering: Rendering, out: string): Promise<void> {
  const encoder = encoderOptions(await work.media.capabilities())
  await writeAtomically(out, (temporary) =>
    work.media.run(encodeArguments(rendering, encoder, temporary), {
      signal: work.signal,
      onFrame: (frame) =>
        work.progress(Math.min(1, frame / rendering.frameCount), say('progress:writing')),
    }),
  )
}
