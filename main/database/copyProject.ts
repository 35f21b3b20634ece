/**
 * Copies one project with its whole history from one store to another (an archive is a store with one project), or
 * within one store under another id, row by row, so that the caller can let others work in between.
 */

import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { ProjectId } from '../../shared/model/ids.ts'
import { say } from '../../shared/words/say.ts'
import { StorageError } from './StorageError.ts'

export interface CopyOptions {
  readonly from: Database
  readonly to: Database
  readonly projectId: ProjectId
  /** The id it gets; the same one where it only moves. */
  readonly as: ProjectId
  /** The books go along with a project that moves; a copy beside it must not count the same money twice. */
  readonly withLedger: boolean
  /** Rows of another store are checked again when they are read, whatever they say about themselves. */
  readonly isForeign: boolean
  /** Marks the copy as unfinished, for one that takes several transactions. */
  readonly copiedBy?: string
}

const TABLES: readonly string[] = [
  'projects',
  'revisions',
  'snapshots',
  'versions',
  'takes',
  'limits',
]
const rowSchema = z.record(z.string(), z.unknown())
type Row = z.output<typeof rowSchema>

/** A document's settings, whose one record bears the project's id. */
function renamed(text: string, from: string, to: string): string {
  const value: unknown = JSON.parse(text)
  const settings = (row: unknown): unknown => (isRow(row) ? { ...row, id: to } : row)
  if (Array.isArray(value)) {
    return JSON.stringify(
      value.map((entry: unknown) => {
        if (!isRow(entry) || entry.table !== 'settings' || entry.id !== from) return entry
        const { before, after } = entry
        return {
          ...entry,
          id: to,
          ...(before === undefined ? {} : { before: settings(before) }),
          ...(after === undefined ? {} : { after: settings(after) }),
        }
      }),
    )
  }
  if (!isRow(value) || !isRow(value.settings)) return text
  return JSON.stringify({ ...value, settings: { [to]: settings(value.settings[from]) } })
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Revisions and the books are numbered over the whole store they are in. */
const NUMBERED: readonly string[] = ['revisions', 'ledger']

function adapt(table: string, row: Row, options: CopyOptions): Row {
  const { projectId, as, isForeign, copiedBy = null } = options
  const copy: Row = { ...row }
  // Its picture lies in the cache of the store it comes from.
  if (table === 'projects') Object.assign(copy, { copiedBy, thumbnail: null })
  if (NUMBERED.includes(table)) delete copy.number
  if (isForeign && typeof copy.form === 'string') copy.form = `${Number.parseInt(copy.form, 10)}-`
  if (projectId === as) return copy
  copy[table === 'projects' ? 'id' : 'projectId'] = as
  if (typeof copy.document === 'string') copy.document = renamed(copy.document, projectId, as)
  if (typeof copy.patch === 'string' && copy.patch.includes('"settings"')) {
    copy.patch = renamed(copy.patch, projectId, as)
  }
  return copy
}

/**
 * Yields how many rows of how many are there. Call it inside a transaction of `to`: one for all, or several with
 * `copiedBy` set, where a revision that somebody took away meanwhile ends it.
 * @throws SqliteError when the project is there already; StorageError `busy` when rows went meanwhile
 */
export function* copyProject(options: CopyOptions): Generator<readonly [number, number]> {
  const { from, to, projectId, withLedger } = options
  const tables = withLedger ? [...TABLES, 'ledger'] : TABLES
  // The numbers first: a connection cannot be written to while rows of it are being read.
  const work = tables.flatMap((table) => {
    const key = table === 'projects' ? 'id' : 'projectId'
    const rowids = from.prepare(`SELECT rowid FROM ${table} WHERE ${key} = ? ORDER BY rowid`)
    return rowids
      .pluck()
      .all(projectId)
      .map((rowid) => ({ table, rowid }))
  })
  let done = 0
  for (const { table, rowid } of work) {
    const found = from.prepare(`SELECT * FROM ${table} WHERE rowid = ?`).get(rowid)
    if (found === undefined) throw goneMeanwhile()
    const row = adapt(table, rowSchema.parse(found), options)
    const names = Object.keys(row)
    const marks = names.map((name) => `@${name}`)
    to.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks.join(', ')})`).run(row)
    yield [++done, work.length]
  }
}

const goneMeanwhile = (): StorageError => new StorageError(say('storage:goneMeanwhile'), 'busy')

/** Takes a copy that was never finished away, some rows with each step; the project itself last. */
export function* dropCopy(db: Database, id: string): Generator<void> {
  for (const table of ['versions', 'snapshots', 'takes', 'ledger', 'revisions']) {
    const some = db.prepare(
      `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE projectId = ? LIMIT 500)`,
    )
    while (some.run(id).changes > 0) yield
  }
  db.prepare('DELETE FROM projects WHERE id = ?').run(id)
}

/** Keys of all media that a project's document, its history or its takes name; a step is one text that was searched. */
export function* mediaKeysOf(db: Database, projectId: ProjectId): Generator<void, string[]> {
  const texts = db
    .prepare(
      `SELECT document FROM snapshots WHERE projectId = @id UNION ALL
       SELECT patch FROM revisions WHERE projectId = @id AND patch LIKE '%"mediaKey"%' UNION ALL
       SELECT take FROM takes WHERE projectId = @id`,
    )
    .pluck()
    .iterate({ id: projectId })
  const keys = new Set<string>()
  for (const text of texts) {
    for (const [, key = ''] of String(text).matchAll(/"mediaKey":("(?:[^"\\]|\\.)*")/g)) {
      keys.add(z.string().parse(JSON.parse(key)))
    }
    yield
  }
  return [...keys]
}
