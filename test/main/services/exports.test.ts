import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compose, type Services } from '../../../main/compose.ts'
import { type CommandType, command, type PayloadOf } from '../../../shared/commands/registry.ts'
import type { JobId, ProjectId, TimelineId } from '../../../shared/model/ids.ts'
import { placedClips, settingsOf, timelineOf, tracksOf } from '../../../shared/model/select.ts'
import { rational } from '../../../shared/time/rational.ts'
import { makeNumberedClip, readNumbers } from '../../fixtures/numbered.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()
let services: Services
let projectId: ProjectId
let timelineId: TimelineId

const change = <T extends CommandType>(type: T, payload: PayloadOf<T>): void => {
  const { revisionId } = services.projects.present(projectId).head
  services.projects.dispatch(projectId, revisionId, command(type, payload, randomUUID()))
}
const ended = (id: JobId) =>
  expect.poll(() => services.store.jobs.find(id)?.state.status, { timeout: 20_000 })

beforeAll(async () => {
  const rate = rational(24)
  const clip = { path: folder('clip.mp4'), width: 320, height: 180, rate, frames: 24 }
  await makeNumberedClip({ ...clip, sound: 'tone' })
  services = await compose({ library: folder('library'), env: {} })
  const { assets } = await services.media.importPaths([clip.path])
  const made = services.projects.create('Export', { rate, width: 320, height: 180 })
  const settings = settingsOf(made.project)
  projectId = settings.id
  timelineId = settings.timelineId
  change('assets.add', { assets })
  const media = assets.map(({ id, name }) => ({
    ...{ source: { kind: 'asset', assetId: id } as const, name, duration: 12 },
    ...{ sourceStart: rational(6, 24), picture: true, sound: true },
  }))
  change('clips.place', { timelineId, mode: 'append', frame: 0, media })
})
afterAll(() => services.close())

describe('an export', () => {
  it('writes the document as it was when it was asked for, in the range, verified', async () => {
    const { target, name } = await services.exports.target(folder('out.mp4'))
    const range = { in: 2, out: 10 }
    const job = services.exports.start({ projectId, timelineId, preset: 'h264', target, range })
    const [picture] = tracksOf(
      services.projects.read(projectId),
      timelineOf(services.projects.read(projectId), timelineId),
    )
    const [clip] = picture ? placedClips(services.projects.read(projectId), picture) : []
    if (!clip) throw new Error('There is no clip')
    change('clip.slip', { itemId: clip.item.id, delta: 3, linked: true })
    services.queue.start()
    await ended(job).toBe('done')
    expect(name).toBe('out.mp4')
    expect(await readNumbers(folder('out.mp4'))).toEqual([8, 9, 10, 11, 12, 13, 14, 15])
    expect(services.store.jobs.find(job)).toMatchObject({
      outcome: { frames: 8, width: 320, height: 180, rate: '24', video: 'h264', audio: 'aac' },
    })
    expect(services.exports.finishedPath(job)).toBe(folder('out.mp4'))
  })

  it('goes only where the person chose', () => {
    const asked = { projectId, timelineId, preset: 'h264', target: folder('other.mp4') } as const
    expect(() => services.exports.start(asked)).toThrow(/was not opened here/)
    expect(() => services.exports.finishedPath('none' as JobId)).toThrow(/not finished/)
  })

  it('leaves nothing behind when it is cancelled', async () => {
    const { target } = await services.exports.target(folder('cancelled.mov'))
    const job = services.exports.start({ projectId, timelineId, preset: 'prores', target })
    services.queue.cancel(job)
    await ended(job).toBe('cancelled')
    expect(existsSync(folder('cancelled.mov'))).toBe(false)
  })
})
