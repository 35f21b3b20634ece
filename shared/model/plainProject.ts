/**
 * The document's plain form: JSON with an object by id for each table, as it is stored, archived and sent. The one
 * place where it becomes a document and the other way round.
 */

import { z } from 'zod'
import { SaidError } from '../words/SaidError.ts'
import { say } from '../words/say.ts'
import { openObject } from './openObject.ts'
import {
  DOCUMENT_VERSION,
  type Project,
  type Row,
  rowSchemas,
  TABLES,
  type Table,
  type Tables,
} from './project.ts'
import { Records } from './records.ts'

type PlainTables = { readonly [T in Table]: Readonly<Record<string, Row<T>>> }

export interface PlainProject extends PlainTables {
  readonly version: typeof DOCUMENT_VERSION
}

const tableSchemas = Object.fromEntries(
  TABLES.map((table) => [table, z.record(z.string(), rowSchemas[table])]),
) as { readonly [T in Table]: z.ZodRecord<z.ZodString, (typeof rowSchemas)[T]> }

/** Checks every field; for what comes from outside and for naming the form. */
export const plainProjectSchema = openObject({
  version: z.literal(DOCUMENT_VERSION),
  ...tableSchemas,
})

/** A table whose key is not the id of its record. */
export class MisfiledRecord extends SaidError {
  override readonly name = 'MisfiledRecord'
  /** Where it was found: table and key. */
  readonly path: readonly [Table, string]
  constructor(table: Table, key: string, id: string | undefined) {
    super(say('document:otherId', { id: id ?? '' }))
    this.path = [table, key]
  }
}

/** @throws MisfiledRecord */
function recordsOf(plain: PlainProject, table: Table): Records<Row<Table>> {
  const rows: Row<Table>[] = Object.values(plain[table])
  for (const [i, key] of Object.keys(plain[table]).entries()) {
    if (rows[i]?.id !== key) throw new MisfiledRecord(table, key, rows[i]?.id)
  }
  return Records.of(rows)
}

/**
 * The document of a plain form whose records are right. Fields that this version does not know are kept.
 * @throws MisfiledRecord
 */
export const revived = (plain: PlainProject): Project => ({
  ...plain,
  ...(Object.fromEntries(TABLES.map((table) => [table, recordsOf(plain, table)])) as Tables),
})

/** In a stable order, whatever the document went through. */
export const plainOf = (project: Project): PlainProject => ({
  ...project,
  ...(Object.fromEntries(TABLES.map((table) => [table, project[table].toJSON()])) as PlainTables),
})

/** True of what is a document already. Its records were checked when it came into being and are not looked at. */
export const isProject = (value: unknown): value is Project =>
  typeof value === 'object' &&
  value !== null &&
  (value as Project).version === DOCUMENT_VERSION &&
  TABLES.every((table) => (value as Project)[table] instanceof Records)
