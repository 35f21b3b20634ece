/** What a project may cost, what becomes of each promise, and what need not be paid again. */

import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { compose, type Services } from '../../../main/compose.ts'
import type { GenerationEngine } from '../../../main/engines/GenerationEngine.ts'
import { ledgerCsv } from '../../../main/services/ledgerCsv.ts'
import { memorySecrets } from '../../../main/services/Secrets.ts'
import { type CommandType, command, type PayloadOf } from '../../../shared/commands/registry.ts'
import { GenerationError } from '../../../shared/generation/failure.ts'
import type { TaskAccount } from '../../../shared/ipc/money.ts'
import type { JobId, ProjectId, ShotId } from '../../../shared/model/ids.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { rational } from '../../../shared/time/rational.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import { makeNumberedClip } from '../../fixtures/numbered.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()
beforeAll(() =>
  makeNumberedClip({
    ...{ path: folder('take.mp4'), width: 640, height: 360, rate: rational(24), frames: 120 },
  }),
)

/** 360p, 5 s. */
const PRICE = 600_000
const shot: Shot = {
  ...{ id: 'shot' as ShotId, name: 'Boat', mode: 'text', prompt: 'A boat.' },
  ...{ length: 5, resolution: '360p', aspect: '16:9', loop: false, hdr: false, exrExport: false },
}

/** A paid engine of this process: it bills `cost` dollars, or fails as it is told. */
function payingEngine(run: { cost?: number; failure?: GenerationError }): GenerationEngine {
  return {
    name: 'runware',
    isFree: false,
    async run({ request, workDir }, { checkpoint }) {
      await checkpoint({ stage: 'submitting', wire: request })
      if (run.failure) throw run.failure
      const video = `${workDir}/result.mp4`
      const size = { width: 640, height: 360, rate: rational(24), frames: 120 }
      await makeNumberedClip({ path: video, ...size })
      return {
        result: {
          ...{ taskType: 'videoInference', taskUUID: request.taskUUID },
          ...{ videoUUID: randomUUID(), videoURL: 'https://vm.runware.ai/v.mp4' },
          ...(run.cost === undefined ? {} : { cost: run.cost }),
        },
        ...{ wire: request, video, extras: [], notes: [], method: say('method:ray') },
      }
    },
  }
}

const open: Services[] = []
afterEach(async () => {
  for (const services of open.splice(0)) await services.close()
})

async function scene(name: string, run: Parameters<typeof payingEngine>[0] = { cost: 0.06 }) {
  const services = await compose({
    ...{ library: folder(name), env: {}, secrets: memorySecrets('rw-test-0123456789') },
    engines: { runware: payingEngine(run) },
  })
  open.push(services)
  const format = { rate: rational(24), width: 1280, height: 720 }
  const make = (title: string): ProjectId => {
    const { id } = settingsOf(services.projects.create(title, format).project)
    dispatch(services, id, 'shot.create', { shot, pins: [] })
    return id
  }
  return { services, make, projectId: make('Harbour') }
}

function dispatch<T extends CommandType>(
  { projects }: Services,
  id: ProjectId,
  type: T,
  payload: PayloadOf<T>,
): void {
  projects.dispatch(id, projects.present(id).head.revisionId, command(type, payload, randomUUID()))
}

const ended = (services: Services, id: JobId, status: string) =>
  expect.poll(() => services.store.jobs.find(id)?.state.status, { timeout: 20_000 }).toBe(status)

describe('limits', () => {
  it('nothing is reserved beyond the cap, and all of it once the cap is raised', async () => {
    const { services, projectId } = await scene('cap')
    const { money, shots, store } = services
    const generate = () => shots.generate(projectId, shot.id, 'runware', PRICE, { isAnother: true })
    expect(money.standing(projectId)).toEqual({
      ...{ cap: null, confirmAbove: null, reserved: 0, settled: 0, writtenOff: 0, left: null },
    })
    money.setLimits(projectId, { cap: PRICE * 2 - 1 })
    generate()
    expect(shots.quote(projectId, shot.id, 'runware').money).toMatchObject({
      ...{ cap: PRICE * 2 - 1, reserved: PRICE, left: PRICE - 1, isOverCap: true },
    })
    const entries = store.ledger.rows()
    expect(generate).toThrow(
      'This costs $0.06, and of the $0.1199999 that "Harbour" may cost $0.06 is spent or reserved. Nothing was sent; raise the cap, or ask for less.',
    )
    expect([store.ledger.rows(), store.jobs.withStatus('queued').length]).toEqual([entries, 1])
    // What costs nothing is never beyond a cap.
    shots.generate(projectId, shot.id, 'local', 0)
    money.setLimits(projectId, { cap: PRICE * 2 })
    generate()
    expect(money.standing(projectId)).toMatchObject({ reserved: PRICE * 2, left: 0 })
    expect(money.setLimits(projectId, { cap: null })).toMatchObject({ cap: null, left: null })
  })

  it('an amount above the limit for asking wants to be confirmed', async () => {
    const { services, projectId } = await scene('confirm')
    const { money, shots } = services
    money.setLimits(projectId, { confirmAbove: PRICE - 1 })
    expect(shots.quote(projectId, shot.id, 'runware').money.asksFirst).toBe(true)
    expect(() => shots.generate(projectId, shot.id, 'runware', PRICE)).toThrow(/confirmed first/)
    shots.generate(projectId, shot.id, 'runware', PRICE, { isConfirmed: true })
    money.setLimits(projectId, { confirmAbove: PRICE })
    expect(shots.quote(projectId, shot.id, 'runware').money.asksFirst).toBe(false)
    shots.generate(projectId, shot.id, 'runware', PRICE, { isAnother: true })
  })

  it('are each project’s own, and go along with a copy', async () => {
    const { services, make, projectId } = await scene('own')
    services.money.setLimits(projectId, { cap: 7, confirmAbove: 3 })
    expect(services.money.standing(make('Other')).cap).toBeNull()
    const copy = settingsOf((await services.shelf.duplicate(projectId)).project).id
    expect(services.money.standing(copy)).toMatchObject({ cap: 7, confirmAbove: 3, left: 7 })
  })
})

describe('the books', () => {
  it('hold what was quoted against what was billed, for each task', async () => {
    const { services, projectId } = await scene('billed', { cost: 0.0634567 })
    services.queue.start()
    const job = services.shots.generate(projectId, shot.id, 'runware', PRICE)
    await ended(services, job, 'done')
    const [task] = services.money.tasks(projectId)
    expect(task).toEqual({
      ...{ taskUUID: expect.any(String), projectId, projectName: 'Harbour', engine: 'runware' },
      ...{
        title: say('job:generate', { name: 'Boat' }),
        quoted: PRICE,
        reserved: 0,
        billed: 634_567,
      },
      ...{ difference: 34_567, state: 'settled', at: expect.any(String) },
      ...{
        closedAt: expect.any(String),
        note: say('take:billed', { quoted: 0.06, amount: 0.0634567 }),
      },
    })
    expect(services.money.entries(projectId).map(({ kind, amount }) => [kind, amount])).toEqual([
      ...[
        ['quote', PRICE],
        ['reservation', PRICE],
        ['settlement', 634_567],
      ],
    ])
  })

  it('write off what may have been billed when the service ends the task without a take', async () => {
    const failure = new GenerationError(asWritten('Gone.'), {
      kind: 'timeout',
      mayBeBilled: true,
      isOver: true,
    })
    const { services, projectId } = await scene('over', { failure })
    services.queue.start()
    const job = services.shots.generate(projectId, shot.id, 'runware', PRICE)
    await ended(services, job, 'failed')
    expect(services.money.tasks()).toMatchObject([
      { state: 'writtenOff', billed: PRICE, difference: 0, reserved: 0 },
    ])
    services.money.setLimits(projectId, { cap: PRICE * 2 })
    expect(services.money.standing(projectId)).toMatchObject({ writtenOff: PRICE, left: PRICE })
    // It is over: not tried again at the next start.
    await services.close()
    open.length = 0
    const again = await compose({
      ...{ library: folder('over'), env: {}, engines: { runware: payingEngine({}) } },
    })
    open.push(again)
    again.queue.start()
    expect(again.store.jobs.find(job)?.state.status).toBe('failed')
  })

  it('keep what may still arrive reserved, until it is given up by hand', async () => {
    const failure = new GenerationError(asWritten('Not now.'), { kind: 'auth', mayBeBilled: true })
    const { services, projectId } = await scene('given-up', { failure })
    services.queue.start()
    const job = services.shots.generate(projectId, shot.id, 'runware', PRICE)
    await ended(services, job, 'failed')
    const [task] = services.money.tasks()
    expect(task).toMatchObject({ state: 'reserved', reserved: PRICE, billed: 0, difference: 0 })
    const given = services.money.writeOff(task?.taskUUID ?? '')
    expect(given).toMatchObject({
      state: 'writtenOff',
      billed: PRICE,
      note: say('money:writtenOffByHand'),
    })
    expect(services.store.ledger.totals(projectId)).toEqual({
      ...{ reserved: 0, settled: 0, writtenOff: PRICE },
    })
    expect(() => services.money.writeOff(task?.taskUUID ?? '')).toThrow(/closed already/)
    expect(() => services.money.writeOff('nothing')).toThrow(/no task "nothing"/)
    expect(() => services.queue.retry(job)).toThrow(/Start it anew/)
  })

  it('are not closed while a job is under way', async () => {
    const { services, projectId } = await scene('under-way')
    services.shots.generate(projectId, shot.id, 'runware', PRICE)
    const [task] = services.money.tasks()
    expect(() => services.money.writeOff(task?.taskUUID ?? '')).toThrow(
      /"Generate Boat" is still under way/,
    )
  })

  it('become CSV that spreadsheets read as it is meant', () => {
    const task: TaskAccount = {
      ...{ taskUUID: 'u-1', projectId: 'p' as ProjectId, projectName: '=1+1', engine: 'runware' },
      ...{
        title: asWritten('Generate "Boat", wide'),
        quoted: 36_000_000,
        reserved: 0,
        billed: 21_751_182,
      },
      ...{ difference: -14_248_818, state: 'settled', at: '2026-01-01T00:00:00.000Z' },
      ...{ closedAt: null, note: asWritten('two\nlines') },
    }
    expect(ledgerCsv([task])).toBe(
      'submitted,closed,project,job,engine,task,state,quoted,reserved,billed,difference,note\r\n' +
        '2026-01-01T00:00:00.000Z,,\'=1+1,"Generate ""Boat"", wide",runware,u-1,settled,3.60,0.00,2.1751182,-1.4248818,"two\nlines"\r\n',
    )
  })
})

describe('an identical request', () => {
  it('at the same moment joins the job that is under way, unless another take is wanted', async () => {
    const { services, make, projectId } = await scene('twice')
    const { shots, store } = services
    expect(shots.quote(projectId, shot.id, 'runware').isUnderWay).toBe(false)
    const ask = () => shots.generate(projectId, shot.id, 'runware', PRICE)
    const first = ask()
    expect([ask(), ask()]).toEqual([first, first])
    expect(shots.quote(projectId, shot.id, 'runware').isUnderWay).toBe(true)
    expect(services.money.standing(projectId).reserved).toBe(PRICE)
    const another = shots.generate(projectId, shot.id, 'runware', PRICE, { isAnother: true })
    expect(another).not.toBe(first)
    // Another project's shot gets no take of this job, and the local engine costs nothing.
    const other = make('Other')
    expect(shots.generate(other, shot.id, 'runware', PRICE)).not.toBe(first)
    expect(shots.generate(projectId, shot.id, 'local', 0)).not.toBe(first)
    services.queue.start()
    await ended(services, first, 'done')
    await ended(services, another, 'done')
    const entries = store.ledger.ofProject(projectId).length
    expect(ask).toThrow('Exactly this was made meanwhile: "Boat take 1"')
    expect(store.ledger.ofProject(projectId)).toHaveLength(entries)
  })

  it('is offered the take that is there, in any project, and pays nothing for it', async () => {
    const { services, make, projectId } = await scene('same')
    services.queue.start()
    const { shots } = services
    expect(shots.quote(projectId, shot.id, 'runware').same).toEqual([])
    await ended(services, shots.generate(projectId, shot.id, 'runware', PRICE), 'done')
    const [take] = shots.takes(projectId, shot.id)
    if (!take) throw new Error('There is no take')
    const offer = {
      ...{ projectId, shotId: shot.id, takeId: take.id, number: 1, name: 'Boat take 1' },
      cost: PRICE,
    }
    expect(shots.quote(projectId, shot.id, 'runware').same).toEqual([offer])
    // Another engine makes something else of it.
    expect(shots.quote(projectId, shot.id, 'local').same).toEqual([])
    expect(shots.reuse(projectId, shot.id, offer)).toEqual(take)

    const other = make('Other')
    expect(shots.quote(other, shot.id, 'runware').same).toEqual([offer])
    const reused = shots.reuse(other, shot.id, offer)
    expect(reused).toEqual({
      ...take,
      ...{ id: reused.id, cost: 0, number: 1, asset: { ...take.asset, id: reused.asset.id } },
      notes: [say('money:reused', { take: 1, shot: 'Boat take 1' })],
    })
    expect(shots.takes(other, shot.id)).toEqual([reused])
    expect(services.money.standing(other)).toMatchObject({ reserved: 0, settled: 0 })
    dispatch(services, other, 'take.accept', { shotId: shot.id, take: reused })
    // One result, however many takes show it.
    expect(shots.quote(projectId, shot.id, 'runware').same).toEqual([offer])

    dispatch(services, other, 'shot.update', { shotId: shot.id, patch: { prompt: 'A ship.' } })
    expect(shots.quote(other, shot.id, 'runware').same).toEqual([])
    expect(() => shots.reuse(other, shot.id, offer)).toThrow(/made from something else/)
  })
})
