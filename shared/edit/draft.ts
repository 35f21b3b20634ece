/**
 * A document being changed: tables are copied when first touched, records are replaced whole, everything else is
 * shared with the original. Verbs open one inside, so that seen from outside they stay pure.
 */
import type { Project, Row, Table } from '../model/project.ts'
import { record } from '../model/select.ts'
import { refuse } from './refuse.ts'

type Rows<T extends Table> = Record<string, Row<T>>

export class Draft {
  /** The document so far. It changes as the draft does: read it, never keep it. */
  readonly project: Project
  readonly #original: Project
  readonly #copied = new Set<Table>()

  constructor(original: Project) {
    this.#original = original
    this.project = { ...original }
  }

  #rows<T extends Table>(table: T): Rows<T> {
    if (!this.#copied.has(table)) {
      this.#copied.add(table)
      Object.assign(this.project, { [table]: { ...this.project[table] } })
    }
    return this.project[table] as Rows<T>
  }

  /** Puts a record in place of the one with its id, or adds it. */
  put<T extends Table>(table: T, row: Row<T>): void {
    if ((this.project[table] as Rows<T>)[row.id] !== row) this.#rows(table)[row.id] = row
  }

  /** Changes some fields of a record; `undefined` takes an optional field away. */
  set<T extends Table>(table: T, id: string, fields: Partial<Row<T>>): void {
    this.put(table, withFields(record(this.project, table, id), fields))
  }

  /** @throws EditRefused when the id is taken. */
  add<T extends Table>(table: T, row: Row<T>): void {
    if (Object.hasOwn(this.project[table], row.id)) {
      refuse(`There is already a record "${row.id}" among the project's ${table}; use a new id.`)
    }
    this.put(table, row)
  }

  remove(table: Table, id: string): void {
    record(this.project, table, id)
    delete this.#rows(table)[id]
  }

  /** The changed document; the original itself when nothing changed. */
  finish(): Project {
    return this.#copied.size === 0 ? this.#original : { ...this.project }
  }
}

/** The row itself when no field differs. */
export function withFields<R extends object>(row: R, fields: Partial<R>): R {
  const entries = Object.entries(fields) as [keyof R, unknown][]
  if (entries.every(([key, value]) => row[key] === value)) return row
  const changed = { ...row }
  for (const [key, value] of entries) {
    if (value === undefined) delete changed[key]
    else Object.assign(changed, { [key]: value })
  }
  return changed
}

/** Runs `work` on a draft of `project` and gives the document it leads to. */
export function change(project: Project, work: (draft: Draft) => void): Project {
  const draft = new Draft(project)
  work(draft)
  return draft.finish()
}
