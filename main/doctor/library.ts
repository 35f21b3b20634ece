/** The library as the doctor sees it: where it is, how large, and whether its file is sound. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { absent } from '../files/absent.ts'
import type { Finding } from './report.ts'

export interface LibraryPorts {
  readonly folder: string
  /** The SQLite file. */
  readonly database: string
  /** Opens the store and asks it; called only when the file is there. @throws StorageError */
  readonly ask: () => { readonly integrity: string; readonly projects: number }
}

const about = {
  id: 'library',
  name: 'Library',
  enables: 'projects with their history, takes, jobs and books',
} as const

/** Makes nothing: a library that is not there yet is no fault. */
export async function libraryFinding({ folder, database, ask }: LibraryPorts): Promise<Finding> {
  const at = { ...about, path: folder }
  const file = await stat(database).catch(absent)
  if (!file) {
    return { ...at, health: 'ready', found: `${folder}: none yet, made when it is first needed` }
  }
  const size = inMegabytes(await bytesIn(folder))
  try {
    const { integrity, projects } = ask()
    const isSound = integrity === 'ok'
    const words = `${folder}: ${projects} projects, ${size}, ${isSound ? 'sound' : `damaged (${integrity})`}`
    return { ...at, health: isSound ? 'ready' : 'limited', found: words }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { ...at, health: 'limited', found: `${folder}: ${size}. ${why}` }
  }
}

const inMegabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`

/** What lies there, folders of its own included; what vanishes meanwhile counts nothing. */
async function bytesIn(folder: string): Promise<number> {
  const entries =
    (await readdir(folder, { recursive: true, withFileTypes: true }).catch(absent)) ?? []
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name)).catch(absent))?.size ?? 0)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
