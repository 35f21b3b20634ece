import { randomUUID } from 'node:crypto'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore, type Store } from '../../../../main/database/store.ts'
import type { JobId } from '../../../../shared/model/ids.ts'
import { asWritten } from '../../../../shared/words/Said.ts'
import { temporaryFolder } from '../../media/temporaryFolder.ts'

const file = temporaryFolder()
const ID = 'a' as JobId
const TIMES = { now: 1000, until: 2000, at: '2026-01-01T00:00:00.000Z' }
let store: Store

beforeEach(() => {
  store = openStore(file(`${randomUUID()}.sqlite`))
  store.jobs.insert({
    ...{ id: ID, kind: 'prepare', lane: 'prepare', title: asWritten('One'), priority: 0 },
    ...{ subject: { mediaKey: 'k' }, payload: { mediaKey: 'k' } },
    createdAt: '2026-01-01T00:00:00.000Z',
  })
})
afterEach(() => store.close())

/** Each change of a lease breaks a key that SQLite looks at when it commits, as a full disk fails only then. */
function refuseCommits(): void {
  const db = new BetterSqlite3(store.file)
  db.exec(`
    CREATE TABLE kept (id INTEGER PRIMARY KEY);
    CREATE TABLE wanting (kept INTEGER REFERENCES kept (id) DEFERRABLE INITIALLY DEFERRED);
    CREATE TRIGGER refuse AFTER UPDATE OF leaseUntil ON jobs BEGIN INSERT INTO wanting VALUES (1); END;
  `)
  db.close()
}

it('takes no job whose lease could not be written', () => {
  refuseCommits()
  expect(() => store.jobs.claim('prepare', 'me', TIMES, [])).toThrow(/FOREIGN KEY/)
  expect(store.jobs.find(ID)).toMatchObject({ state: { status: 'queued' }, fence: 0 })
})

it('renews no lease that could not be written', () => {
  const row = store.jobs.claim('prepare', 'me', TIMES, [])
  refuseCommits()
  const lease = { jobId: ID, owner: 'me', fence: row?.fence ?? 0 }
  expect(() => store.jobs.renew(lease, 9000)).toThrow(/FOREIGN KEY/)
  expect(store.jobs.find(ID)?.leaseUntil).toBe(2000)
})

it('leaves what runs here alone when its lease ran out, as after the machine slept', () => {
  store.jobs.claim('prepare', 'me', TIMES, [])
  const later = { ...TIMES, now: 5000, until: 6000 }
  expect(store.jobs.claim('prepare', 'me', later, [ID])).toBeUndefined()
  expect(store.jobs.claim('prepare', 'another', later, [])).toMatchObject({ id: ID, fence: 2 })
})
