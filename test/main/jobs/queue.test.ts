import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openStore, type Store } from '../../../main/database/store.ts'
import { createQueue, type Queue, type QueueOptions } from '../../../main/jobs/queue.ts'
import { defineRunner, type Finish, type RunContext } from '../../../main/jobs/Runner.ts'
import type { Job } from '../../../shared/jobs/job.ts'
import type { JobId } from '../../../shared/model/ids.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import { type FakeClock, fakeClock } from '../../fakes/fakeClock.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()
const payload = z.object({ mediaKey: z.string() })

/** A run that the test decides about. */
interface Run {
  readonly context: RunContext
  readonly finish: (finish?: Partial<Finish>) => void
  readonly fail: (error: Error) => void
}

let store: Store
let clock: FakeClock
let runs: Run[]
let changes: Job[]
const queues: Queue[] = []

function queue(options: Partial<QueueOptions> = {}): Queue {
  const runner = defineRunner({
    kind: 'prepare',
    payload,
    run: (_payload, context) =>
      new Promise<Finish>((resolve, reject) => {
        context.signal.addEventListener('abort', () => reject(context.signal.reason))
        runs.push({
          context,
          finish: (finish) => resolve({ note: say('job:ready'), ...finish }),
          fail: reject,
        })
      }),
    leftOpen: (_payload, checkpoint) => checkpoint === 'sent',
    ended: (_payload, { status, checkpoint }) =>
      store.preferences.write('ended', { status, checkpoint }),
  })
  const made = createQueue({
    ...{ store, clock, workFolder: folder('work'), secrets: () => [] },
    runners: [runner],
    log: { write: () => undefined },
    onChange: (job) => changes.push(job),
    limits: { prepare: 1 },
    ...options,
  })
  queues.push(made)
  return made
}

function add(title: string, priority = 0): JobId {
  const id = randomUUID() as JobId
  store.jobs.insert({
    ...{
      id,
      kind: 'prepare',
      lane: 'prepare',
      title: asWritten(title),
      priority,
      subject: { mediaKey: title },
    },
    payload: { mediaKey: title },
    createdAt: '2026-01-01T00:00:00.000Z',
  })
  return id
}

const state = (id: JobId) => store.jobs.find(id)?.state
const started = (count: number) => expect.poll(() => runs.length).toBe(count)

beforeEach(() => {
  store = openStore(folder(`${randomUUID()}.sqlite`))
  clock = fakeClock()
  runs = []
  changes = []
})
afterEach(async () => {
  await Promise.all(queues.splice(0).map((one) => one.close()))
  store.close()
})

describe('the queue', () => {
  it('runs by priority, one at a time in a lane, and keeps the outcome', async () => {
    const [low, high] = [add('low'), add('high', 5)]
    const jobs = queue()
    jobs.start()
    await started(1)
    expect([state(low)?.status, state(high)?.status]).toEqual(['queued', 'running'])
    expect(existsSync(runs[0]?.context.workDir ?? '')).toBe(true)
    runs[0]?.finish({
      outcome: { count: 1 },
      commit: () => store.preferences.write('with', 'the end'),
    })
    await started(2)
    expect(store.jobs.find(high)).toMatchObject({
      state: { status: 'done', note: say('job:ready'), finishedAt: '2026-01-01T00:00:00.000Z' },
      outcome: { count: 1 },
      leaseOwner: null,
    })
    expect(store.preferences.find('with')).toBe('the end')
    expect(readdirSync(folder('work'))).toEqual([`${low}.1`])
  })

  it('makes the end and what belongs to it one transaction', async () => {
    const id = add('one')
    const jobs = queue()
    jobs.start()
    await started(1)
    runs[0]?.finish({
      commit: () => {
        store.preferences.write('half', true)
        throw new Error('no')
      },
    })
    await jobs.ended(id)
    expect(state(id)).toMatchObject({ status: 'failed' })
    expect(store.preferences.find('half')).toBeUndefined()
  })

  it('writes progress a few times a second at most', async () => {
    const id = add('one')
    queue().start()
    await started(1)
    changes = []
    for (let i = 0; i < 100; i++) {
      clock.advance(10)
      runs[0]?.context.progress(i / 100, asWritten('half'))
    }
    expect(changes.map(({ state }) => ('progress' in state ? state.progress : null))).toEqual([
      0, 0.25, 0.5, 0.75,
    ])
    expect(state(id)).toMatchObject({ status: 'running', progress: 0.75, note: asWritten('half') })
  })

  it('cancels queued and running jobs, and tells their runner', async () => {
    const [first, second] = [add('first'), add('second')]
    const jobs = queue()
    jobs.start()
    await started(1)
    jobs.cancel(second)
    expect(state(second)?.status).toBe('cancelled')
    await runs[0]?.context.checkpoint('sent')
    jobs.cancel(first)
    await expect.poll(() => state(first)?.status).toBe('cancelled')
    expect(store.preferences.find('ended')).toEqual({ status: 'cancelled', checkpoint: 'sent' })
  })

  it('takes up again at the next start what was set aside with something to fetch', async () => {
    const id = add('paid')
    const first = queue()
    first.start()
    await started(1)
    await runs[0]?.context.checkpoint('sent')
    first.cancel(id)
    await expect.poll(() => state(id)?.status).toBe('cancelled')
    await first.close()
    queue().start()
    await started(2)
    expect(runs[1]?.context.resume).toBe('sent')
  })

  it('starts once, whatever it is told later', async () => {
    const jobs = queue()
    jobs.start()
    const id = add('set aside')
    jobs.added([id])
    await started(1)
    await runs[0]?.context.checkpoint('sent')
    jobs.cancel(id)
    clock.advance(5_000)
    await expect.poll(() => state(id)?.status).toBe('cancelled')
    jobs.start()
    expect(state(id)?.status).toBe('cancelled')
    await jobs.close()
    jobs.start()
    expect(state(id)?.status).toBe('cancelled')
  })

  it('hands its jobs back at quit, and resumes from the checkpoint', async () => {
    const id = add('long')
    const first = queue()
    first.start()
    await started(1)
    await runs[0]?.context.checkpoint({ stage: 2 })
    await first.close()
    expect([state(id), store.jobs.find(id)?.attempts]).toEqual([{ status: 'queued' }, 0])
    queue().start()
    await started(2)
    expect(runs[1]?.context.resume).toEqual({ stage: 2 })
  })

  it('keeps a sentence of a failure and goes on', async () => {
    const [bad, good] = [add('bad', 1), add('good')]
    queue({ secrets: () => ['s3cret-key'] }).start()
    await started(1)
    runs[0]?.fail(new Error('boom with s3cret-key'))
    await started(2)
    expect(state(bad)).toMatchObject({
      status: 'failed',
      message: say('job:unexpected', { why: 'boom with [hidden]' }),
    })
    expect(state(good)?.status).toBe('running')
  })

  it('removes what a crash left in the work folder', async () => {
    mkdirSync(folder('work/gone.1'), { recursive: true })
    const jobs = queue()
    jobs.start()
    await jobs.close()
    expect(readdirSync(folder('work'))).toEqual([])
  })

  it('fails what it cannot read instead of stopping', async () => {
    const id = add('odd')
    store.jobs.insert({
      ...{
        id: 'broken' as JobId,
        kind: 'prepare',
        lane: 'prepare',
        title: asWritten('broken'),
        priority: 9,
      },
      ...{ subject: {}, payload: { other: 1 }, createdAt: '' },
    })
    queue().start()
    await started(1)
    expect([state('broken' as JobId)?.status, state(id)?.status]).toEqual(['failed', 'running'])
  })
})

describe('leases', () => {
  it('let one of two processes run a job, and another when that one falls silent', async () => {
    const id = add('shared')
    const late = fakeClock(clock.now())
    queue({ owner: 'host|1|a' }).start()
    const second = queue({ owner: 'host|2|b', clock: late })
    second.start()
    await started(1)
    late.advance(10_000)
    expect(runs).toHaveLength(1)
    late.advance(15_000)
    await started(2)
    expect(store.jobs.find(id)).toMatchObject({ leaseOwner: 'host|2|b', fence: 2 })
    // The first one wakes up: it may neither checkpoint nor end the job.
    await expect(runs[0]?.context.checkpoint('stale')).rejects.toMatchObject({ kind: 'leaseLost' })
    runs[0]?.finish({ commit: () => store.preferences.write('stale', true) })
    runs[1]?.finish({ note: asWritten('By the second') })
    await second.ended(id)
    expect(state(id)).toMatchObject({ status: 'done', note: asWritten('By the second') })
    expect(store.preferences.find('stale')).toBeUndefined()
  })

  it('are kept by the heartbeat, however long a job takes', async () => {
    const id = add('long')
    queue({ owner: 'host|1|a' }).start()
    await started(1)
    for (let i = 0; i < 20; i++) clock.advance(5_000)
    queue({ owner: 'host|2|b' }).start()
    clock.advance(5_000)
    expect([runs.length, store.jobs.find(id)?.fence]).toEqual([1, 1])
  })

  it('of a process that certainly ended are taken over at once', async () => {
    const id = add('orphan')
    const dead = `${(await import('node:os')).hostname()}|4194303|x`
    store.jobs.claim('prepare', dead, { now: clock.now(), until: clock.now() + 20_000, at: '' })
    queue().start()
    await started(1)
    expect(store.jobs.find(id)).toMatchObject({ fence: 2, attempts: 2 })
  })

  it('carry a cancel to the process that runs the job', async () => {
    const id = add('elsewhere')
    queue({ owner: 'host|1|a' }).start()
    await started(1)
    queue({ owner: 'host|2|b' }).cancel(id)
    expect(runs[0]?.context.signal.aborted).toBe(false)
    clock.advance(5_000)
    await expect.poll(() => state(id)?.status).toBe('cancelled')
  })

  it('stop a job that took its process down again and again', async () => {
    const id = add('crasher')
    for (let i = 0; i < 5; i++) {
      store.jobs.claim('prepare', 'gone', { now: clock.now() + 1, until: clock.now(), at: '' })
    }
    clock.advance(10)
    const jobs = queue()
    jobs.start()
    await expect
      .poll(() => state(id))
      .toMatchObject({
        status: 'failed',
        message: expect.objectContaining({
          key: 'job:crashed',
          params: { title: asWritten('crasher'), count: 5 },
        }),
      })
    expect(runs).toHaveLength(0)
  })
})
