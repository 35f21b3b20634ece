/** Which files a person means who chose or dropped files and folders. */

import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Said } from '../../shared/words/Said.ts'
import { say } from '../../shared/words/say.ts'
import {
  mayBeNumbered,
  type NumberedRun,
  namesIn,
  plainFilesIn,
  runsAmong,
} from './numberedRuns.ts'

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
  /** Files by their paths, and numbered runs of pictures, each as one. */
  readonly media: readonly (string | NumberedRun)[]
  readonly refused: readonly { readonly name: string; readonly message: Said }[]
}

const inOrder = new Intl.Collator('en', { numeric: true })

/**
 * Files stay as they are, in their order; one picture of a numbered run stands for the run. A folder stands for the media in it
 * and below it, by name ("shot 2" before "shot 10"); what is hidden, or only linked to, is left out.
 * @param options.asStills numbered pictures stand for themselves
 */
export async function meantFiles(
  paths: readonly string[],
  { asStills = false }: { readonly asStills?: boolean } = {},
): Promise<MeantFiles> {
  const media: (string | NumberedRun)[] = []
  const runOf = runFinder()
  const taken = new Set<NumberedRun>()
  const refused: { name: string; message: Said }[] = []
  for (const path of paths) {
    // Whatever cannot be looked at is refused with its own sentence when it is opened.
    const found = await stat(path).then(
      (entry) => entry.isDirectory(),
      () => false,
    )
    if (!found) {
      const run = asStills ? undefined : await runOf(path)
      if (!run) media.push(path)
      else if (!taken.has(run)) media.push(run)
      if (run) taken.add(run)
      continue
    }
    const name = basename(path)
    const inside = await mediaBelow(path, asStills).catch((error: NodeJS.ErrnoException) => error)
    if (inside instanceof Error) {
      const message = say('file:folderUnreadable', { name, why: inside.code ?? inside.message })
      refused.push({ name, message })
    } else if (inside.length === 0) {
      refused.push({ name, message: say('file:folderWithoutMedia', { name }) })
    } else if (inside.length > MOST) {
      const message = say('file:folderTooFull', { name, most: MOST })
      refused.push({ name, message })
    } else media.push(...inside)
  }
  return { media, refused }
}

const isMedia = (name: string): boolean =>
  MEDIA_ENDINGS.includes(extname(name).slice(1).toLowerCase())

/** The numbered run that a picture belongs to; each folder is looked into once. */
function runFinder(): (path: string) => Promise<NumberedRun | undefined> {
  const known = new Map<string, Promise<NumberedRun[]>>()
  return async (path) => {
    const full = resolve(path)
    const name = basename(full)
    if (!mayBeNumbered(name)) return undefined
    const folder = dirname(full)
    const looked =
      known.get(folder) ??
      // A folder that cannot be listed leaves the file by itself.
      plainFilesIn(folder).then(
        (names) => runsAmong(folder, names),
        () => [],
      )
    known.set(folder, looked)
    return (await looked).find((run) => namesIn(run).includes(name))
  }
}

/** Stops looking soon after {@link MOST}. */
async function mediaBelow(folder: string, asStills: boolean): Promise<(string | NumberedRun)[]> {
  const files: (string | NumberedRun)[] = []
  const visit = async (path: string): Promise<void> => {
    const entries: Dirent[] = await readdir(path, { withFileTypes: true })
    const visible = entries.filter(({ name }) => !name.startsWith('.'))
    const plain = visible.filter((entry) => entry.isFile()).map(({ name }) => name)
    const runs = asStills ? [] : runsAmong(path, plain)
    const runOf = new Map(runs.flatMap((run) => namesIn(run).map((name) => [name, run] as const)))
    const taken = new Set<NumberedRun>()
    for (const entry of visible.sort((a, b) => inOrder.compare(a.name, b.name))) {
      if (files.length > MOST) return
      if (entry.isDirectory()) await visit(join(path, entry.name))
      else if (entry.isFile() && isMedia(entry.name)) {
        const run = runOf.get(entry.name)
        if (!run) files.push(join(path, entry.name))
        else if (!taken.has(run)) files.push(run)
        if (run) taken.add(run)
      }
    }
  }
  await visit(folder)
  return files
}
