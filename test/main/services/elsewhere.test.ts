/** What another process does to an open library is found and told, once each time. */
import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { compose, type Services } from '../../../main/compose.ts'
import { command } from '../../../shared/commands/registry.ts'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import type { EventName } from '../../../shared/ipc/events.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import { rational } from '../../../shared/time/rational.ts'
import { fakeClock } from '../../fakes/fakeClock.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()
const FORMAT = { rate: rational(24), width: 1280, height: 720 }
let told: EventName[] = []
let here: Services
let there: Services

beforeEach(async () => {
  const library = folder(randomUUID())
  told = []
  here = await compose({ library, announce: (name) => told.push(name) })
  there = await compose({ library })
})
afterEach(async () => {
  await here.close()
  await there.close()
})

it('tells of what others write, not of what is written here', async () => {
  here.projects.create('Here', FORMAT)
  await here.elsewhere.look()
  expect(told).toEqual([])
  const { project, head } = there.projects.create('There', FORMAT)
  await here.elsewhere.look()
  await here.elsewhere.look()
  expect(told).toEqual(['store:changed'])
  const { id } = settingsOf(project)
  there.projects.dispatch(id, head.revisionId, command('project.rename', { name: 'Two' }, 'c1'))
  const now = here.projects.head(id)
  expect([now.revisionId === head.revisionId, now]).toEqual([false, there.projects.head(id)])
})

it('counts by newer facts of the model as soon as another process has left them, and says why not', async () => {
  const { file } = here.modelFacts
  const newer = { ...RAY_3_2, asOf: '2027-01-02', limits: { ...RAY_3_2.limits, reframeSource: 45 } }
  await there.modelFacts.replace(newer)
  expect(here.modelFacts.current()).toEqual(RAY_3_2)
  await here.elsewhere.look()
  await here.elsewhere.look()
  expect(here.modelFacts.current()).toEqual(newer)
  await writeFile(file, '{"air": "other"}')
  await here.elsewhere.look()
  expect([here.modelFacts.current(), here.modelFacts.problem()?.key]).toEqual([
    RAY_3_2,
    'service:badModelFacts',
  ])
  await rm(file)
  await here.elsewhere.look()
  expect([here.modelFacts.problem(), told]).toEqual([
    null,
    ['model:changed', 'model:changed', 'model:changed'],
  ])
})

it('looks now and then while it is watched', async () => {
  const clock = fakeClock()
  const library = folder(randomUUID())
  const watched = await compose({ library, clock, announce: (name) => told.push(name) })
  const other = await compose({ library })
  watched.elsewhere.watch()
  other.projects.create('There', FORMAT)
  clock.advance(1_000)
  await watched.elsewhere.look()
  expect(told).toEqual(['store:changed'])
  await watched.close()
  await other.close()
})
