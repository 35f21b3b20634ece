/** Moving and backing up projects: one file with the document, its whole history and, when asked for, its media. */

import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, open, rm, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { ProjectId } from '../../shared/model/ids.ts'
import { asWritten, type Said } from '../../shared/words/Said.ts'
import { say } from '../../shared/words/say.ts'
import {
  type Archive,
  type ArchivedMedium,
  type ArchiveWriter,
  createArchive,
  openArchive,
} from '../database/archive.ts'
import type { MediaRow } from '../database/repositories/media.ts'
import type { Store } from '../database/store.ts'
import { writeAtomically } from '../files/atomicOutput.ts'
import { fullHash, isContent } from '../files/identity.ts'
import type { MediaStore } from '../files/mediaStore.ts'
import { isSequenceThere } from '../files/sequenceFolder.ts'
import { bringIn, inTurns } from './copying.ts'
import type { Documents } from './documents.ts'
import { ServiceError } from './ServiceError.ts'
import type { Shelf } from './shelf.ts'

export interface ArchivesPorts {
  readonly store: Store
  readonly documents: Documents
  readonly shelf: Pick<Shelf, 'requireProject'>
  readonly files: MediaStore
  /** For copies of archives that an older Keyreel made. */
  readonly workFolder: string
}

export interface ArchiveOptions {
  /** The bytes of the media too, so that the file stands alone. */
  readonly withMedia: boolean
  readonly signal?: AbortSignal
  readonly progress?: (fraction: number, note: Said) => void
}

export interface Archived {
  readonly path: string
  readonly byteSize: number
  /** Names of media that were to go inside but are not there. */
  readonly missing: readonly string[]
}

export interface Restored {
  readonly projectId: ProjectId
  readonly name: string
  /** A project with its id was here already, so this one stands beside it. */
  readonly isCopy: boolean
  /** Names of media that are neither inside nor where they were. */
  readonly missing: readonly string[]
}

const CHUNK = 4 * 2 ** 20
/** How much of restoring is done when its media are there. */
const MEDIA = 0.5

const nameOf = (row: MediaRow): string => row.path.split(/[/\\]/).at(-1) ?? row.mediaKey

export type Archives = ReturnType<typeof createArchives>

export function createArchives({ store, documents, shelf, files, workFolder }: ArchivesPorts) {
  async function putMedium(writer: ArchiveWriter, row: MediaRow, signal?: AbortSignal) {
    // An archive holds single files; the pictures of a sequence stay where they are, and it says so.
    if (row.info.sequence) return false
    const file = await open(row.path, 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
      throw error
    })
    if (!file) return false
    try {
      const sha256 = await fullHash(row.path, signal)
      const { size } = await file.stat()
      const extension = extname(row.path).slice(1).replace(/[^\w]/g, '') || 'bin'
      writer.putMedium({ mediaKey: row.mediaKey, extension, sha256, byteSize: size })
      for (let chunk = 0, at = 0; at < size; chunk++) {
        signal?.throwIfAborted()
        const buffer = new Uint8Array(Math.min(CHUNK, size - at))
        const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
        if (bytesRead === 0) {
          throw new ServiceError('media', say('archive:shrank', { name: nameOf(row) }))
        }
        writer.putBytes(row.mediaKey, chunk, buffer.subarray(0, bytesRead))
        at += bytesRead
      }
      return true
    } finally {
      await file.close()
    }
  }

  async function takeMedium(archive: Archive, medium: ArchivedMedium, folder: string) {
    const temporary = join(folder, `medium.${medium.extension}`)
    const file = await open(temporary, 'w')
    try {
      for (const bytes of archive.bytesOf(medium.mediaKey)) await file.writeFile(bytes)
    } finally {
      await file.close()
    }
    const kept = await files.put(temporary, medium.extension, { move: true })
    if (kept.hash === medium.sha256) return kept.path
    throw new ServiceError('storage', say('archive:mediumDamaged'))
  }

  /** A path in an archive is only a hint: the file counts when its content is what the project names. */
  async function isThere(row: MediaRow): Promise<boolean> {
    const found = await stat(row.path).catch((error: NodeJS.ErrnoException) => {
      if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(error.code ?? '')) return undefined
      throw error
    })
    if (!found?.isFile() || found.size !== row.byteSize) return false
    if (row.info.sequence) return isSequenceThere(row.path)
    return isContent(row.path, row.mediaKey)
  }

  return {
    /**
     * Writes the project as it is now into one file, which takes its name only when it is whole and checked.
     * @throws OutputError, StorageError, ServiceError `notFound`; the signal's reason when cancelled
     */
    async archive(projectId: ProjectId, path: string, options: ArchiveOptions): Promise<Archived> {
      const { signal, progress } = options
      const { name } = shelf.requireProject(projectId)
      const missing: string[] = []
      await writeAtomically(path, async (temporary) => {
        const writer = createArchive(temporary, store.file, projectId)
        try {
          const history = options.withMedia ? 0.5 : 1
          await inTurns(writer.copy(), {
            signal,
            onTurn: ([done, all]) =>
              progress?.((done / all) * history, say('archive:history', { name })),
          })
          const media = options.withMedia ? writer.media() : []
          for (const [index, row] of media.entries()) {
            progress?.(0.5 + index / media.length / 2, asWritten(nameOf(row)))
            if (!(await putMedium(writer, row, signal))) missing.push(nameOf(row))
          }
          await inTurns(writer.finish(), { signal })
        } finally {
          writer.close()
          for (const ending of ['-wal', '-shm', '-journal']) {
            await rm(`${temporary}${ending}`, { force: true })
          }
        }
      })
      progress?.(1, say('archive:archived', { name }))
      return { path, byteSize: (await stat(path)).size, missing }
    },

    /**
     * Brings a project back from an archive, whole or not at all. A project with the same id that is here already is
     * left as it is, and the archived one stands beside it under a new id.
     * @throws StorageError, ServiceError
     */
    async restore(
      path: string,
      options: Pick<ArchiveOptions, 'signal' | 'progress'> = {},
    ): Promise<Restored> {
      await mkdir(workFolder, { recursive: true })
      const folder = await mkdtemp(join(workFolder, 'restore-'))
      const upgrade = async (): Promise<string> => {
        const copy = join(folder, 'archive.keyreel')
        await copyFile(path, copy)
        return copy
      }
      let archive: Archive | undefined
      try {
        const opened = await openArchive(path, upgrade, inTurns)
        archive = opened
        const { id, name } = opened.project
        const inside = new Map(opened.inside().map((medium) => [medium.mediaKey, medium]))
        const missing: string[] = []
        const rows: MediaRow[] = []
        for (const [index, row] of opened.media().entries()) {
          options.signal?.throwIfAborted()
          options.progress?.((MEDIA * index) / (inside.size + 1), asWritten(nameOf(row)))
          const medium = inside.get(row.mediaKey)
          if (store.media.find(row.mediaKey)) continue
          if (medium) {
            const kept = await takeMedium(opened, medium, folder)
            const { size, mtimeMs } = await stat(kept)
            rows.push({ ...row, path: kept, byteSize: size, modifiedAt: Math.trunc(mtimeMs) })
          } else if (await isThere(row)) rows.push(row)
          else missing.push(nameOf(row))
        }
        const isCopy = store.projects.find(id) !== undefined
        const projectId = isCopy ? (randomUUID() as ProjectId) : id
        const finish = (): void => {
          for (const row of rows) store.media.put(row)
          store.projects.setRemoved(projectId, null)
          // Reads and checks the document: what cannot be opened is not taken in.
          documents.current(projectId)
        }
        await bringIn(store, { id, archive: opened }, projectId, finish, {
          signal: options.signal,
          onProgress: (fraction) =>
            options.progress?.(MEDIA + (1 - MEDIA) * fraction, say('archive:history', { name })),
        })
        options.progress?.(1, say('archive:restored', { name }))
        return { projectId, name, isCopy, missing }
      } finally {
        archive?.close()
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}
