/** What can go wrong with the store, in words that help. */
import BetterSqlite3 from 'better-sqlite3'

export type StorageErrorKind =
  | 'fromFuture'
  | 'noSpace'
  | 'readOnly'
  | 'busy'
  | 'damaged'
  | 'leaseLost'
  | 'failed'

export class StorageError extends Error {
  override readonly name = 'StorageError'
  readonly kind: StorageErrorKind
  constructor(message: string, kind: StorageErrorKind, options?: { cause?: unknown }) {
    super(message, options)
    this.kind = kind
  }
}

const MEANINGS: readonly (readonly [RegExp, StorageErrorKind, string])[] = [
  [
    /^SQLITE_FULL/,
    'noSpace',
    'the disk is full. The last change was not saved; everything before it was. Make room and try again.',
  ],
  [
    /^SQLITE_IOERR/,
    'noSpace',
    'the disk did not take the data. The last change was not saved; everything before it was. Check the disk and its free space.',
  ],
  [
    /^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/,
    'readOnly',
    'it may not be opened or written by this user. Give yourself the right to write there, or choose another folder with --library.',
  ],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    'busy',
    'another program kept it locked for too long. Nothing was changed; try again.',
  ],
  [
    /^SQLITE_(CORRUPT|NOTADB)/,
    'damaged',
    'it is damaged or is not a Keyreel store. Restore a backup that lies beside it, or move it away to start anew.',
  ],
]

/** SQLite's own error as one of ours; anything else as it came. */
export function explainSqlite(thrown: unknown, file: string): unknown {
  if (!(thrown instanceof BetterSqlite3.SqliteError)) return thrown
  const { code } = thrown
  const known = MEANINGS.find(([pattern]) => pattern.test(code))
  return known
    ? new StorageError(`The store ${file} cannot be used: ${known[2]}`, known[1], { cause: thrown })
    : new StorageError(
        `The store ${file} refused a change (${code}: ${thrown.message}). Nothing was changed.`,
        'failed',
        { cause: thrown },
      )
}
