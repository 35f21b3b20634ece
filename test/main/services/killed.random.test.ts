/**
 * Two processes work on one store, one editing, both running jobs, and are killed at random moments: every acknowledged
 * command is there, nothing unacknowledged is half there, no job runs under two leases, the file is sound. The same
 * while the disk fills up, and with a store that belongs to somebody else.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { openStore, type Store } from '../../../main/database/store.ts'
import { createProjects } from '../../../main/services/projects.ts'
import { command } from '../../../shared/commands/registry.ts'
import type { JobId, ProjectId } from '../../../shared/model/ids.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import { rational } from '../../../shared/time/rational.ts'
import { fakeClock } from '../../fakes/fakeClock.ts'
import { isSoak, soakShare } from '../../soak.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'
import { leasedQueue } from './leasedRunner.ts'
import { killAll, work } from './workingProcess.ts'

const file = temporaryFolder()
const KILLS = isSoak ? soakShare(300) : 6
const SEED = Number(process.env.KEYREEL_SEED ?? Date.now() % 2 ** 31)
const isRoot = process.getuid?.() === 0
/** `nobody` on Linux. */
const OTHER_USER = 65_534

afterEach(killAll)

function makeProject(store: string): ProjectId {
  const opened = openStore(store)
  const format = { rate: rational(24), width: 1920, height: 1080 }
  const { project } = createProjects(opened, fakeClock()).create('Name 0', format)
  opened.close()
  return settingsOf(project).id
}

/** Two leases at once: a start while an earlier run of the job neither ended nor was killed. */
function overlaps(journal: string): string[] {
  const running = new Map<string, string>()
  const found: string[] = []
  for (const line of journal.trimEnd().split('\n')) {
    const [what, job = '', , pid = ''] = line.split(' ')
    if (what === 'K') for (const [id, by] of running) if (by === pid) running.delete(id)
    if (what === 'E') running.delete(job)
    if (what !== 'S') continue
    if (running.has(job)) found.push(line)
    running.set(job, pid)
  }
  return found
}

/** Jobs that began before one that they need had come to its end. */
function early(journal: string, store: Store): string[] {
  const finished = new Set<string>()
  const found: string[] = []
  for (const line of journal.trimEnd().split('\n')) {
    const [what, job = ''] = line.split(' ')
    if (what === 'E') finished.add(job)
    if (what !== 'S') continue
    const needs = store.jobs.find(job as JobId)?.needs ?? []
    if (!needs.every((needed) => finished.has(needed))) found.push(line)
  }
  return found
}

/** The project as two things of one step say it, and how long the history is. */
function look(store: string, id: ProjectId) {
  const opened = openStore(store)
  const projects = createProjects(opened, fakeClock())
  const { project, head } = projects.open(id)
  const revisions = projects.history(id)
  const last = revisions.length - 1
  const names = [settingsOf(project).name, project.tracks.values()[0]?.name]
  const isWhole = head.revisionId === revisions.at(-1)?.id
  const integrity = opened.integrity()
  opened.close()
  return { last, names, isWhole, integrity }
}

const whole = (last: number) => ({
  ...{ last, isWhole: true, integrity: 'ok' },
  names: last === 0 ? ['Name 0', 'V1'] : [`Name ${last}`, `T${last}`],
})

it(`${KILLS} kills at random moments lose nothing that was acknowledged`, async () => {
  const store = file('killed/keyreel.sqlite')
  const journal = file('journal')
  await writeFile(journal, '')
  const id = makeProject(store)
  const moments = fc.sample(
    fc.record({ edits: fc.nat(20), editor: fc.nat(60), other: fc.nat(60) }),
    { numRuns: KILLS, seed: SEED },
  )
  const acknowledged: string[] = []
  let edits = 0
  for (const [round, moment] of moments.entries()) {
    const editor = work(store, id, journal)
    const other = work(store, '-', journal)
    const reason = `seed ${SEED}, kill ${round}`
    await Promise.all([
      editor.until(() => editor.lines('C').length > moment.edits),
      other.until(() => other.lines('J').length > 0),
    ])
    await Promise.all([editor.kill(moment.editor), other.kill(moment.other)])
    edits = Number(editor.lines('C').at(-1))
    acknowledged.push(...editor.lines('J'), ...other.lines('J'))
    const found = look(store, id)
    // What was written just before the kill may not have been heard any more: then it is there whole.
    expect([edits, edits + 1], reason).toContain(found.last)
    expect(found, reason).toEqual(whole(found.last))
    expect([...editor.lines('X'), ...other.lines('X')], reason).toEqual([])
    edits = found.last
    if ((round + 1) % 50 === 0) {
      process.stdout.write(
        `killed.random: ${round + 1} of ${KILLS} rounds, ${edits} edits so far\n`,
      )
    }
  }
  const opened = openStore(store)
  const queue = leasedQueue(opened, file('killed/work'), journal)
  queue.start()
  const open = () => [...opened.jobs.withStatus('queued'), ...opened.jobs.withStatus('running')]
  await expect.poll(() => open().length, { timeout: 60_000 }).toBe(0)
  await queue.close()
  const lost = acknowledged.filter((job) => opened.jobs.find(job as JobId)?.state.status !== 'done')
  const runs = await readFile(journal, 'utf8')
  expect({
    ...{ lost, overlaps: overlaps(runs), early: early(runs, opened) },
    integrity: opened.integrity(),
  }).toEqual({ lost: [], overlaps: [], early: [], integrity: 'ok' })
  opened.close()
  const started = runs.split('\n').filter((line) => line.startsWith('S ')).length
  process.stdout.write(
    `figure: killed.random: seed ${SEED}: ${2 * KILLS} processes killed in ${KILLS} rounds; ${edits} edits, ` +
      `${acknowledged.length} acknowledged jobs in ${started} runs; lost 0, half 0, two leases 0, begun too early 0, integrity ok\n`,
  )
})

/** A disk of 8 MB of its own. Undefined where nothing may be mounted: not root, or not Linux. */
async function smallDisk(): Promise<string | undefined> {
  const folder = file('disk')
  await mkdir(folder, { recursive: true })
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder])
  return made.status === 0 ? folder : undefined
}

it('a disk that fills up stops edits with a sentence, keeps the last one, and goes on with room', async ({
  skip,
}) => {
  const disk = process.platform === 'linux' && isRoot ? await smallDisk() : undefined
  if (disk === undefined) return skip('needs Linux and root, to mount a small disk')
  try {
    const store = join(disk, 'keyreel.sqlite')
    const journal = file('disk-journal')
    await writeFile(join(disk, 'ballast'), Buffer.alloc(6 * 2 ** 20))
    const id = makeProject(store)
    const editor = work(store, id, journal)
    await editor.until(() => editor.lines('X').length > 0)
    expect(editor.lines('X')[0]).toMatch(/disk is full|disk did not take.*not saved/s)
    await rm(join(disk, 'ballast'))
    // The very first edit may have been refused: then nothing was acknowledged yet.
    const kept = (): number => Number(editor.lines('C').at(-1) ?? 0)
    const before = kept()
    await editor.until(() => kept() > before + 3)
    // Full again, and killed in that moment.
    await writeFile(join(disk, 'ballast'), Buffer.alloc(16 * 2 ** 20)).catch(
      (error: NodeJS.ErrnoException) => expect(error.code).toBe('ENOSPC'),
    )
    // Edits that fit into room the log had taken before go on; either way the last one heard must be there.
    const refused = editor.lines('X').length
    const sofar = kept()
    await editor.until(() => editor.lines('X').length > refused || kept() > sofar + 20)
    await editor.kill()
    const last = kept()
    await rm(join(disk, 'ballast'))
    const found = look(store, id)
    expect([last, last + 1]).toContain(found.last)
    expect(found).toEqual(whole(found.last))
  } finally {
    killAll()
    spawnSync('umount', ['-l', disk])
  }
})

it('a store of somebody else is refused with a sentence, stays as it was, and works once it may be written', async ({
  skip,
}) => {
  if (process.platform !== 'linux' || !isRoot)
    return skip('needs Linux and root, to be somebody else')
  const folder = file('foreign')
  await mkdir(folder)
  await chmod(join(folder, '..'), 0o755)
  const store = join(folder, 'keyreel.sqlite')
  const id = makeProject(store)
  const opened = openStore(store)
  const projects = createProjects(opened, fakeClock())
  projects.dispatch(
    id,
    projects.present(id).head.revisionId,
    command('project.rename', { name: 'Mine' }, 'c'),
  )
  opened.close()
  const cli = join(import.meta.dirname, '../../../main/cli/index.ts')
  const undo = () =>
    spawnSync(process.execPath, [cli, 'undo', id, '--library', folder, '--json'], {
      ...{ uid: OTHER_USER, gid: OTHER_USER, encoding: 'utf8' },
      env: { PATH: process.env.PATH, HOME: folder },
    })
  const refused = undo()
  if (/EACCES|MODULE_NOT_FOUND|permission denied/i.test(refused.stderr) || refused.error) {
    return skip('the program files are not readable for other users here')
  }
  expect({ code: refused.status, words: refused.stderr }).toEqual({
    code: 6,
    words: expect.stringContaining('may not be opened or written by this user'),
  })
  const again = openStore(store)
  expect(settingsOf(createProjects(again, fakeClock()).read(id)).name).toBe('Mine')
  expect(again.integrity()).toBe('ok')
  again.close()
  for (const name of ['', ...(await readdir(folder))]) {
    const path = join(folder, name)
    if (existsSync(path)) await chown(path, OTHER_USER, OTHER_USER)
  }
  expect(undo()).toMatchObject({ status: 0, stderr: '' })
})
