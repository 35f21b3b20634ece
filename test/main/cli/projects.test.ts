/** Projects, their edits and their histories on the command line, in words and as JSON. */
import { writeFile } from 'node:fs/promises'
import { beforeEach, expect, it } from 'vitest'
import { openStore } from '../../../main/database/store.ts'
import { createProjects } from '../../../main/services/projects.ts'
import { command } from '../../../shared/commands/registry.ts'
import type { ProjectId } from '../../../shared/model/ids.ts'
import { fakeClock } from '../../fakes/fakeClock.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'
import { keyreel } from './commandLine.ts'

const file = temporaryFolder()
let library = ''
let count = 0
beforeEach(() => {
  library = file(`library-${++count}`)
})

const run = (...argv: string[]) => keyreel([...argv, '--library', library])
/** The JSON of a command that went well. */
async function json(...argv: string[]) {
  const { code, out, err } = await run(...argv, '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out)
}
const rename = (name: string) => JSON.stringify({ type: 'project.rename', payload: { name } })
async function jsonl(...lines: string[]): Promise<string> {
  const path = file(`${++count}.jsonl`)
  await writeFile(path, lines.join('\n'))
  return path
}

it('makes, lists and shows projects', async () => {
  const made = await json('project', 'new', 'Film', '--rate', '29.97', '--size', '1280x720')
  const shown = await json('project', 'show', 'Film')
  expect(shown).toMatchObject({
    id: made.id,
    name: 'Film',
    revisions: 1,
    counts: { timelines: 1, clips: 0 },
  })
  const [timeline] = Object.values(shown.project.timelines)
  expect(timeline).toMatchObject({ rate: { num: 30000, den: 1001 }, width: 1280, height: 720 })
  expect((await json('project', 'list')).projects).toMatchObject([{ id: made.id, name: 'Film' }])
  expect(await run('project', 'show', 'Fil')).toMatchObject({
    code: 3,
    err: expect.stringContaining('There is no project "Fil"'),
  })
  expect((await run('project', 'new', 'X', '--size', 'big')).code).toBe(2)
})

it('applies a file of commands, undoes, redoes, names and compares', async () => {
  await json('project', 'new', 'Film')
  const path = await jsonl('# a comment', rename('One'), '', rename('Two'))
  expect(await json('edit', 'Film', path, '--check')).toMatchObject({ checked: 2 })
  expect(await json('edit', 'Film', path)).toMatchObject({ applied: 2 })
  expect(await json('version', 'Two', 'First cut')).toMatchObject({ name: 'First cut' })
  expect((await json('undo', 'Two')).label).toContain('Two')
  expect((await json('redo', 'One')).label).toContain('Two')
  const { revisions, versions, total } = await json('history', 'Two')
  expect([revisions.length, total, versions.length]).toEqual([3, 3, 1])
  expect((await json('diff', 'Two', 'head~2', 'First cut')).sentences).toHaveLength(1)
  expect((await run('diff', 'Two', 'head', 'First cut')).out).toBe('They are the same.\n')
  const one = await jsonl(rename('A'), rename('B'))
  expect(await json('edit', 'Two', one, '--label', 'Both')).toMatchObject({
    head: { undoLabel: 'Both' },
  })
  await json('version', 'B', 'First cut', '--restore')
  expect((await json('project', 'list')).projects[0].name).toBe('Two')
})

it('refuses a file for one bad line, says which, and changes nothing', async () => {
  await json('project', 'new', 'Film')
  const cases: [string, number, RegExp][] = [
    ['{"type":', 3, /^Line 2: this is no JSON/],
    [JSON.stringify({ type: 'project.rename', payload: {} }), 3, /^Line 2: payload\.name: /],
    [JSON.stringify({ type: 'no.such', payload: {} }), 3, /^Line 2: type: /],
    [JSON.stringify({ type: 'marker.remove', payload: { markerId: 'x' } }), 7, /^Line 2: .*"x"/],
  ]
  for (const [line, code, words] of cases) {
    const said = await run('edit', 'Film', await jsonl(rename('One'), line))
    expect(said).toMatchObject({ code, err: expect.stringMatching(words) })
    expect(said.err).toContain('Nothing was changed.')
  }
  expect((await json('history', 'Film')).total).toBe(1)
})

it('a second writer gets a clear conflict and loses nothing', async () => {
  const { id, head } = await json('project', 'new', 'Film')
  const store = openStore(`${library}/keyreel.sqlite`)
  const other = createProjects(store, fakeClock())
  const projectId = id as ProjectId
  other.dispatch(projectId, head.revisionId, command('project.rename', { name: 'Theirs' }, 'c'))
  const path = await jsonl(rename('Ours'))
  const said = await run('edit', id, path, '--at', head.revisionId)
  expect(said).toMatchObject({ code: 7, err: expect.stringContaining('no longer at') })
  expect((await json('edit', id, path)).applied).toBe(1)
  expect(() =>
    other.dispatch(projectId, head.revisionId, command('project.rename', { name: 'X' }, 'd')),
  ).toThrow(expect.objectContaining({ code: 'conflict' }))
  expect(other.history(projectId).map((r) => r.label)).toHaveLength(3)
  store.close()
})

it('archives, restores, duplicates and removes', async () => {
  const { id } = await json('project', 'new', 'Film')
  const out = file(`${count}.keyreel`)
  expect(await json('project', 'archive', 'Film', '-o', out)).toMatchObject({ missing: [] })
  expect(await json('project', 'restore', out)).toMatchObject({ isCopy: true, name: 'Film' })
  await json('project', 'duplicate', id, 'Second')
  await json('project', 'remove', id)
  expect(
    (await json('project', 'list')).projects.map((p: { name: string }) => p.name).sort(),
  ).toEqual(['Film', 'Second'])
  await json('project', 'remove', id, '--undo')
  expect((await json('project', 'list')).projects).toHaveLength(3)
  library = file(`library-${++count}`)
  expect(await json('project', 'restore', out)).toMatchObject({ projectId: id, isCopy: false })
  expect((await run('project', 'restore', out.replace('.keyreel', '.no'))).code).not.toBe(0)
})

it('prunes only what a policy names', async () => {
  await json('project', 'new', 'Film')
  await json('edit', 'Film', await jsonl(rename('One')))
  await json('undo', 'One')
  await json('edit', 'Film', await jsonl(rename('Two')))
  expect((await run('project', 'prune', 'Two')).code).toBe(2)
  const policy = ['project', 'prune', 'Two', '--drop', 'branches']
  expect(await json(...policy, '--before', '2020-01-01')).toEqual({ revisions: 0, pruned: true })
  expect(await json(...policy, '--check')).toEqual({ revisions: 1, pruned: false })
  expect(await json(...policy)).toEqual({ revisions: 1, pruned: true })
  expect((await json('history', 'Two')).total).toBe(2)
})

it('shows the queue, and works until it is empty', async () => {
  expect(await json('jobs')).toEqual({ jobs: [] })
  expect((await run('jobs', 'run')).out).toBe('Nothing was waiting.\n')
  expect((await run('jobs', 'cancel')).code).toBe(2)
  expect(await run('jobs', 'cancel', 'none')).toMatchObject({
    code: 3,
    err: expect.stringContaining('no such job'),
  })
})
