/**
 * What a change did to the tables, both ways: the records that differ. Documents share what they have in common,
 * so that finding the difference is comparing references.
 */
import { z } from 'zod'
import { differingIds, noteOrigin } from '../model/lineage.ts'
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
  return TABLES.flatMap((table) => {
    const old: Record<string, Row<Table>> = before[table]
    const now: Record<string, Row<Table>> = after[table]
    return differingIds(old, now).map((id) => {
      const [was, is] = [old[id], now[id]]
      return { table, id, ...(was && { before: was }), ...(is && { after: is }) } as PatchEntry
    })
  })
}

/** The document on the other side of a patch; untouched records and tables are shared. */
export function applyPatch(
  project: Project,
  patch: Patch,
  direction: 'forward' | 'backward',
): Project {
  const result = { ...project }
  for (const table of TABLES) {
    const entries = patch.filter((entry) => entry.table === table)
    if (entries.length === 0) continue
    const rows: Record<string, Row<Table>> = { ...project[table] }
    for (const { id, before, after } of entries) {
      const row = direction === 'forward' ? after : before
      if (row) rows[id] = row
      else delete rows[id]
    }
    noteOrigin(rows, project[table], new Set(entries.map(({ id }) => id)))
    Object.assign(result, { [table]: rows })
  }
  return result
}
