/**
 * How long the main process cannot answer while a project with a large history is copied: 20,000 revisions of a project of
 * 10,000 clips, on the disk that holds the build's test output. Each figure is the longest turn of the event loop
 * (perf_hooks.monitorEventLoopDelay, 1 ms) from the call to its answer.
 *
 * duplicate, archive, restore   as the window asks for them
 * at a stretch                  the same rows copied in one transaction and one turn, for comparison
 */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { inRepository } from '../../build/paths.ts'
import { compose } from '../../main/compose.ts'
import { copyProject } from '../../main/database/copyProject.ts'
import { openDatabase } from '../../main/database/open.ts'
import { command } from '../../shared/commands/registry.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import { settingsOf } from '../../shared/model/select.ts'
import { asWritten } from '../../shared/words/Said.ts'
import { largeProject } from './history/largeProject.ts'

const REVISIONS = 20_000

mkdirSync(inRepository('test-output'), { recursive: true })
const folder = await mkdtemp(inRepository('test-output', 'bench-blocking-'))

interface Measured {
  readonly seconds: number
  /** Milliseconds. */
  readonly longest: number
}

async function measured(work: () => unknown): Promise<Measured> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  /** Until the monitor has measured once more. */
  const turn = async (): Promise<void> => {
    for (const before = delay.count; delay.count <= before; ) {
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  delay.enable()
  await turn()
  const began = performance.now()
  await work()
  const seconds = (performance.now() - began) / 1000
  await turn()
  delay.disable()
  return { seconds, longest: delay.max / 1e6 }
}

try {
  const services = await compose({ library: join(folder, 'library') })
  const { projects, shelf, archives, store } = services
  const made = projects.add(largeProject(), { isSample: false, label: asWritten('Large') })
  const id = settingsOf(made.project).id
  let head = projects.present(id).head.revisionId
  for (let n = 0; n < REVISIONS; n++) {
    head = projects.dispatch(
      id,
      head,
      command('project.rename', { name: `Name ${n}` }, randomUUID()),
    ).head.revisionId
  }
  projects.keepSnapshots('now')

  const results: Record<string, Measured> = {}
  results.duplicate = await measured(() => shelf.duplicate(id))
  const path = join(folder, 'large.keyreel')
  results.archive = await measured(() => archives.archive(id, path, { withMedia: false }))
  results.restore = await measured(() => archives.restore(path))
  await services.close()
  const db = openDatabase(store.file)
  results['at a stretch'] = await measured(() =>
    db.transaction(() => {
      const as = randomUUID() as ProjectId
      const same = { from: db, to: db, projectId: id, as, withLedger: false, isForeign: false }
      for (const step of copyProject(same)) if (step[0] > step[1]) return
    })(),
  )
  db.close()
  for (const [name, { seconds, longest }] of Object.entries(results)) {
    process.stdout.write(
      `figure: ${name.padEnd(12)} ${seconds.toFixed(2)} s, longest turn ${longest.toFixed(0)} ms\n`,
    )
  }
  process.stdout.write(`${JSON.stringify({ bench: 'blocking', revisions: REVISIONS, results })}\n`)
} finally {
  await rm(folder, { recursive: true, force: true })
}
