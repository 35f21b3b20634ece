import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../../main/database/migrate.ts'
import { MIGRATIONS } from '../../../main/database/migrations/all.ts'
import { openDatabase } from '../../../main/database/open.ts'
import { StorageError } from '../../../main/database/StorageError.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const file = temporaryFolder()

const tables = (db: BetterSqlite3.Database): unknown[] =>
  db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all()

describe('opening a store', () => {
  it('makes the folder and the newest form, durable and with foreign keys', () => {
    const db = openDatabase(file('new/folder/keyreel.sqlite'))
    expect({
      version: db.pragma('user_version', { simple: true }),
      journal: db.pragma('journal_mode', { simple: true }),
      synchronous: db.pragma('synchronous', { simple: true }),
      foreignKeys: db.pragma('foreign_keys', { simple: true }),
      tables: tables(db),
    }).toEqual({
      version: MIGRATIONS.length,
      journal: 'wal',
      synchronous: 2,
      foreignKeys: 1,
      tables: [
        'jobNeeds',
        'jobs',
        'ledger',
        'limits',
        'media',
        'preferences',
        'preparations',
        'projects',
        'revisions',
        'snapshots',
        'takes',
        'uploadSalt',
        'uploadUses',
        'uploads',
        'versions',
      ],
    })
    db.close()
  })

  it('refuses by name, and leaves untouched, a store from a newer program', () => {
    const path = file('future.sqlite')
    const db = openDatabase(path)
    db.pragma('user_version = 99')
    db.close()
    expect(() => openDatabase(path)).toThrow(
      expect.objectContaining({ name: 'StorageError', kind: 'fromFuture' }),
    )
    const again = new BetterSqlite3(path)
    expect(again.pragma('user_version', { simple: true })).toBe(99)
    again.close()
  })

  it('says plainly that a file is no store', () => {
    const path = file('text.sqlite')
    const db = new BetterSqlite3(path)
    db.close()
    expect(() => openDatabase('/dev/null/keyreel.sqlite')).toThrow(StorageError)
    expect(() => openDatabase('/dev/null/keyreel.sqlite')).toThrow(/cannot be made/)
  })
})

describe('migrations', () => {
  it('are numbered 1, 2, 3 … and each has a test of its own', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, i) => i + 1))
    const here = join(import.meta.dirname, 'migrations')
    const sources = join(dirname(import.meta.dirname), '../../main/database/migrations')
    const numbered = readdirSync(sources).filter((name) => /^\d{4}-/.test(name))
    expect(readdirSync(here).sort()).toEqual(
      numbered.map((name) => name.replace(/\.ts$/, '.test.ts')).sort(),
    )
  })

  it('run what is missing after a backup, and nothing twice', () => {
    const path = file('older.sqlite')
    const db = new BetterSqlite3(path)
    const one = {
      version: 1,
      name: 'one',
      sql: "CREATE TABLE a (x); INSERT INTO a VALUES ('kept')",
    }
    const two = { version: 2, name: 'two', sql: 'CREATE TABLE b (y)' }
    migrate(db, path, [one])
    migrate(db, path, [one, two])
    migrate(db, path, [one, two])
    expect(tables(db)).toEqual(['a', 'b'])
    const backups = readdirSync(dirname(path)).filter((name) =>
      name.includes('older.sqlite.before'),
    )
    expect(backups).toHaveLength(1)
    const backup = new BetterSqlite3(join(dirname(path), String(backups[0])))
    expect([tables(backup), backup.prepare('SELECT x FROM a').pluck().all()]).toEqual([
      ['a'],
      ['kept'],
    ])
    backup.close()
    db.close()
  })

  it('leave the store as it was when one fails', () => {
    const path = file('failing.sqlite')
    const db = new BetterSqlite3(path)
    const broken = { version: 1, name: 'broken', sql: 'CREATE TABLE a (x); CREATE NONSENSE' }
    expect(() => migrate(db, path, [broken])).toThrow(/NONSENSE/)
    expect([tables(db), db.pragma('user_version', { simple: true })]).toEqual([[], 0])
    db.close()
  })
})
