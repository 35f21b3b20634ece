import BetterSqlite3 from 'better-sqlite3'
import { expect, it } from 'vitest'
import { first } from '../../../../main/database/migrations/0001-first.ts'
import { versions } from '../../../../main/database/migrations/0002-versions.ts'
import { jobNeeds } from '../../../../main/database/migrations/0003-jobNeeds.ts'
import { money } from '../../../../main/database/migrations/0004-money.ts'
import { uploads } from '../../../../main/database/migrations/0005-uploads.ts'

function migrated(): BetterSqlite3.Database {
  const db = new BetterSqlite3(':memory:')
  db.pragma('foreign_keys = ON')
  for (const { sql } of [first, versions, jobNeeds, money]) db.exec(sql)
  db.exec("INSERT INTO preferences (key, value) VALUES ('language', '\"de\"')")
  db.exec(uploads.sql)
  return db
}

it('gives a store a book of uploads: media once, uses that go with their upload, a salt of its own', () => {
  const [db, other] = [migrated(), migrated()]
  const salts = [db, other].map((each) => each.prepare('SELECT salt FROM uploadSalt').pluck().all())
  expect(salts.flat()).toEqual([
    expect.stringMatching(/^[0-9a-f]{32}$/),
    expect.stringMatching(/^[0-9a-f]{32}$/),
  ])
  expect(salts[0]).not.toEqual(salts[1])
  const put = (task: string, medium: string | null): void => {
    db.prepare("INSERT INTO uploads VALUES (?, 'account', 'hash', ?, 'stored', 'now', 'now')").run(
      task,
      medium,
    )
  }
  put('a', 'medium')
  put('b', null)
  put('c', null)
  expect(() => put('d', 'medium')).toThrow(/UNIQUE/)
  db.exec("INSERT INTO uploadUses VALUES ('a', 'task'), ('b', 'task')")
  expect(() => db.exec("INSERT INTO uploadUses VALUES ('gone', 'task')")).toThrow(/FOREIGN/)
  db.exec("DELETE FROM uploads WHERE taskUUID = 'a'")
  expect(db.prepare('SELECT upload FROM uploadUses').pluck().all()).toEqual(['b'])
  expect(db.prepare('SELECT key FROM preferences').pluck().all()).toEqual(['language'])
  db.close()
  other.close()
})
