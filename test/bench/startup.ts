/**
 * Cold start to an interactive window: from spawning the process to a visible, enabled control that answers, Keyreel with
 * its sample project against an empty window of the same Electron, in turns. Both have been started once before, so
 * the program files are in the system's cache and the sample project exists; every start is a new process.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Page } from 'playwright-core'
import { buildIfStale } from '../../build/buildIfStale.ts'
import { withDisplay } from '../../build/display/withDisplay.ts'
import type { ElectronFound } from '../../build/electron/ElectronFound.ts'
import { root } from '../../build/paths.ts'
import { setUp } from '../../build/setup.ts'
import { writeEmptyApp } from './startup/emptyApp.ts'

const ROUNDS = 7

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

interface Contestant {
  readonly name: string
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  readonly ready: (page: Page) => Promise<void>
}

async function start(electron: ElectronFound, contestant: Contestant): Promise<number> {
  const began = performance.now()
  const app = await _electron.launch({
    executablePath: electron.executable,
    args: [...electron.args, contestant.folder],
    env: contestant.env,
  })
  await contestant.ready(await app.firstWindow())
  const milliseconds = performance.now() - began
  await app.close()
  return milliseconds
}

const electron = await setUp()
await buildIfStale()
const folder = await mkdtemp(join(tmpdir(), 'keyreel-startup-'))
const result = await withDisplay(async (display) => {
  const inherited = Object.fromEntries(
    Object.entries({ ...process.env, ...electron.env, ...display.env }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value]],
    ),
  )
  const contestants: readonly Contestant[] = [
    {
      name: 'empty window',
      folder: await writeEmptyApp(join(folder, 'empty')),
      env: inherited,
      ready: (page) => page.getByRole('button', { name: 'Ready' }).click(),
    },
    {
      name: 'Keyreel, sample project',
      folder: root,
      env: { ...inherited, KEYREEL_LIBRARY: join(folder, 'library') },
      ready: async (page) => {
        await page.getByRole('treegrid', { name: 'Timeline' }).waitFor()
        await page.getByRole('tab', { name: 'Info' }).click()
      },
    },
  ]
  const times = contestants.map((): number[] => [])
  for (let round = -1; round < ROUNDS; round++) {
    for (const [index, contestant] of contestants.entries()) {
      const milliseconds = await start(electron, contestant)
      if (round >= 0) times[index]?.push(milliseconds)
    }
  }
  return contestants.map(({ name }, index) => ({ name, times: times[index] ?? [] }))
})
await rm(folder, { recursive: true, force: true })

const [peer, keyreel] = result.map(({ times }) => median(times))
const ratio = (keyreel ?? Number.NaN) / (peer ?? Number.NaN)
process.stdout.write('\ncold start to an interactive window (median of 7 starts each, in turns)\n')
for (const { name, times } of result) {
  const all = times.map((time) => time.toFixed(0)).join(' ')
  process.stdout.write(
    `  ${name.padEnd(26)} ${median(times).toFixed(0).padStart(6)} ms   (${all})\n`,
  )
}
process.stdout.write(`  ratio ${ratio.toFixed(2)} (aim at most 1.5)\n`)
process.stdout.write(
  `${JSON.stringify({ bench: 'startup', ratio, aim: 1.5, electron: electron.version, result })}\n`,
)
