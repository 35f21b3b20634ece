/**
 * What a change did to the tables, both ways: the records that differ. Documents share what they have in common,
 * so that finding the difference is comparing references.
 */
import { z } from 'zod'
import {
  type Project,
  type Row,
  rowSchemas,
  TABLES,
  type Table,
  type Tables,
} from '../model/project.ts'
import { differingIds, type Records, type RecordsDraft } from '../model/records.ts'

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
  const row = rowSchemas[table]
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
    const [old, now] = [before[table], after[table]]
    return differingIds(old, now).map((id) => {
      const [was, is] = [old.get(id), now.get(id)]
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
  const drafts = new Map<Table, RecordsDraft<Row<Table>>>()
  for (const { table, id, before, after } of patch) {
    const draft = drafts.get(table) ?? (project[table] as Records<Row<Table>>).draft()
    drafts.set(table, draft)
    const row = direction === 'forward' ? after : before
    if (row) draft.put(row)
    else draft.remove(id)
  }
  const tables = [...drafts].map(([table, draft]) => [table, draft.finish()])
  return { ...project, ...(Object.fromEntries(tables) as Partial<Tables>) }
}
