/** Which files a person means who chose or dropped files and folders. */

import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Said } from '../../shared/words/Said.ts'
import { say } from '../../shared/words/say.ts'

/** Endings that media usually have. A file that is named itself may have any. */
export const MEDIA_ENDINGS: readonly string[] = [
  ...['mp4', 'm4v', 'mov', 'mkv', 'webm', 'avi', 'ts', 'mts', 'm2ts', 'mxf', 'mpg', 'mpeg'],
  ...['wmv', 'flv', 'ogv', '3gp', 'dv', 'vob'],
  ...['wav', 'mp3', 'm4a', 'aac', 'flac', 'ogg', 'opus', 'aif', 'aiff', 'wma', 'ac3', 'mka'],
  ...['png', 'jpg', 'jpeg', 'webp', 'tif', 'tiff', 'bmp', 'gif', 'exr', 'dpx', 'jp2'],
]

/** A card or a shoot has hundreds; whoever drops a whole disk is told instead of kept waiting. */
const MOST = 2000

export interface MeantFiles {
  readonly files: readonly string[]
  readonly refused: readonly { readonly name: string; readonly message: Said }[]
}

const inOrder = new Intl.Collator('en', { numeric: true })

/**
 * Files stay as they are, in their order. A folder stands for the media in it and below it, by name ("shot 2" before
 * "shot 10"); what is hidden, or only linked to, is left out.
 */
export async function meantFiles(paths: readonly string[]): Promise<MeantFiles> {
  const files: string[] = []
  const refused: { name: string; message: Said }[] = []
  for (const path of paths) {
    // Whatever cannot be looked at is refused with its own sentence when it is opened.
    const found = await stat(path).then(
      (entry) => entry.isDirectory(),
      () => false,
    )
    if (!found) {
      files.push(path)
      continue
    }
    const name = basename(path)
    const inside = await mediaBelow(path).catch((error: NodeJS.ErrnoException) => error)
    if (inside instanceof Error) {
      const message = say('file:folderUnreadable', { name, why: inside.code ?? inside.message })
      refused.push({ name, message })
    } else if (inside.length === 0) {
      refused.push({ name, message: say('file:folderWithoutMedia', { name }) })
    } else if (inside.length > MOST) {
      const message = say('file:folderTooFull', { name, most: MOST })
      refused.push({ name, message })
    } else files.push(...inside)
  }
  return { files, refused }
}

const isMedia = (name: string): boolean =>
  MEDIA_ENDINGS.includes(extname(name).slice(1).toLowerCase())

/** Stops looking soon after {@link MOST}. */
async function mediaBelow(folder: string): Promise<string[]> {
  const files: string[] = []
  const visit = async (path: string): Promise<void> => {
    const entries: Dirent[] = await readdir(path, { withFileTypes: true })
    const visible = entries.filter(({ name }) => !name.startsWith('.'))
    for (const entry of visible.sort((a, b) => inOrder.compare(a.name, b.name))) {
      if (files.length > MOST) return
      if (entry.isDirectory()) await visit(join(path, entry.name))
      else if (entry.isFile() && isMedia(entry.name)) files.push(join(path, entry.name))
    }
  }
  await visit(folder)
  return files
}
