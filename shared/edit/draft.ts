/**
 * A document being changed: records are replaced whole, everything else is shared with the original. Verbs open one
 * inside, so that seen from outside they stay pure.
 */
import { withFittingFades } from '../model/fade.ts'
import type { Project, Row, Table, Tables } from '../model/project.ts'
import type { Records, RecordsDraft } from '../model/records.ts'
import { missing } from '../model/select.ts'
import { refuse } from './refuse.ts'

export class Draft {
  readonly #original: Project
  readonly #drafts = new Map<Table, RecordsDraft<Row<Table>>>()

  constructor(original: Project) {
    this.#original = original
  }

  #table<T extends Table>(table: T): RecordsDraft<Row<T>> {
    const open = this.#drafts.get(table)
    const draft = open ?? (this.#original[table] as Records<Row<Table>>).draft()
    if (!open) this.#drafts.set(table, draft)
    return draft as unknown as RecordsDraft<Row<T>>
  }

  /** A record as it is so far. @throws MissingRecord */
  record<T extends Table>(table: T, id: string): Row<T> {
    return this.#table(table).get(id) ?? missing(table, id)
  }

  /** Puts a record in place of the one with its id, or adds it. */
  put<T extends Table>(table: T, row: Row<T>): void {
    this.#table(table).put(settled(row))
  }

  /** Changes some fields of a record; `undefined` takes an optional field away. */
  set<T extends Table>(table: T, id: string, fields: Partial<Row<T>>): void {
    this.put(table, withFields(this.record(table, id), fields))
  }

  /** @throws EditRefused when the id is taken. */
  add<T extends Table>(table: T, row: Row<T>): void {
    if (this.#table(table).get(row.id)) {
      refuse('edit:recordThere', { id: row.id, table })
    }
    this.put(table, row)
  }

  /** @throws MissingRecord */
  remove(table: Table, id: string): void {
    this.record(table, id)
    this.#table(table).remove(id)
  }

  /** The changed document; the original itself when nothing was touched. */
  finish(): Project {
    const finished = [...this.#drafts].map(([table, draft]) => [table, draft.finish()] as const)
    const changed = finished.filter(([table, records]) => records !== this.#original[table])
    if (changed.length === 0) return this.#original
    return { ...this.#original, ...(Object.fromEntries(changed) as Partial<Tables>) }
  }
}

/** A clip that got shorter keeps of its fades what fits. */
const settled = <R extends Row<Table>>(row: R): R =>
  'kind' in row && row.kind === 'clip' ? (withFittingFades(row) as R) : row

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
