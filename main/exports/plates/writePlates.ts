/** Writes the plates of a run of ffmpeg, and takes care that nothing of them stays behind. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import type { FfmpegRun } from '../../../shared/render/ffmpegArgs.ts'
import {
  cubeText,
  tableFrames,
  vignetteFrames,
  wipeFrames,
} from '../../../shared/render/plateFrames.ts'
import type { Plate } from '../../../shared/render/plates.ts'

/** A new folder inside `parent`, which is gone with all that lies in it when `work` is done, has failed or was cancelled. */
export async function inFolder<T>(
  parent: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(parent, 'keyreel-export-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @throws the signal's reason after a cancel; what was written so far is the folder's owner's to remove. */
export async function writePlates(
  { plates }: Pick<FfmpegRun, 'plates'>,
  folder: string,
  signal?: AbortSignal,
): Promise<void> {
  for (const { name, plate } of plates) {
    await pipeline(
      Readable.from(unhurried(await content(plate))),
      createWriteStream(join(folder, name)),
      { ...(signal && { signal }) },
    )
  }
}

async function content(plate: Plate): Promise<Iterable<Uint8Array | string>> {
  switch (plate.kind) {
    case 'words': {
      // The canvas is large, and most exports have no words on them.
      const { drawWords } = await import('./drawWords.ts')
      return [drawWords(plate.words, plate)]
    }
    case 'vignette':
      return vignetteFrames(plate)
    case 'wipe':
      return wipeFrames(plate)
    case 'table':
      return tableFrames(plate)
    case 'cube':
      return cubeText(plate)
  }
}

/** Lets others have their turn between frames. */
async function* unhurried<T>(pieces: Iterable<T>): AsyncGenerator<T> {
  for (const piece of pieces) {
    yield piece
    await setImmediate()
  }
}
