import BetterSqlite3 from 'better-sqlite3'
import { expect, it } from 'vitest'
import { first } from '../../../../main/database/migrations/0001-first.ts'
import { versions } from '../../../../main/database/migrations/0002-versions.ts'
import { jobNeeds } from '../../../../main/database/migrations/0003-jobNeeds.ts'

it('keeps jobs and projects as they were; needs name jobs that are there', () => {
  const db = new BetterSqlite3(':memory:')
  db.pragma('foreign_keys = ON')
  db.exec(first.sql)
  db.exec(versions.sql)
  db.exec(`
    INSERT INTO projects (id, name, head, tip, createdAt, openedAt) VALUES ('p', 'P', 'r', 'r', 'now', 'now');
    INSERT INTO jobs (id, number, kind, lane, title, status, state, priority, createdAt, subject, payload)
      VALUES ('a', 1, 'export', 'export', 'A', 'failed', '{}', 3, 'now', '{}', '{}'),
             ('b', 2, 'export', 'export', 'B', 'queued', '{}', 3, 'now', '{}', '{}');
  `)
  db.exec(jobNeeds.sql)
  expect({
    jobs: db.prepare('SELECT id, title, priority, notBefore, failures FROM jobs').all(),
    projects: db.prepare('SELECT id, thumbnail, copiedBy FROM projects').all(),
    needs: db.prepare('SELECT * FROM jobNeeds').all(),
  }).toEqual({
    jobs: [
      { id: 'a', title: 'A', priority: 3, notBefore: 0, failures: 0 },
      { id: 'b', title: 'B', priority: 3, notBefore: 0, failures: 0 },
    ],
    projects: [{ id: 'p', thumbnail: null, copiedBy: null }],
    needs: [],
  })
  db.exec("INSERT INTO jobNeeds VALUES ('b', 'a')")
  expect(() => db.exec("INSERT INTO jobNeeds VALUES ('b', 'a')")).toThrow(/UNIQUE/)
  expect(() => db.exec("INSERT INTO jobNeeds VALUES ('b', 'gone')")).toThrow(/FOREIGN/)
  db.close()
})
