import BetterSqlite3 from 'better-sqlite3'
import { expect, it } from 'vitest'
import { first } from '../../../../main/database/migrations/0001-first.ts'
import { versions } from '../../../../main/database/migrations/0002-versions.ts'
import { jobNeeds } from '../../../../main/database/migrations/0003-jobNeeds.ts'
import { money } from '../../../../main/database/migrations/0004-money.ts'

it('keeps the books as they were; a task ends once, in one of three ways; limits belong to projects', () => {
  const db = new BetterSqlite3(':memory:')
  db.pragma('foreign_keys = ON')
  for (const { sql } of [first, versions, jobNeeds]) db.exec(sql)
  db.exec(`
    INSERT INTO projects (id, name, head, tip, createdAt, openedAt) VALUES ('p', 'P', 'r', 'r', 'now', 'now');
    INSERT INTO ledger (projectId, jobId, taskUUID, kind, amount, note, at)
      VALUES ('p', 'j', 't', 'reservation', 5, '', 'now'), ('p', 'j', 't', 'settlement', 5, '', 'now'),
             ('p', 'k', 'u', 'reservation', 7, '', 'now');
  `)
  const all = (sql: string): unknown[] => db.prepare(sql).all()
  const books = all('SELECT * FROM ledger')
  db.exec(money.sql)
  expect(all('SELECT * FROM ledger')).toEqual(books)
  const close = (task: string, kind: string): void => {
    db.exec(
      `INSERT INTO ledger (projectId, jobId, taskUUID, kind, amount, note, at)
       VALUES ('p', 'k', '${task}', '${kind}', 7, '', 'now')`,
    )
  }
  expect(() => close('t', 'writeOff')).toThrow(/UNIQUE/)
  close('u', 'writeOff')
  expect(() => close('u', 'release')).toThrow(/UNIQUE/)
  db.exec("INSERT INTO limits VALUES ('p', 100, NULL)")
  expect(() => db.exec("INSERT INTO limits VALUES ('gone', 1, 1)")).toThrow(/FOREIGN/)
  expect(
    all("EXPLAIN QUERY PLAN SELECT * FROM takes WHERE json_extract(take, '$.recipe') = ''"),
  ).toMatchObject([{ detail: expect.stringContaining('takesByRecipe') }])
  db.close()
})
