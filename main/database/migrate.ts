/** Brings a store to the newest form. */

import type { Database } from 'better-sqlite3'
import { say } from '../../shared/words/say.ts'
import { MIGRATIONS } from './migrations/all.ts'
import type { Migration } from './migrations/Migration.ts'
import { StorageError } from './StorageError.ts'

const versionOf = (db: Database): number => Number(db.pragma('user_version', { simple: true }))

/**
 * Runs what is missing, each migration in a transaction of its own. A store that already holds data is copied to
 * `<file>.before-<version>` first.
 * @throws StorageError `fromFuture` when a newer Keyreel wrote the store; it is left untouched.
 */
export function migrate(db: Database, file: string, migrations = MIGRATIONS): void {
  const newest = migrations.at(-1)?.version ?? 0
  const found = versionOf(db)
  if (found > newest) {
    throw new StorageError(say('storage:fromFuture', { file, found, newest }), 'fromFuture')
  }
  if (found === newest) return
  if (found > 0) backUp(db, `${file}.before-${newest}`)
  for (const migration of migrations) run(db, migration)
}

/** A second process may have been faster: the version is read again once the write lock is held. */
function run(db: Database, migration: Migration): void {
  db.transaction(() => {
    if (versionOf(db) >= migration.version) return
    db.exec(migration.sql)
    db.pragma(`user_version = ${migration.version}`)
  }).immediate()
}

function backUp(db: Database, file: string): void {
  db.prepare('VACUUM INTO ?').run(freeName(db, file))
}

/** VACUUM INTO refuses an existing file, and an older backup is never overwritten. */
function freeName(db: Database, file: string): string {
  const stamp = db.prepare("SELECT strftime('%Y%m%dT%H%M%f', 'now')").pluck().get()
  return `${file}-${String(stamp)}.sqlite`
}
