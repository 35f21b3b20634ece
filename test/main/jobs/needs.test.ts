/** Jobs that need others, and jobs that are tried again. */

import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Lane } from '../../../main/database/repositories/jobRow.ts'
import { openStore, type Store } from '../../../main/database/store.ts'
import { createQueue, type Queue } from '../../../main/jobs/queue.ts'
import { defineRunner, type Finish } from '../../../main/jobs/Runner.ts'
import type { JobId } from '../../../shared/model/ids.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import { type FakeClock, fakeClock } from '../../fakes/fakeClock.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()
let store: Store
let clock: FakeClock
let queue: Queue
/** How each title's runs end, one after another; the last one again and again. */
let plan: Record<string, (Finish | Error)[]>
let ran: string[]
let endings: string[]

const DONE: Finish = { note: say('job:ready') }
const FULL = Object.assign(new Error('no space left'), { code: 'ENOSPC' })

beforeEach(() => {
  store = openStore(folder(`${randomUUID()}.sqlite`))
  clock = fakeClock()
  plan = {}
  ran = []
  endings = []
  const runner = defineRunner({
    kind: 'prepare',
    payload: z.object({ settled: z.boolean() }),
    async run(_payload, { job }) {
      const title = inEnglish(job.title)
      ran.push(title)
      const results = plan[title] ?? [DONE]
      const result = results.length > 1 ? results.shift() : results[0]
      if (result instanceof Error) throw result
      return result ?? DONE
    },
    ended: (_payload, { job, status }) => endings.push(`${inEnglish(job.title)} ${status}`),
    mayRepeat: ({ settled }) => !settled,
  })
  queue = createQueue({
    ...{ store, clock, workFolder: folder('work'), secrets: () => [], runners: [runner] },
    log: { write: () => undefined },
    onChange: () => undefined,
  })
})
afterEach(async () => {
  await queue.close()
  store.close()
})

interface Options {
  readonly priority?: number
  readonly lane?: Lane
  readonly createdAt?: string
  readonly settled?: boolean
}

function add(title: string, needs: readonly JobId[] = [], options: Options = {}): JobId {
  const { priority = 0, lane = 'prepare', createdAt = '2026', settled = false } = options
  const id = randomUUID() as JobId
  store.transaction(() =>
    store.jobs.insert({
      ...{ id, kind: 'prepare', lane, title: asWritten(title), priority, needs, createdAt },
      ...{ subject: {}, payload: { settled } },
    }),
  )
  return id
}

const states = (...ids: JobId[]) => ids.map((id) => store.jobs.find(id)?.state)
const statuses = (...ids: JobId[]) => states(...ids).map((state) => state?.status)
const settle = (...ids: JobId[]) =>
  expect.poll(() => statuses(...ids).filter((s) => s === 'queued' || s === 'running'))

describe('needs', () => {
  it('are done before, whatever the priority and the lane', async () => {
    const first = add('first')
    const second = add('second', [first], { priority: 9 })
    const third = add('third', [first, second], { priority: 99, lane: 'export' })
    queue.start()
    await settle(first, second, third).toEqual([])
    expect(ran).toEqual(['first', 'second', 'third'])
    expect(queue.list().map(({ needs }) => needs)).toEqual([[first, second].sort(), [first], []])
  })

  it('that fail end what needs them, and what needs that, with the reason', async () => {
    plan.first = [new Error('broken')]
    const first = add('first')
    const second = add('second', [first])
    const third = add('third', [second])
    const other = add('other')
    queue.start()
    await settle(first, second, third, other).toEqual([])
    expect(ran).toEqual(['first', 'other'])
    const finishedAt = '2026-01-01T00:00:00.000Z'
    expect(states(second, third, other)).toEqual([
      {
        ...{ status: 'failed', finishedAt, because: first },
        message: say('job:neededFailed', { title: asWritten('first') }),
      },
      {
        ...{ status: 'failed', finishedAt, because: second },
        message: say('job:neededFailed', { title: asWritten('second') }),
      },
      { status: 'done', finishedAt, note: say('job:ready') },
    ])
    expect(endings).toEqual(['first failed', 'second failed', 'third failed'])
  })

  it('that are cancelled cancel what needs them', () => {
    const first = add('first')
    const second = add('second', [first])
    queue.cancel(first)
    const finishedAt = '2026-01-01T00:00:00.000Z'
    expect(states(first, second)).toEqual([
      { status: 'cancelled', finishedAt },
      {
        ...{ status: 'cancelled', finishedAt, because: first },
        message: say('job:neededCancelled', { title: asWritten('first') }),
      },
    ])
    expect(endings).toEqual(['first cancelled', 'second cancelled'])
  })

  it('that nothing else needs are cancelled with a job, the last one first', () => {
    const shared = add('shared')
    const first = add('first', [shared])
    const second = add('second', [first])
    const both = add('both', [first, second])
    const other = add('other', [shared])
    queue.cancel(both)
    expect(statuses(both, second, first, shared, other)).toEqual([
      ...['cancelled', 'cancelled', 'cancelled', 'queued', 'queued'],
    ])
    expect(endings).toEqual(['both cancelled', 'second cancelled', 'first cancelled'])
  })

  it('are seen through with a job, by a queue that was never started', async () => {
    const first = add('first')
    const second = add('second', [first])
    const third = add('third', [second, first])
    const ended = await queue.finish(third, new AbortController().signal)
    expect([ended.status, ran]).toEqual(['done', ['first', 'second', 'third']])
    plan.broken = [new Error('no')]
    const broken = add('broken')
    const after = await queue.finish(add('after', [broken]), new AbortController().signal)
    expect(after).toMatchObject({ status: 'failed', because: broken })
  })

  it('that came to nothing before end a new job as soon as the queue looks', async () => {
    const first = add('first')
    queue.cancel(first)
    const late = add('late', [first])
    queue.start()
    await settle(late).toEqual([])
    expect(statuses(late)).toEqual(['cancelled'])
  })

  it('are tried again with what needs them, from either end', async () => {
    plan.first = [new Error('broken'), new Error('broken'), DONE]
    const first = add('first')
    const second = add('second', [first])
    queue.start()
    await settle(first, second).toEqual([])
    queue.retry(first)
    await settle(first, second).toEqual([])
    expect(statuses(first, second)).toEqual(['failed', 'failed'])
    queue.retry(second)
    await settle(first, second).toEqual([])
    expect(statuses(first, second)).toEqual(['done', 'done'])
  })

  it('that may not be repeated keep what needs them from being repeated, by name', () => {
    const first = add('first', [], { settled: true })
    const second = add('second', [first])
    queue.cancel(first)
    expect(() => queue.retry(second)).toThrow(
      '"first", which this job needs, cannot be repeated as it is. Start it anew where it came from.',
    )
    expect(statuses(first, second)).toEqual(['cancelled', 'cancelled'])
  })
})

describe('a failure that may pass', () => {
  it('is tried again later and later, and given up in the end', async () => {
    plan.big = [FULL]
    const id = add('big')
    queue.start()
    const waits: unknown[] = []
    for (const [round, wait] of [5_000, 30_000, 120_000].entries()) {
      await expect.poll(() => store.jobs.find(id)?.failures).toBe(round + 1)
      const [state] = states(id)
      waits.push(state?.status === 'queued' && state.retry)
      clock.advance(wait - 2_000)
      expect(ran).toHaveLength(round + 1)
      // The queue looks every two seconds.
      clock.advance(4_000)
    }
    await settle(id).toEqual([])
    const message = say('job:noRoom')
    expect(waits).toEqual([
      { at: '2026-01-01T00:00:05.000Z', failures: 1, message },
      { at: '2026-01-01T00:00:37.000Z', failures: 2, message },
      { at: '2026-01-01T00:02:39.000Z', failures: 3, message },
    ])
    expect(states(id)).toMatchObject([{ status: 'failed', message }])
    expect(endings).toEqual(['big failed'])
  })

  it('is tried at once when a person says so, and may be cancelled meanwhile', async () => {
    plan.big = [FULL, DONE]
    plan.other = [FULL]
    const [id, other] = [add('big'), add('other')]
    queue.start()
    await expect
      .poll(() => [id, other].map((each) => store.jobs.find(each)?.failures))
      .toEqual([1, 1])
    queue.retry(id)
    queue.cancel(other)
    await settle(id, other).toEqual([])
    expect(statuses(id, other)).toEqual(['done', 'cancelled'])
  })
})

describe('the order of a lane', () => {
  it('is by priority, then the newest import, and inside it as it came', async () => {
    // A lane of one at a time: of two that run at once nobody knows which says so first.
    const lane = 'proxy'
    const ids = [
      add('old strip', [], { lane, priority: 12, createdAt: '2026-01-01' }),
      add('old poster', [], { lane, priority: 40, createdAt: '2026-01-01' }),
      add('new poster 1', [], { lane, priority: 40, createdAt: '2026-01-02' }),
      add('new poster 2', [], { lane, priority: 40, createdAt: '2026-01-02' }),
      add('new strip', [], { lane, priority: 12, createdAt: '2026-01-02' }),
    ]
    queue.start()
    await settle(...ids).toEqual([])
    expect(ran).toEqual(['new poster 1', 'new poster 2', 'old poster', 'new strip', 'old strip'])
  })
})
