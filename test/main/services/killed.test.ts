/** Nothing that was acknowledged is lost, and nothing is half there, when the process is killed at any moment. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openStore } from '../../../main/database/store.ts'
import { createProjects } from '../../../main/services/projects.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import { rational } from '../../../shared/time/rational.ts'
import { fakeClock } from '../../fakes/fakeClock.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()
const KILLS = process.env.KEYREEL_SOAK === '1' ? 100 : 5

/** Kills after `lines` acknowledgements and a random moment more; answers the last one that was heard. */
async function killedAfter(file: string, project: string, lines: number): Promise<number> {
  const script = join(import.meta.dirname, 'dispatchForever.ts')
  const child = spawn(process.execPath, [script, file, project], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let heard = ''
  child.stdout.on('data', (data: Buffer) => {
    heard += data.toString()
    if (heard.split('\n').length > lines) child.kill('SIGKILL')
  })
  const [, signal] = await once(child, 'close')
  expect(signal).toBe('SIGKILL')
  return Number(heard.trimEnd().split('\n').at(-1))
}

it(
  'a killed process loses no acknowledged command',
  async () => {
    const file = folder('killed.sqlite')
    const first = openStore(file)
    const { project } = createProjects(first, fakeClock()).create('Name 0', {
      ...{ rate: rational(24), width: 1920, height: 1080 },
    })
    first.close()
    const { id } = settingsOf(project)
    for (let round = 0; round < KILLS; round++) {
      const heard = await killedAfter(file, id, 3 + ((round * 7) % 30))
      const store = openStore(file)
      const projects = createProjects(store, fakeClock())
      const revisions = projects.history(id)
      const { name } = settingsOf(projects.open(id).project)
      const last = revisions.length - 1
      expect(last).toBeGreaterThanOrEqual(heard)
      expect([name, projects.present(id).head.revisionId]).toEqual([
        `Name ${last}`,
        revisions.at(-1)?.id,
      ])
      expect(store.integrity()).toBe('ok')
      store.close()
    }
  },
  30_000 + KILLS * 3_000,
)
