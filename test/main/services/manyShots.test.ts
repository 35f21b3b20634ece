/** Several shots for one price: all or none, and nothing twice. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { compose, type Services } from '../../../main/compose.ts'
import type { GenerationEngine } from '../../../main/engines/GenerationEngine.ts'
import { memorySecrets } from '../../../main/services/Secrets.ts'
import { command } from '../../../shared/commands/registry.ts'
import type { ProjectId, ShotId } from '../../../shared/model/ids.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { rational } from '../../../shared/time/rational.ts'
import { say } from '../../../shared/words/say.ts'
import { makeNumberedClip } from '../../fixtures/numbered.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()
const size = { width: 640, height: 360, rate: rational(24), frames: 120 }
beforeAll(() => makeNumberedClip({ path: folder('take.mp4'), ...size }))

/** Two results are made by ffmpeg, perhaps on a machine that is busy. */
const PATIENT = { timeout: 80_000 }

/** 360p, 5 s. */
const PRICE = 600_000
const COUNT = 5
const shots = Array.from(
  { length: COUNT },
  (_, i): Shot => ({
    ...{ id: `shot ${i}` as ShotId, name: `Boat ${i}`, mode: 'text', prompt: `Boat ${i}.` },
    ...{ length: 5, resolution: '360p', aspect: '16:9', loop: false, hdr: false, exrExport: false },
  }),
)
const ids = shots.map(({ id }) => id)

const engine: GenerationEngine = {
  name: 'runware',
  isFree: false,
  async run({ request, workDir }, { checkpoint }) {
    await checkpoint({ stage: 'submitting', wire: request })
    const video = `${workDir}/result.mp4`
    await makeNumberedClip({ path: video, ...size })
    return {
      result: {
        ...{ taskType: 'videoInference', taskUUID: request.taskUUID, cost: 0.06 },
        ...{ videoUUID: randomUUID(), videoURL: 'https://vm.runware.ai/v.mp4' },
      },
      ...{ wire: request, video, extras: [], notes: [], method: say('method:ray') },
    }
  },
}

const open: Services[] = []
afterEach(async () => {
  for (const services of open.splice(0)) await services.close()
})

async function scene(name: string): Promise<{ services: Services; projectId: ProjectId }> {
  const services = await compose({
    ...{ library: folder(name), env: {}, secrets: memorySecrets('rw-test-0123456789') },
    engines: { runware: engine },
  })
  open.push(services)
  const format = { rate: rational(24), width: 1280, height: 720 }
  const { id } = settingsOf(services.projects.create('Harbour', format).project)
  for (const shot of shots) {
    const { revisionId } = services.projects.present(id).head
    const made = command('shot.create', { shot, pins: [] }, randomUUID())
    services.projects.dispatch(id, revisionId, made)
  }
  return { services, projectId: id }
}

it('are refused as a whole beyond the cap, at another price and unconfirmed', async () => {
  const { services, projectId } = await scene('refused')
  const { manyShots, money, store } = services
  const generate = (quoted: number, isConfirmed = false) =>
    manyShots.generate(projectId, ids, 'runware', quoted, isConfirmed)
  money.setLimits(projectId, { cap: COUNT * PRICE - 1, confirmAbove: COUNT * PRICE - 2 })
  const planned = shots.map((shot) => ({
    ...{ itemId: 'clip' as never, project: services.projects.read(projectId), shot },
  }))
  expect(manyShots.quote(projectId, planned, 'runware')).toMatchObject({
    amount: COUNT * PRICE,
    money: { isOverCap: true, asksFirst: true },
  })
  expect(() => generate(COUNT * PRICE, true)).toThrow(/This costs \$0\.30,/)
  money.setLimits(projectId, { cap: COUNT * PRICE })
  expect(() => generate(COUNT * PRICE)).toThrow(/confirmed first/)
  expect(() => generate(PRICE)).toThrow(/0\.06.*0\.3/)
  expect([store.ledger.rows(), store.jobs.withStatus('queued')]).toEqual([[], []])
  expect(generate(COUNT * PRICE, true).jobIds.length).toBe(COUNT)
  expect(money.standing(projectId)).toMatchObject({ reserved: COUNT * PRICE, left: 0 })
})

it('pay only for what is neither there nor on its way', { timeout: 180_000 }, async () => {
  const { services, projectId } = await scene('again')
  const { manyShots, money, shots: one, queue } = services
  const [first, second] = ids as [ShotId, ShotId]
  const running = one.generate(projectId, first, 'runware', PRICE)
  const generate = (shotIds: readonly ShotId[], quoted: number) =>
    manyShots.generate(projectId, shotIds, 'runware', quoted, false)
  expect(generate([first, second], PRICE).jobIds[0]).toBe(running)
  expect(money.standing(projectId)).toMatchObject({ reserved: 2 * PRICE, settled: 0 })
  queue.start()
  await expect.poll(() => one.takes(projectId, first).length, PATIENT).toBe(1)
  const copy = { ...(shots[0] as Shot), id: 'copy' as ShotId }
  const { revisionId } = services.projects.present(projectId).head
  const made = command('shot.create', { shot: copy, pins: [] }, randomUUID())
  services.projects.dispatch(projectId, revisionId, made)
  expect(generate([copy.id], 0)).toMatchObject({
    ...{ jobIds: [], takes: [{ shotId: copy.id, cost: 0, number: 1 }] },
  })
  await expect.poll(() => money.standing(projectId).settled, PATIENT).toBe(2 * PRICE)
})
