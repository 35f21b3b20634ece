/**
 * A document being changed: tables are copied when first touched, records are replaced whole, everything else is
 * shared with the original. Verbs open one inside, so that seen from outside they stay pure.
 */
import { noteOrigin } from '../model/lineage.ts'
import type { Project, Row, Table } from '../model/project.ts'
import { record } from '../model/select.ts'
import { refuse } from './refuse.ts'

type Rows<T extends Table> = Record<string, Row<T>>

export class Draft {
  /** The document so far. It changes as the draft does: read it, never keep it. */
  readonly project: Project
  readonly #original: Project
  /** Ids of the records that were put or removed, by table. */
  readonly #touched = new Map<Table, Set<string>>()

  constructor(original: Project) {
    this.#original = original
    this.project = { ...original }
  }

  #touch<T extends Table>(table: T, id: string): Rows<T> {
    const touched = this.#touched.get(table)
    if (touched) touched.add(id)
    else {
      this.#touched.set(table, new Set([id]))
      Object.assign(this.project, { [table]: { ...this.project[table] } })
    }
    return this.project[table] as Rows<T>
  }

  /** Puts a record in place of the one with its id, or adds it. */
  put<T extends Table>(table: T, row: Row<T>): void {
    if ((this.project[table] as Rows<T>)[row.id] !== row) this.#touch(table, row.id)[row.id] = row
  }

  /** Changes some fields of a record; `undefined` takes an optional field away. */
  set<T extends Table>(table: T, id: string, fields: Partial<Row<T>>): void {
    this.put(table, withFields(record(this.project, table, id), fields))
  }

  /** @throws EditRefused when the id is taken. */
  add<T extends Table>(table: T, row: Row<T>): void {
    if (Object.hasOwn(this.project[table], row.id)) {
      refuse('edit:recordThere', { id: row.id, table })
    }
    this.put(table, row)
  }

  remove(table: Table, id: string): void {
    record(this.project, table, id)
    delete this.#touch(table, id)[id]
  }

  /** The changed document; the original itself when nothing was touched. The draft ends here. */
  finish(): Project {
    if (this.#touched.size === 0) return this.#original
    for (const [table, ids] of this.#touched) {
      noteOrigin(this.project[table], this.#original[table], ids)
    }
    return { ...this.project }
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
