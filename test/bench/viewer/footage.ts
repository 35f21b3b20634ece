/**
 * Real footage that says which frame it shows: Big Buck Bunny in 1080p with two seconds from key frame to key frame, its
 * number as blocks in a corner, and a beep with the first frame of every second. Made once and kept in test-output.
 */
import { mkdir, rename, stat } from 'node:fs/promises'
import { inRepository } from '../../../build/paths.ts'
import { bunnyFile } from '../../../main/demo/footage.ts'
import { numberedInput, SOUNDS } from '../../fixtures/numbered.ts'
import { runTool } from '../../fixtures/tool.ts'

export const SECONDS = 30
/** Where the number is, in parts of the picture: left, top, width, height. */
export const NUMBER_PLACE = [0, 0, 0.125, 0.15] as const

/** The file of that many frames a second, with so many lines. */
export async function numberedBunny(rate: number, lines: 1080 | 720): Promise<string> {
  const folder = inRepository('test-output', 'bench-viewer')
  await mkdir(folder, { recursive: true })
  const path = `${folder}/bunny-${rate}-${lines}.mp4`
  const isThere = await stat(path).then(
    () => true,
    () => false,
  )
  if (isThere) return path
  const numbers = numberedInput({ frames: SECONDS * rate })
  const bunny = await bunnyFile()
  const graph = [
    `[0:v]scale=240:160:flags=neighbor[number]`,
    `[1:v]fps=${rate}[film]`,
    `[film][number]overlay=0:0,scale=-2:${lines},format=yuv420p[v]`,
  ]
  await runTool(
    'ffmpeg',
    [
      ...['-v', 'error', '-y', ...numbers.args({ num: rate, den: 1 }), '-i', bunny],
      ...['-f', 'lavfi', '-i', `aevalsrc=exprs='${SOUNDS.beeps}|${SOUNDS.beeps}':s=48000`],
      ...['-filter_complex', graph.join(';'), '-map', '[v]', '-map', '2:a', '-t', String(SECONDS)],
      ...['-c:v', 'libx264', '-preset', lines === 1080 ? 'faster' : 'ultrafast'],
      ...['-b:v', '20M', '-maxrate', '30M', '-bufsize', '30M'],
      ...['-g', String(2 * rate), '-keyint_min', String(2 * rate)],
      ...['-sc_threshold', '0', '-c:a', 'aac', '-b:a', '192k', '-movflags', '+faststart'],
      `file:${path}.part.mp4`,
    ],
    numbers.bytes,
  )
  await rename(`${path}.part.mp4`, path)
  return path
}
