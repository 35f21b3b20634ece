/** The store behind the commands about projects, with only the services they need. */
import { homedir } from 'node:os'
import type { ProjectId } from '../../shared/model/ids.ts'
import type { ProjectRow } from '../database/repositories/projects.ts'
import { openStore, type Store } from '../database/store.ts'
import { systemClock } from '../services/Clock.ts'
import { createDocuments, type Documents } from '../services/documents.ts'
import { defaultLibrary, type Library, libraryAt } from '../services/library.ts'
import { createProjects, type Projects } from '../services/projects.ts'
import { createShelf, type Shelf } from '../services/shelf.ts'
import { createVersions, type Versions } from '../services/versions.ts'
import type { CommandContext } from './Command.ts'
import { CommandFailed, EXIT } from './exitCodes.ts'

export interface ProjectStore {
  readonly library: Library
  readonly store: Store
  readonly documents: Documents
  readonly projects: Projects
  readonly shelf: Shelf
  readonly versions: Versions
  /** The project that a word means: its id, or its name where only one bears it. @throws CommandFailed */
  readonly find: (word: string) => ProjectRow
  /** A revision by its id, the beginning of it, a version's name, `head` or `head~3`. @throws CommandFailed */
  readonly revision: (projectId: ProjectId, word: string) => ProjectRow['head']
}

/** Where `--library` points, else where the program keeps it. */
export const libraryOf = ({ io, library }: CommandContext): Library =>
  libraryAt(library ?? defaultLibrary({ platform: process.platform, home: homedir(), env: io.env }))

const missing = (message: string): CommandFailed => new CommandFailed(message, EXIT.badInput)

/** Opens the store, does the work and closes it again. */
export async function withProjects<T>(
  context: CommandContext,
  work: (open: ProjectStore) => T | Promise<T>,
): Promise<T> {
  const library = libraryOf(context)
  const store = openStore(library.database)
  try {
    const clock = systemClock
    const documents = createDocuments(store, clock)
    const projects = createProjects(store, clock, documents)
    const result = await work({
      ...{ library, store, documents, projects },
      shelf: createShelf({ store, documents, projects, clock }),
      versions: createVersions({ store, documents, projects, clock }),
      find: (word) => findProject(store, word),
      revision: (projectId, word) => findRevision(store, projectId, word),
    })
    documents.keepSnapshots('now')
    return result
  } finally {
    store.close()
  }
}

export function findProject(store: Store, word: string): ProjectRow {
  const rows = store.projects.list()
  const byId = rows.find(({ id }) => id === word)
  if (byId) return byId
  const named = rows.filter(({ name, removedAt }) => name === word && removedAt === null)
  const [only, ...more] = named
  if (only && more.length === 0) return only
  throw missing(
    only
      ? `${named.length} projects are called "${word}". Say which by its id (keyreel project list).`
      : `There is no project "${word}" in ${store.file}. keyreel project list shows them; --library chooses another store.`,
  )
}

function findRevision(store: Store, projectId: ProjectId, word: string): ProjectRow['head'] {
  const row = store.projects.find(projectId)
  const [, steps] = /^head(?:~(\d+))?$/.exec(word) ?? []
  if (row && /^head(~\d+)?$/.test(word)) {
    let at = row.head
    for (let i = 0; i < Number(steps ?? 0); i++) {
      const parent = store.revisions.find(projectId, at)?.parentId
      if (!parent) throw missing(`The history is shorter than "${word}" asks for.`)
      at = parent
    }
    return at
  }
  const version = store.versions.list(projectId).find(({ name }) => name === word)
  if (version) return version.revisionId
  const found = store.revisions.summaries(projectId).filter(({ id }) => id.startsWith(word))
  const [only, ...more] = found
  if (only && more.length === 0 && word.length >= 4) return only.id
  throw missing(
    only
      ? `"${word}" could be ${found.length} revisions. Give more of the id.`
      : `There is no revision or version "${word}". keyreel history shows them.`,
  )
}
