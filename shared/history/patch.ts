/**
 * What a change did to the tables, both ways: the records that differ. Documents share what they have in common,
 * so that finding the difference is comparing references.
 */
import { z } from 'zod'
import { type Project, projectSchema, type Row, TABLES, type Table } from '../model/project.ts'

export type PatchEntry = {
  readonly [T in Table]: {
    readonly table: T
    readonly id: string
    /** Absent: the record was added. */
    readonly before?: Row<T> | undefined
    /** Absent: the record was removed. */
    readonly after?: Row<T> | undefined
  }
}[Table]

/** Each record at most once; records in both documents unchanged are not named. */
export type Patch = readonly PatchEntry[]

const entrySchemas = TABLES.map((table) => {
  const row = projectSchema.shape[table].valueType
  return z.object({
    table: z.literal(table),
    id: z.string().min(1),
    before: row.optional(),
    after: row.optional(),
  })
})
type EntrySchema = (typeof entrySchemas)[number]

export const patchSchema: z.ZodType<Patch> = z.array(
  z.discriminatedUnion('table', entrySchemas as [EntrySchema, ...EntrySchema[]]),
) as unknown as z.ZodType<Patch>

/** Compares by reference: records that a change did not touch must be the same objects. */
export function diff(before: Project, after: Project): Patch {
  const entries: PatchEntry[] = []
  const add = (table: Table, id: string, old?: Row<Table>, now?: Row<Table>): void => {
    entries.push({
      table,
      id,
      ...(old && { before: old }),
      ...(now && { after: now }),
    } as PatchEntry)
  }
  for (const table of TABLES) {
    const old: Record<string, Row<Table>> = before[table]
    const now: Record<string, Row<Table>> = after[table]
    if (old === now) continue
    for (const [id, row] of Object.entries(old)) {
      if (now[id] !== row) add(table, id, row, now[id])
    }
    for (const [id, row] of Object.entries(now)) {
      if (!Object.hasOwn(old, id)) add(table, id, undefined, row)
    }
  }
  return entries
}

/** The document on the other side of a patch; untouched records and tables are shared. */
export function applyPatch(
  project: Project,
  patch: Patch,
  direction: 'forward' | 'backward',
): Project {
  const result = { ...project }
  const copied = new Set<Table>()
  for (const entry of patch) {
    if (!copied.has(entry.table)) {
      copied.add(entry.table)
      Object.assign(result, { [entry.table]: { ...project[entry.table] } })
    }
    const rows = result[entry.table] as Record<string, Row<Table>>
    const row = direction === 'forward' ? entry.after : entry.before
    if (row) rows[entry.id] = row
    else delete rows[entry.id]
  }
  return result
}
