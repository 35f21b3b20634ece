/**
 * What keeping history costs, on the disk that holds the build's test output: a 10,000-clip, 24-track project.
 *
 * commit    one trim through services/projects: apply, diff, JSON of the patch, one SQLite transaction with
 *           synchronous=FULL, answered after it; against JSON.stringify of the whole document, write, fsync, rename and
 *           fsync of the folder, in turns, same disk
 * making    the other of 20,000 revisions through the same service, 200 in one transaction, so that few wait for the disk;
 *           heap after 5,000 of them in one synchronous loop less the heap before, both after a collection
 * opening   a store opened anew with 20,000 revisions, to document, undo and redo labels, after snapshots were kept as
 *           the program keeps them; against readFile and JSON.parse of the same document, each in turns
 * undo      10,000 undo steps in one process; each of the first 200 durable, then 200 in one transaction; heap as above
 * drag      1,000 previews of a trim, then one dispatch: time of a preview, and revisions made
 */

import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { inRepository } from '../../build/paths.ts'
import { openStore } from '../../main/database/store.ts'
import { systemClock } from '../../main/services/Clock.ts'
import { createProjects } from '../../main/services/projects.ts'
import { applyCommand, type Command, command } from '../../shared/commands/registry.ts'
import { begin } from '../../shared/history/transaction.ts'
import type { ItemId, RevisionId } from '../../shared/model/ids.ts'
import { parseProject } from '../../shared/model/migrations/parseProject.ts'
import type { Project } from '../../shared/model/project.ts'
import { settingsOf } from '../../shared/model/select.ts'
import { asWritten } from '../../shared/words/Said.ts'
import { largeProject } from './history/largeProject.ts'

const COMMITS = 200
const REVISIONS = 20_000
const UNDOS = 10_000
const PREVIEWS = 1_000
const OPENINGS = 9
/** Made in one transaction where the disk is not what is measured; a snapshot is looked at after each. */
const TOGETHER = 200
const LOOP = 5_000

const at = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN
const median = (values: readonly number[]): number => at(values, 0.5)

function timed<T>(times: number[], work: () => T): T {
  const began = performance.now()
  const result = work()
  times.push(performance.now() - began)
  return result
}

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
const heap = (): number => {
  collect()
  return process.memoryUsage().heapUsed
}

const trim = (itemId: ItemId, delta: number): Command =>
  command('clip.trim', { itemId, edge: 'end', delta, ripple: false, linked: true }, randomUUID())

function rewrite(path: string, document: Project): void {
  const file = openSync(`${path}.new`, 'w')
  writeSync(file, JSON.stringify(document))
  fsyncSync(file)
  closeSync(file)
  renameSync(`${path}.new`, path)
  const folder = openSync(join(path, '..'), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

mkdirSync(inRepository('test-output'), { recursive: true })
const folder = await mkdtemp(inRepository('test-output', 'bench-history-'))
const storeFile = join(folder, 'keyreel.sqlite')
const jsonFile = join(folder, 'whole.json')
const line = (text: string): void => void process.stdout.write(`${text}\n`)

// The form the store would give back: checked once, as every opened document is.
const document = parseProject(JSON.parse(JSON.stringify(largeProject())))
const { id } = settingsOf(document)
const clips = document.items.values().filter(({ kind }) => kind === 'clip')
const clipAt = (i: number): ItemId => clips[(i * 37) % clips.length]?.id as ItemId
const delta = (i: number): number => (Math.floor(i / clips.length) % 2 === 0 ? 2 : -2)

let store = openStore(storeFile)
let projects = createProjects(store, systemClock)
projects.add(document, { isSample: false, label: asWritten('New project') })
let head: RevisionId = projects.present(id).head.revisionId
let made = 0
const commit = (): void => {
  head = projects.dispatch(id, head, trim(clipAt(made), delta(made))).head.revisionId
  made++
}

const [commits, rewrites, applies, floor]: number[][] = [[], [], [], []] as number[][]
for (let i = -5; i < COMMITS; i++) {
  const isWarm = i >= 0
  timed(isWarm ? (commits ?? []) : [], commit)
  const present = projects.read(id)
  if (i % 4 === 0) timed(isWarm ? (rewrites ?? []) : [], () => rewrite(jsonFile, present))
  if (i % 4 === 1) timed(applies ?? [], () => applyCommand(present, trim(clipAt(i + 7000), 2)))
  if (i % 4 === 2)
    timed(floor ?? [], () => store.transaction(() => store.projects.opened(id, String(i))))
}

line('\ncommit of a trim, 10,000 clips on 24 tracks (apply + durable commit; in turns)')
const row = (name: string, times: readonly number[]): void =>
  line(
    `  ${name.padEnd(42)} median ${median(times).toFixed(2).padStart(8)} ms   p95 ${at(times, 0.95).toFixed(2).padStart(8)} ms`,
  )
row('Keyreel: apply, diff, one transaction', commits ?? [])
row('  of that: apply (pure, shared/)', applies ?? [])
row('  of that: an empty durable transaction', floor ?? [])
row('peer: whole document as JSON with fsync', rewrites ?? [])
const commitRatio = median(rewrites ?? []) / median(commits ?? [])
line(`  ${commitRatio.toFixed(1)} times faster (aim at least 15)`)

/** Real calls of the service; only the wait for the disk is shared. */
function together(count: number, step: () => void): void {
  for (let left = count; left > 0; left -= TOGETHER) {
    store.transaction(() => {
      for (let i = 0; i < Math.min(left, TOGETHER); i++) step()
    })
    projects.keepSnapshots('now')
  }
}

const began = performance.now()
together(200, commit)
const heapBeforeLoop = heap()
together(LOOP, commit)
const loopGrowth = (heap() - heapBeforeLoop) / 2 ** 20
together(REVISIONS - 1 - made, commit)
const revisions = projects.history(id).length
line(
  `\nmade ${revisions} revisions in ${((performance.now() - began) / 1000).toFixed(0)} s; store ${((await stat(storeFile)).size / 2 ** 20).toFixed(0)} MiB`,
)
line(`  heap grew by ${loopGrowth.toFixed(1)} MiB over ${LOOP} of them in one synchronous loop`)
const present = projects.read(id)
rewrite(jsonFile, present)
store.close()

const [openings, parses]: number[][] = [[], []] as number[][]
for (let i = -1; i < OPENINGS; i++) {
  collect()
  const opening = performance.now()
  store = openStore(storeFile)
  projects = createProjects(store, systemClock)
  projects.open(id)
  if (i >= 0) openings?.push(performance.now() - opening)
  if (i < OPENINGS - 1) store.close()
  collect()
  const parsing = performance.now()
  JSON.parse(await readFile(jsonFile, 'utf8'))
  if (i >= 0) parses?.push(performance.now() - parsing)
}
const openRatio = median(openings ?? []) / median(parses ?? [])
line(`opening with ${revisions} revisions (new store and service each time)`)
row('Keyreel: open the store, document, labels', openings ?? [])
row('peer: readFile and JSON.parse of the same', parses ?? [])
line(`  ${openRatio.toFixed(2)} times (aim at most 3)`)

head = projects.present(id).head.revisionId
const heapBefore = heap()
const undos: number[] = []
const undo = (): void => {
  head = projects.undo(id, head).head.revisionId
}
for (let i = 0; i < COMMITS; i++) timed(undos, undo)
together(UNDOS - COMMITS, undo)
const growth = (heap() - heapBefore) / 2 ** 20
line(`${UNDOS} undo steps`)
row('Keyreel: one undo, durable', undos)
line(
  `  heap grew by ${growth.toFixed(1)} MiB (document as JSON: ${((await stat(jsonFile)).size / 2 ** 20).toFixed(1)} MiB)`,
)

const before = projects.history(id).length
const gesture = begin(projects.read(id))
const previews: number[] = []
for (let i = 0; i < PREVIEWS; i++)
  timed(previews, () => gesture.preview(trim(clipAt(3), -(i % 40))))
const last = gesture.commit()
if (last) projects.dispatch(id, head, last)
const added = projects.history(id).length - before
line(`a drag of ${PREVIEWS} previews`)
row('Keyreel: one preview', previews)
line(`  revisions made: ${added}`)
store.close()
await rm(folder, { recursive: true, force: true })

line(
  JSON.stringify({
    bench: 'history',
    commit: {
      ratio: commitRatio,
      aim: 15,
      milliseconds: median(commits ?? []),
      p95: at(commits ?? [], 0.95),
      apply: median(applies ?? []),
      transaction: median(floor ?? []),
      peer: median(rewrites ?? []),
    },
    opening: {
      ratio: openRatio,
      aim: 3,
      revisions,
      milliseconds: median(openings ?? []),
      peer: median(parses ?? []),
    },
    loop: { commands: LOOP, heapGrowthMiB: loopGrowth },
    undo: { steps: UNDOS, milliseconds: median(undos), heapGrowthMiB: growth },
    drag: { previews: PREVIEWS, milliseconds: median(previews), revisions: added },
  }),
)
