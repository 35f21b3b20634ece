import BetterSqlite3 from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../../../main/database/migrate.ts'
import { first } from '../../../../main/database/migrations/0001-first.ts'

it('makes tables that keep the books straight: a task is reserved once and closed once', () => {
  const db = new BetterSqlite3(':memory:')
  migrate(db, ':memory:', [first])
  db.exec("INSERT INTO projects VALUES ('p', 'P', 'r', 'r', 0, 'now', 'now')")
  const add = (kind: string) =>
    db
      .prepare(
        "INSERT INTO ledger (projectId, jobId, taskUUID, kind, amount, note, at) VALUES ('p', 'j', 't', ?, 5, '', 'now')",
      )
      .run(kind)
  add('quote')
  add('reservation')
  expect(() => add('reservation')).toThrow(/UNIQUE/)
  add('settlement')
  expect(() => add('release')).toThrow(/UNIQUE/)
  expect(() => db.exec("INSERT INTO jobs (id) VALUES ('j')")).toThrow(/NOT NULL/)
  expect(
    db
      .prepare(
        'EXPLAIN QUERY PLAN SELECT id FROM jobs WHERE status = ? AND lane = ? ORDER BY priority DESC, number',
      )
      .all('queued', 'x'),
  ).toMatchObject([{ detail: 'SEARCH jobs USING INDEX jobsToClaim (status=? AND lane=?)' }])
  db.close()
})
