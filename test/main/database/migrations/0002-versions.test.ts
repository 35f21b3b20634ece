import BetterSqlite3 from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../../../main/database/migrate.ts'
import { first } from '../../../../main/database/migrations/0001-first.ts'
import { versions } from '../../../../main/database/migrations/0002-versions.ts'

it('keeps every row, marks what was written before it, and lets a copy have the same takes', () => {
  const db = new BetterSqlite3(':memory:')
  db.pragma('foreign_keys = ON')
  db.exec(first.sql)
  db.exec(`
    INSERT INTO projects VALUES ('p', 'P', 'r', 'r', 0, 'now', 'now'), ('q', 'Q', 'r', 'r', 0, 'now', 'now');
    INSERT INTO revisions (projectId, id, label, patch, at) VALUES ('p', 'r', 'New', '[]', 'now');
    INSERT INTO snapshots VALUES ('p', 'r', '{}');
    INSERT INTO takes VALUES ('t', 'p', 's', 1, 'j', '{}');
  `)
  db.exec(versions.sql)
  const all = (sql: string): unknown[] => db.prepare(sql).all()
  expect({
    projects: all('SELECT id, removedAt FROM projects ORDER BY id'),
    revisions: all('SELECT id, form FROM revisions'),
    snapshots: all('SELECT revisionId, form FROM snapshots'),
    takes: all('SELECT id, projectId, shotId, number, jobId, take FROM takes'),
  }).toEqual({
    projects: [
      { id: 'p', removedAt: null },
      { id: 'q', removedAt: null },
    ],
    revisions: [{ id: 'r', form: '1-' }],
    snapshots: [{ revisionId: 'r', form: '1-' }],
    takes: [{ id: 't', projectId: 'p', shotId: 's', number: 1, jobId: 'j', take: '{}' }],
  })
  db.exec("INSERT INTO takes VALUES ('t', 'q', 's', 1, 'j', '{}')")
  expect(() => db.exec("INSERT INTO takes VALUES ('u', 'p', 's', 2, 'j', '{}')")).toThrow(/UNIQUE/)
  expect(() => db.exec("INSERT INTO versions VALUES ('p', 'A', 'gone', 'now')")).toThrow(/FOREIGN/)
  migrate(new BetterSqlite3(':memory:'), ':memory:', [first, versions])
  db.close()
})
