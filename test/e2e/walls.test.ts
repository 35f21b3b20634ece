/** The program started for real: it judges its own walls, opens on the sample, and comes back after it was killed. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { resolveElectron } from '../../build/electron/resolveElectron.ts'
import { root } from '../../build/paths.ts'
import { run } from '../../build/process/run.ts'
import type { KeyreelApi } from '../../shared/ipc/api.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { received } from '../../shared/ipc/travel.ts'
import { settingsOf } from '../../shared/model/select.ts'
import { say } from '../../shared/words/say.ts'
import { launchKeyreel } from './harness/keyreelWindow.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-walls-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const start = async (...words: readonly string[]) => {
  const electron = await resolveElectron()
  return run(electron.executable, [...electron.args, root, ...words], {
    env: { ...process.env, ...electron.env, KEYREEL_LIBRARY: join(folder, 'self-test') },
    timeoutMs: 120_000,
  })
}

it('judges itself: every wall stands', async () => {
  const finished = await start('--self-test')
  const report = JSON.parse(finished.stdout.slice(finished.stdout.indexOf('{')))
  const failed = Object.entries<{ passed: boolean }>(report.checks).filter(([, c]) => !c.passed)
  expect([failed, finished.code]).toEqual([[], 0])
  expect(Object.keys(report.checks)).toHaveLength(16)
})

it('takes the commands of the command line', async () => {
  const asked = await start('--version')
  expect([asked.stdout.trim(), asked.code]).toEqual([expect.stringMatching(/^\d+\.\d+\.\d+$/), 0])
  const unknown = await start('nonsense')
  expect([unknown.code, unknown.stderr]).toEqual([
    2,
    expect.stringContaining('no command "nonsense"'),
  ])
})

it('opens on the sample project, and after a kill on what was acknowledged', async () => {
  const library = join(folder, 'killed')
  const first = await launchKeyreel({ library })
  await first.page.getByText('Sample project').first().waitFor()
  const opened = await openProject(first.page)
  const { id } = settingsOf(opened.project)
  const renamed = await first.page.evaluate(
    ([projectId, revisionId]) =>
      window.keyreel.call('project:dispatch', {
        projectId,
        revisionId,
        command: { id: 'rename', type: 'project.rename', payload: { name: 'Kept' } },
      }),
    [id, opened.head.revisionId] as const,
  )
  expect(renamed.ok).toBe(true)
  first.app.process().kill('SIGKILL')

  const second = await launchKeyreel({ library })
  await second.page.getByText('Kept').first().waitFor()
  const again = await openProject(second.page)
  expect(settingsOf(again.project).name).toBe('Kept')
  expect(again.head.undoLabel).toEqual(say('label:renameProject', { name: 'Kept' }))
  expect(second.faults).toEqual([])
  await second.close()
})

declare global {
  interface Window {
    readonly keyreel: KeyreelApi
  }
}

async function openProject(page: {
  evaluate: <T>(work: () => Promise<T>) => Promise<T>
}): Promise<Output<'project:open'>> {
  const answer = await page.evaluate(() => window.keyreel.call('project:open', {}))
  if (!answer.ok) throw new Error(answer.failure.message)
  return received('project:open', answer.value)
}
