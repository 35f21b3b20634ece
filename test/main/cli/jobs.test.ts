/** Working the queue from the command line. */
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { compose } from '../../../main/compose.ts'
import type { JobId } from '../../../shared/model/ids.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'
import { keyreel } from './commandLine.ts'

const file = temporaryFolder()

it('ends when nothing is open any more, and tells failures in one JSON value', async () => {
  const library = ['--library', file('library')]
  const idle = await keyreel(['jobs', 'run', '--json', ...library])
  expect([idle.code, JSON.parse(idle.out)]).toEqual([0, { jobs: [] }])

  const services = await compose({ library: file('library'), env: {} })
  const id = randomUUID() as JobId
  services.store.jobs.insert({
    ...{ id, kind: 'export', lane: 'export', priority: 1 },
    ...{ title: asWritten('Broken'), subject: {}, payload: {} },
    createdAt: '2026-01-01T00:00:00.000Z',
  })
  await services.close()
  const failed = await keyreel(['jobs', 'run', '--json', ...library])
  expect([failed.code, JSON.parse(failed.out)]).toEqual([
    1,
    {
      jobs: [expect.objectContaining({ id, state: expect.objectContaining({ status: 'failed' }) })],
      error: { message: '1 of 1 jobs failed.', code: 1 },
    },
  ])
}, 30_000)

it('help for a command that does not exist says so', async () => {
  const { code, err } = await keyreel(['help', 'rendr'])
  expect([code, err.startsWith('There is no command "rendr". Choose one of probe, ')]).toEqual([
    2,
    true,
  ])
})
