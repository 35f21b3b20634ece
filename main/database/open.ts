/** Opens the one SQLite file of a store. */

import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { say } from '../../shared/words/say.ts'
import { migrate } from './migrate.ts'
import { explainSqlite, StorageError } from './StorageError.ts'

/**
 * `synchronous=FULL` because an acknowledged change must survive a power cut; WAL so that the window reads while
 * the command line writes.
 * @throws StorageError when the folder or the file cannot be used.
 */
export function openDatabase(file: string): Database {
  makeFolder(dirname(file))
  let db: Database | undefined
  try {
    db = new BetterSqlite3(file, { timeout: 10_000 })
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    migrate(db, file)
    return db
  } catch (thrown) {
    db?.close()
    throw explainSqlite(thrown, file)
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (cause) {
    throw new StorageError(say('storage:folderFails', { folder }), 'readOnly', { cause })
  }
}
