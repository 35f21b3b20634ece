/**
 * Leads documents of every older version to the present one, a step at a time. `MIGRATIONS[n]` makes version n + 2
 * of version n + 1; a document's version is the number of steps that lie behind it, plus one.
 */
import { SaidError } from '../../words/SaidError.ts'
import { say } from '../../words/say.ts'
import { DOCUMENT_VERSION } from '../project.ts'
import { addBinsAndLooks } from './0002-bins-and-looks.ts'
import { addTransitions } from './0003-transitions.ts'
import type { Migration } from './Migration.ts'

/** In order, without gaps. Version 1 is the first one kept. */
export const MIGRATIONS: readonly Migration[] = [addBinsAndLooks, addTransitions]

/** The file was written by a newer Keyreel. Opening it here could lose what this version does not know. */
export class DocumentFromTheFuture extends SaidError {
  override readonly name = 'DocumentFromTheFuture'
  readonly version: number
  constructor(version: number) {
    super(say('document:fromFuture', { version, known: DOCUMENT_VERSION }))
    this.version = version
  }
}

export class NotADocument extends SaidError {
  override readonly name = 'NotADocument'
}

/**
 * @param json parsed JSON of any version.
 * @throws DocumentFromTheFuture, or NotADocument when there is no version to go by.
 */
export function migrate(
  json: unknown,
  migrations: readonly Migration[] = MIGRATIONS,
): Record<string, unknown> {
  const current = migrations.length + 1
  if (!isRecord(json) || !Number.isInteger(json.version) || Number(json.version) < 1) {
    throw new NotADocument(say('document:noVersion'))
  }
  const version = Number(json.version)
  if (version > current) throw new DocumentFromTheFuture(version)
  return migrations
    .slice(version - 1)
    .reduce<Record<string, unknown>>(
      (document, { up }, i) => ({ ...up(document), version: version + i + 1 }),
      json,
    )
}

const isRecord = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
