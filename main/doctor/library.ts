/** The library as the doctor sees it: where it is, how large, and whether its file is sound. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { saidOf } from '../../shared/words/SaidError.ts'
import { say } from '../../shared/words/say.ts'
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
  name: say('doctor:library'),
  enables: say('doctor:libraryFor'),
} as const

/** Makes nothing: a library that is not there yet is no fault. */
export async function libraryFinding({ folder, database, ask }: LibraryPorts): Promise<Finding> {
  const at = { ...about, path: folder }
  const file = await stat(database).catch(absent)
  if (!file) {
    return { ...at, health: 'ready', found: say('doctor:libraryNew', { folder }) }
  }
  const megabytes = (await bytesIn(folder)) / 1_000_000
  try {
    const { integrity, projects } = ask()
    const isSound = integrity === 'ok'
    const facts = { folder, count: projects, megabytes }
    const found = isSound
      ? say('doctor:librarySound', facts)
      : say('doctor:libraryDamaged', { ...facts, why: integrity })
    return { ...at, health: isSound ? 'ready' : 'limited', found }
  } catch (error) {
    return {
      ...at,
      health: 'limited',
      found: say('doctor:libraryUnusable', { folder, megabytes, why: saidOf(error) }),
    }
  }
}

/** What lies there, folders of its own included; what vanishes meanwhile counts nothing. */
async function bytesIn(folder: string): Promise<number> {
  const entries =
    (await readdir(folder, { recursive: true, withFileTypes: true }).catch(absent)) ?? []
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name)).catch(absent))?.size ?? 0)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
