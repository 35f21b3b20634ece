/**
 * Two processes with the real services pay for takes on one library, against a service that fails at every step, while they
 * are killed, stopped, set wrong in time, closed and told to stop waiting. After each round: no job is lost, none was billed
 * twice by the service's own books, every take is whole, and the ledger says exactly what those books say.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { compose } from '../../../main/compose.ts'
import { openStore, type Store } from '../../../main/database/store.ts'
import { contentKey } from '../../../main/files/identity.ts'
import { systemClock } from '../../../main/services/Clock.ts'
import { createMoney } from '../../../main/services/money.ts'
import { command } from '../../../shared/commands/registry.ts'
import type { JobId, PinId, ProjectId, ShotId } from '../../../shared/model/ids.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { rational } from '../../../shared/time/rational.ts'
import type { FaultSwitch } from '../../fakes/faults.ts'
import { type RunwareDouble, startRunwareDouble } from '../../fakes/runwareDouble.ts'
import { makeNumberedClip } from '../../fixtures/numbered.ts'
import { isSoak, soakShare } from '../../soak.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const file = temporaryFolder()
const ROUNDS = isSoak ? soakShare(500) : 5
const SEED = Number(process.env.KEYREEL_SEED ?? Date.now() % 2 ** 31)
const KEY = 'rw-test-0123456789'
const SHOT = 'shot' as ShotId
/**
 * Milliseconds after which a round that has not come to rest is a fault. Long: leases last a second here, and on a machine
 * that gives these processes no time jobs go from one to the other until it does.
 */
const PATIENCE = isSoak ? 900_000 : 240_000

const times = fc.integer({ min: 1, max: 3 })
const task = fc.constantFrom('videoInference', 'getResponse', 'mediaStorage')
const fault: fc.Arbitrary<FaultSwitch> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('dropReply' as const, 'hangUp' as const, 'garbage' as const),
    task,
    times,
  }),
  fc.record({
    ...{ kind: fc.constant('status' as const), task, times },
    status: fc.constantFrom(429, 500, 503, 504),
  }),
  fc.record({
    ...{ kind: fc.constant('status' as const), task: fc.constant('getResponse'), times },
    status: fc.constantFrom(401, 403),
  }),
  fc.record({
    ...{
      kind: fc.constant('status' as const),
      task: fc.constant('videoInference'),
      times: fc.constant(1),
    },
    status: fc.constantFrom(401, 402),
  }),
  fc.record({ kind: fc.constantFrom('emptyPoll' as const, 'forgotten' as const), times }),
  fc.record({
    kind: fc.constantFrom('unsafe' as const, 'wrongType' as const, 'notVideo' as const),
  }),
  fc.record({ kind: fc.constant('foreignHost' as const), times }),
  fc.record({ kind: fc.constant('slow' as const), polls: fc.integer({ min: 1, max: 30 }) }),
  fc.record({
    ...{ kind: fc.constant('downloadStatus' as const), times: fc.integer({ min: 1, max: 12 }) },
    status: fc.constantFrom(403, 404, 500),
  }),
  fc.record({ kind: fc.constant('truncate' as const), bytes: fc.nat(20_000), times }),
  fc.record({
    kind: fc.constant('forgetsMedia' as const),
    code: fc.constantFrom('invalidValueUploadFailed', 'mediaNotFound', 'invalidParameter'),
    times: fc.constant(1),
  }),
  fc.record({ kind: fc.constant('provisional' as const), polls: times }),
  fc.record({ kind: fc.constant('deletionFails' as const), times }),
  fc.record({
    ...{ kind: fc.constant('jobFails' as const), message: fc.constant('No.') },
    shape: fc.constantFrom('item' as const, 'errors' as const),
    code: fc.constantFrom('taskFailed', 'timeoutProvider', 'providerContentPolicyViolation'),
  }),
)

const disturbance = fc.record({
  what: fc.constantFrom(
    'kill',
    'kill',
    'kill',
    'stop',
    'stopAndJump',
    'jump',
    'close',
    'cancel',
    'nothing',
  ),
  /** Which of the two. */
  who: fc.constantFrom(0, 1),
  /** Milliseconds. */
  after: fc.integer({ min: 0, max: 700 }),
  lasts: fc.integer({ min: 0, max: 2500 }),
})

type Disturbance = typeof disturbance extends fc.Arbitrary<infer T> ? T : never

const round = fc.record({
  faults: fc.array(fault, { maxLength: 5 }),
  /** How many tasks each of the two asks for. */
  pays: fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 2 })),
  /** Whether uploads are to be deleted once nobody needs them. */
  deletes: fc.boolean(),
  disturbances: fc.array(disturbance, { minLength: 1, maxLength: 3 }),
})

/** Does something at a moment of its own, so many milliseconds from now. */
const at = (milliseconds: number, act: () => void | Promise<void>): Promise<void> =>
  new Promise((resolve, reject) => {
    setTimeout(() => Promise.resolve(act()).then(resolve, reject), milliseconds)
  })

const children = new Set<ChildProcess>()
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
})

interface Payer {
  readonly child: ChildProcess
  readonly say: (line: string) => void
  readonly acknowledged: JobId[]
  readonly ready: Promise<void>
  /** How it ended, when nobody asked it to; undefined while it works. */
  readonly death: () => string | undefined
}

function startPayer(library: string, projectId: ProjectId, double: RunwareDouble): Payer {
  const script = join(import.meta.dirname, 'payingProcess.ts')
  const child = spawn(process.execPath, [script, library, projectId, SHOT], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, KEYREEL_RUNWARE_URL: double.baseUrl, KEYREEL_RUNWARE_KEY: KEY },
  })
  children.add(child)
  let complaints = ''
  let death: string | undefined
  child.stderr.on('data', (data: Buffer) => {
    complaints = (complaints + data.toString()).slice(-4000)
  })
  child.once('close', (code, signal) => {
    children.delete(child)
    death = `a process ended by ${signal ?? `code ${code}`}: ${complaints}`
  })
  // Words to a process that was killed in this moment go nowhere.
  child.stdin.on('error', () => undefined)
  const acknowledged: JobId[] = []
  let heard = ''
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      const lines = (heard + data.toString()).split('\n')
      heard = lines.pop() ?? ''
      for (const line of lines) {
        if (line.startsWith('J ')) acknowledged.push(line.slice(2) as JobId)
        if (line === 'R') resolve()
      }
    })
    child.once('close', () => reject(new Error('The process ended before it was ready')))
  })
  ready.catch(() => undefined)
  return {
    child,
    ready,
    acknowledged,
    death: () => death,
    say: (line) => void child.stdin.write(`${line}\n`),
  }
}

async function ended({ child }: Payer, signal?: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const closed = once(child, 'close')
  if (signal) child.kill(signal)
  await closed
}

/** A shot with a pinned picture, so that each task names one upload. */
async function makeScene(library: string, film: string): Promise<ProjectId> {
  const { media, projects, close } = await compose({ library, env: {} })
  const { assets } = await media.importPaths([film])
  const [asset] = assets
  if (!asset) throw new Error('The film was not imported')
  const format = { rate: rational(24), width: 640, height: 360 }
  const { id } = settingsOf(projects.create('Soak', format).project)
  const shot: Shot = {
    ...{ id: SHOT, name: 'Boat', mode: 'pins', prompt: 'A boat.', length: 5, resolution: '360p' },
    ...{ aspect: '16:9', loop: false, hdr: false, exrExport: false },
  }
  const picture = { assetId: asset.id, time: rational(1) }
  const pin = { id: 'pin' as PinId, shotId: SHOT, index: 0, picture }
  for (const step of [
    command('assets.add', { assets: [asset] }, 'assets'),
    command('shot.create', { shot, pins: [pin] }, 'shot'),
  ]) {
    projects.dispatch(id, projects.present(id).head.revisionId, step)
  }
  await close()
  return id
}

/** Resolves when every job of the round has ended and its books are closed; asks again for what was left open. */
async function atRest(
  store: Store,
  projectId: ProjectId,
  payers: readonly Payer[],
  words: string,
): Promise<void> {
  const money = createMoney({ store, clock: systemClock })
  const asked = new Map<string, number>()
  const open = () => [
    ...payers.flatMap(({ death }) => death() ?? []),
    ...money
      .tasks(projectId)
      .filter(({ state }) => state === 'reserved')
      .map(({ taskUUID }) => {
        const jobId = store.ledger.reservation(taskUUID)?.jobId as JobId
        const { state, checkpoint, leaseUntil, leaseOwner } = store.jobs.find(jobId) ?? {}
        const isOver = state?.status === 'failed' || state?.status === 'cancelled'
        const isWaiting = state?.status === 'queued' && state.retry !== undefined
        // Not again and again: the process needs a moment to do it.
        const isDue = Date.now() - (asked.get(jobId) ?? 0) > 1000
        if ((isOver || isWaiting) && isDue) {
          asked.set(jobId, Date.now())
          payers[0]?.say(`retry ${jobId}`)
        }
        return { state, checkpoint, leaseUntil, leaseOwner }
      }),
  ]
  await expect.poll(open, { timeout: PATIENCE, interval: 100, message: words }).toEqual([])
}

it('whatever happens, no job is lost, none is paid twice, every take is whole and the books agree', {
  timeout: isSoak ? 6 * 3_600_000 : 300_000,
}, async () => {
  // Two small results, told apart by their content; nobody looks at the pictures.
  const results = [file('one.mp4'), file('two.mp4')]
  for (const [i, path] of results.entries()) {
    await makeNumberedClip({ path, width: 640, height: 360, rate: rational(24), frames: 119 + i })
  }
  const keys = await Promise.all(results.map((path) => contentKey(path)))
  let made = 0
  const double = await startRunwareDouble({
    key: KEY,
    makeResult: (_request, _source, out) => copyFile(results[made++ % 2] ?? '', out),
  })
  const library = file('library')
  const projectId = await makeScene(library, results[0] ?? '')
  const store = openStore(join(library, 'keyreel.sqlite'))
  const money = createMoney({ store, clock: systemClock })
  const start = (): Payer => startPayer(library, projectId, double)
  const payers: [Payer, Payer] = [start(), start()]
  const acknowledged: JobId[] = []
  let kills = 0
  const replace = async (who: number, signal?: NodeJS.Signals): Promise<void> => {
    const payer = payers[who] as Payer
    await ended(payer, signal)
    acknowledged.push(...payer.acknowledged)
    payers[who] = start()
  }

  const jump = (to: Payer | undefined): void => to?.say('jump 90000')

  async function disturb({ what, who, lasts }: Disturbance): Promise<void> {
    const payer = payers[who] as Payer
    switch (what) {
      case 'kill':
        kills += 1
        return replace(who, 'SIGKILL')
      case 'stop':
      case 'stopAndJump':
        payer.child.kill('SIGSTOP')
        if (what === 'stopAndJump') jump(payers[1 - who])
        await at(lasts, () => void payer.child.kill('SIGCONT'))
        if (what === 'stopAndJump') jump(payer)
        return
      case 'jump':
        return payers.forEach(jump)
      case 'close':
        await payer.ready
        payer.say('close')
        return replace(who)
      case 'cancel': {
        const [job] = store.jobs.withStatus('running').filter(({ kind }) => kind === 'generate')
        if (job) payer.say(`cancel ${job.id}`)
        return
      }
      case 'nothing':
    }
  }

  const rounds = fc.sample(round, { seed: SEED, numRuns: ROUNDS })
  try {
    for (const [number, plan] of rounds.entries()) {
      const words = `seed ${SEED}, round ${number}: ${JSON.stringify(plan)}`
      await Promise.all(payers.map(({ ready }) => ready))
      store.preferences.write('deleteUploads', plan.deletes)
      double.faults.add(...plan.faults)
      for (const [who, payer] of payers.entries()) {
        for (let i = 0; i < (plan.pays[who] ?? 0); i++) payer.say('pay')
      }
      for (const one of plan.disturbances) await at(one.after, () => disturb(one))
      await Promise.all(payers.map(({ ready }) => ready))
      double.faults.clear()
      await atRest(store, projectId, payers, words)
      await judge(words)
      if ((number + 1) % 25 === 0) {
        process.stdout.write(`paid.random: ${number + 1} of ${ROUNDS} rounds\n`)
      }
    }
    // At last all that was uploaded can be deleted, by whichever process takes a look.
    store.preferences.write('deleteUploads', true)
    const lookAgain = () => {
      for (const payer of payers) payer.say('look')
      return store.uploads.all()
    }
    await expect.poll(lookAgain, { timeout: PATIENCE, interval: 1000 }).toEqual([])
    const left = new Set(double.books.uploads.map(({ mediaUUID }) => mediaUUID))
    for (const mediaUUID of [...double.books.deleted, ...double.books.lost]) left.delete(mediaUUID)
    expect([...left]).toEqual([])
    const tasks = money.tasks(projectId)
    const of = (state: string): number => tasks.filter((one) => one.state === state).length
    const { billed, refunded, conflicts, uploads, deleted, lost } = double.books
    process.stdout.write(
      `figure: paid.random: seed ${SEED}: ${ROUNDS} rounds, ${kills} processes killed; ${tasks.length} tasks, ${of('settled')} settled, ` +
        `${of('released')} released, ${of('writtenOff')} written off; the service took ${billed.length}, refunded ${refunded.length}, ` +
        `refused ${conflicts.length} repeated submits; ${uploads.length} uploads, ${deleted.length} deleted, ${lost.length} lost at the service; lost 0, billed twice 0, books equal, integrity ${store.integrity()}\n`,
    )
    expect(store.integrity()).toBe('ok')
  } finally {
    for (const payer of payers) await ended(payer, 'SIGKILL')
    store.close()
    await double.close()
  }

  async function judge(words: string): Promise<void> {
    const { billed, refunded, starved, uploads, deleted, lost } = double.books
    // Nothing was deleted that a task was still going to read, and what lies at the service is in the book.
    expect(starved, words).toEqual([])
    const gone = new Set([...deleted, ...lost])
    const known = new Set(store.uploads.all().map(({ taskUUID }) => taskUUID))
    expect(
      uploads.filter(({ taskUUID, mediaUUID }) => !gone.has(mediaUUID) && !known.has(taskUUID)),
      words,
    ).toEqual([])
    const tasks = money.tasks(projectId)
    const taken = billed.map(({ taskUUID }) => taskUUID)
    const costs = new Map(
      billed.map(({ taskUUID, cost }) => [taskUUID, refunded.includes(taskUUID) ? 0 : cost]),
    )
    // The service's books against ours, task by task, and nothing in them that we do not know.
    expect(
      tasks.map(({ taskUUID, billed }) => [taskUUID, billed]),
      words,
    ).toEqual(tasks.map(({ taskUUID }) => [taskUUID, costs.get(taskUUID) ?? 0]))
    const ours = new Set(tasks.map(({ taskUUID }) => taskUUID))
    expect([new Set(taken).size, taken.filter((id) => !ours.has(id))], words).toEqual([
      taken.length,
      [],
    ])
    // Every acknowledged job is there, and every task that was paid for has its take, whole.
    const jobs = [...acknowledged, ...payers.flatMap((payer) => payer.acknowledged)]
    expect(
      jobs.filter((id) => store.jobs.find(id) === undefined),
      words,
    ).toEqual([])
    const takes = store.takes.ofShot(projectId, SHOT)
    const settled = tasks.filter(({ state }) => state === 'settled').map((one) => one.taskUUID)
    expect(
      takes.map(({ request }) => (request as { taskUUID: string }).taskUUID).sort(),
      words,
    ).toEqual(settled.sort())
    const broken = takes.filter(({ asset }) => {
      const row = store.media.find(asset.mediaKey)
      return (
        !keys.includes(asset.mediaKey) || !row || readFileSync(row.path).length !== row.byteSize
      )
    })
    expect(broken, words).toEqual([])
  }
})
