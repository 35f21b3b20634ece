/** The reporter on a run of vitest's own in which everything goes wrong that can. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inRepository } from '../../build/paths.ts'
import { localProgram } from '../../build/process/localProgram.ts'
import { run } from '../../build/process/run.ts'
import type { TestRun } from '../../build/test/TallyReporter.ts'

const FILES = {
  'good.test.ts': `
    import { expect, it } from 'vitest'
    it('adds', () => expect(1 + 1).toBe(2))
    it.skip('is not for here', () => undefined)`,
  'bad.test.ts': `
    import { describe, expect, it } from 'vitest'
    describe('sums', () => it('adds', () => expect({ sum: 2, of: [1] }).toEqual({ sum: 3, of: [1] })))
    it('throws', () => { throw new TypeError('what happened') })`,
  'broken.test.ts': `throw new Error('not to be loaded')`,
  'hook.test.ts': `
    import { beforeAll, it } from 'vitest'
    beforeAll(() => { throw new Error('no window') })
    it('never runs', () => undefined)`,
}

let folder: string
beforeAll(async () => {
  await mkdir(inRepository('test-output'), { recursive: true })
  // Inside the repository, where the packages are found.
  folder = await mkdtemp(inRepository('test-output/reporter-'))
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function reported(...names: readonly string[]): Promise<TestRun> {
  const tally = join(folder, 'tally.json')
  const reporter = inRepository('build/test/TallyReporter.ts')
  await run(
    process.execPath,
    [localProgram('vitest', 'vitest'), 'run', '--root', folder, `--reporter=${reporter}`, ...names],
    { cwd: folder, env: { ...process.env, KEYREEL_TALLY: tally } },
  )
  return JSON.parse(await readFile(tally, 'utf8'))
}

it('counts what passed, failed and was skipped, and keeps what each failure said', async () => {
  const { failures, ...counts } = await reported()
  expect(counts).toEqual({ passed: 1, failed: 2, skipped: 2 })
  const told = failures.map(({ file, test, message }) => [
    file?.split('/').at(-1),
    test,
    message.split('\n')[0],
  ])
  expect(told.sort()).toEqual([
    ['bad.test.ts', 'sums > adds', expect.stringMatching(/^AssertionError: expected \{ sum: 2/)],
    ['bad.test.ts', 'throws', 'TypeError: what happened'],
    ['broken.test.ts', undefined, 'Error: not to be loaded'],
    ['hook.test.ts', undefined, 'Error: no window'],
  ])
  const sums = failures.find(({ test }) => test === 'sums > adds')
  // Where it was, what differs, and nothing of the way through packages.
  expect(
    stripVTControlCharacters(sums?.message ?? '')
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual([
    'AssertionError: expected { sum: 2, of: [ 1 ] } to deeply equal { sum: 3, of: [ 1 ] }',
    expect.stringMatching(/^at .*bad\.test\.ts:3:\d+$/),
    ...[
      '- Expected',
      '+ Received',
      '',
      '{',
      '"of": [',
      '1,',
      '],',
      '-   "sum": 3,',
      '+   "sum": 2,',
    ],
    '}',
  ])
})

it('counts a file that cannot be loaded as a failure', async () => {
  expect(await reported('broken')).toMatchObject({ passed: 0, failed: 1, skipped: 0 })
  expect(await reported('good')).toEqual({ passed: 1, failed: 0, skipped: 1, failures: [] })
})
