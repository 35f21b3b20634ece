/** What can go wrong with the store, in words that help. */

import BetterSqlite3 from 'better-sqlite3'
import type { Said } from '../../shared/words/Said.ts'
import { SaidError } from '../../shared/words/SaidError.ts'
import { say } from '../../shared/words/say.ts'

export type StorageErrorKind =
  | 'fromFuture'
  | 'noSpace'
  | 'readOnly'
  | 'busy'
  | 'damaged'
  | 'leaseLost'
  | 'failed'

export class StorageError extends SaidError {
  override readonly name = 'StorageError'
  readonly kind: StorageErrorKind
  constructor(said: Said, kind: StorageErrorKind, options?: { cause?: unknown }) {
    super(said, options)
    this.kind = kind
  }
}

const MEANINGS: readonly (readonly [
  RegExp,
  StorageErrorKind,
  `storage:${'full' | 'diskFails' | 'noRight' | 'locked' | 'damaged'}`,
])[] = [
  [/^SQLITE_FULL/, 'noSpace', 'storage:full'],
  [/^SQLITE_IOERR/, 'noSpace', 'storage:diskFails'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/, 'readOnly', 'storage:noRight'],
  [/^SQLITE_(BUSY|LOCKED)/, 'busy', 'storage:locked'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'damaged', 'storage:damaged'],
]

/** SQLite's own error as one of ours; anything else as it came. */
export function explainSqlite(thrown: unknown, file: string): unknown {
  if (!(thrown instanceof BetterSqlite3.SqliteError)) return thrown
  const { code } = thrown
  const known = MEANINGS.find(([pattern]) => pattern.test(code))
  return known
    ? new StorageError(say(known[2], { file }), known[1], { cause: thrown })
    : new StorageError(say('storage:refused', { file, code, why: thrown.message }), 'failed', {
        cause: thrown,
      })
}
