/** Statements that change rows and answer them. */
import type { Database } from 'better-sqlite3'

/**
 * Runs to the end before it answers. better-sqlite3's `get` stops at the first row and resets the statement, which is when
 * SQLite commits: it does not look at what that came to, so on a full disk it answers a row that was never written.
 * @throws SqliteError when the change was not committed
 */
export function returning(db: Database, sql: string): (parameters: object) => unknown {
  const statement = db.prepare(sql)
  return (parameters) => statement.all(parameters)[0]
}
