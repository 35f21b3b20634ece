/** Small films of our own to ask about, made once in the library's folder. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { rational } from '../../../shared/time/rational.ts'
import { writeAtomically } from '../../files/atomicOutput.ts'
import type { MediaEngine } from '../../media/MediaEngine.ts'
import { isFile } from '../isFile.ts'
import { CLIPS, type ClipName } from './probes.ts'

export interface LocalMedia {
  readonly picture: string
  readonly clips: Readonly<Record<ClipName, string>>
}

/** Different in every corner, so that its place in another picture can be found. */
const PATTERN = 'testsrc2=size=640x360:rate=24'

export async function makeClips(
  folder: string,
  engine: MediaEngine,
  signal: AbortSignal,
): Promise<LocalMedia> {
  await mkdir(folder, { recursive: true })
  const clips: Record<string, string> = {}
  for (const [name, frames] of Object.entries(CLIPS)) {
    const path = join(folder, `${name}.mp4`)
    clips[name] = path
    // Kept as it is: a run that was cut off finds its own request again by the content of its source.
    if (await isFile(path)) continue
    await writeAtomically(path, (out) => engine.run(argumentsOf(frames, out), { signal }))
  }
  const picture = join(folder, 'picture.png')
  if (!(await isFile(picture))) {
    await writeAtomically(picture, (out) =>
      engine.still(clips.short ?? '', rational(0), 640, out, signal),
    )
  }
  return { picture, clips: clips as LocalMedia['clips'] }
}

const argumentsOf = (frames: number, out: string): string[] => [
  ...['-f', 'lavfi', '-i', PATTERN, '-frames:v', String(frames)],
  ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-pix_fmt', 'yuv420p'],
  ...['-movflags', '+faststart', `file:${out}`],
]
