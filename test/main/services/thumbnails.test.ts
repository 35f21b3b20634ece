/** The picture of a project, read from its own pixels. */
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { compose, type Services } from '../../../main/compose.ts'
import { type CommandType, command, type PayloadOf } from '../../../shared/commands/registry.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import { rational } from '../../../shared/time/rational.ts'
import { makeNumberedClip, readNumbers } from '../../fixtures/numbered.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const file = temporaryFolder()
let services: Services
afterEach(() => services?.close())

it('is the first picture, or the one at the in point, made again only after a change', {
  timeout: 180_000,
}, async () => {
  const clip = file('clip.mp4')
  const rate = rational(24)
  await makeNumberedClip({ path: clip, frames: 48, rate, width: 1280, height: 720 })
  services = await compose({ library: file('library'), env: {} })
  services.queue.start()
  const { projects, media, thumbnails } = services
  const made = projects.create('Film', { rate, width: 1280, height: 720 })
  const { id, timelineId } = settingsOf(made.project)
  const change = <T extends CommandType>(type: T, payload: PayloadOf<T>): void => {
    const { revisionId } = projects.present(id).head
    projects.dispatch(id, revisionId, command(type, payload, randomUUID()))
  }
  const jobs = () => services.queue.list().filter(({ kind }) => kind === 'thumbnail')
  /** The picture after one more job, by its number; null where there is none. */
  const picture = async (count: number): Promise<number | null> => {
    await Promise.all([thumbnails.refresh(), thumbnails.refresh()])
    await expect
      .poll(() => jobs().map(({ state }) => state.status), { timeout: 60_000 })
      .toEqual(Array(count).fill('done'))
    const key = projects.list()[0]?.thumbnail
    const path = key ? await media.served('thumbnail', key) : undefined
    return path === undefined ? null : ((await readNumbers(path))[0] ?? null)
  }
  expect(await picture(1)).toBeNull()

  const { assets } = await media.importPaths([clip])
  const [asset] = assets
  if (!asset) throw new Error('The clip was not imported')
  change('assets.add', { assets: [asset] })
  const source = { kind: 'asset', assetId: asset.id } as const
  const part = { source, name: 'Part', sourceStart: rational(5, 24), duration: 20 }
  const placed = { ...part, picture: true, sound: false }
  change('clips.place', { timelineId, mode: 'overwrite', frame: 10, media: [placed] })
  expect(await picture(2)).toBe(5)
  expect(await picture(2)).toBe(5)
  change('timeline.setRange', { timelineId, inFrame: 17, outFrame: null })
  expect(await picture(3)).toBe(12)
  await rm(join(file('library'), 'cache'), { recursive: true })
  expect(await picture(4)).toBe(12)
})
