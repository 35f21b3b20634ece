/** After a failure everything that can still be seen of it is kept under test-output/failed: for every file run end to end. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterAll, afterEach } from 'vitest'
import { inRepository } from '../../../build/paths.ts'
import { type KeyreelWindow, openWindows } from './keyreelWindow.ts'

const folder = inRepository('test-output/failed')
/** A window that hangs must not take its picture along. */
const PATIENCE = 20_000
const LOG_LINES = 400

const fileName = (text: string): string =>
  text
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 100)

/** The newest lines of the program's own log. */
async function logged(library: string): Promise<string> {
  const logs = join(library, 'logs')
  const texts = (await readdir(logs)).sort().map((name) => readFile(join(logs, name), 'utf8'))
  return (await Promise.all(texts)).join('').split('\n').slice(-LOG_LINES).join('\n')
}

/** A piece of the report; that there is none is reported too. */
const piece = async (title: string, read: () => Promise<string>): Promise<string> => {
  const text = await read().catch((error: unknown) => `(could not be had: ${String(error)})`)
  return `── ${title}\n${text}\n`
}

async function keep(name: string, window: KeyreelWindow): Promise<void> {
  const { page, library, said } = window
  const options = { timeout: PATIENCE }
  const text = [
    await piece('picture', async () => {
      await page.screenshot({ ...options, path: join(folder, `${name}.png`) })
      return `${name}.png`
    }),
    await piece('what page and program said', async () => said.join('\n')),
    await piece("the program's log", () => logged(library)),
    await piece('what the page shows', () => page.locator('body').ariaSnapshot(options)),
  ]
  await writeFile(join(folder, `${name}.log`), text.join('\n'))
}

async function keepAll(file: string, what: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const name = fileName(`${basename(file, '.test.ts')} ${what}`)
  for (const [order, window] of openWindows().entries()) {
    await keep(order === 0 ? name : `${name}-${order + 1}`, window)
  }
}

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepAll(task.file.name, task.name)
})

// What failed here is a hook of the file: a failed test is not yet counted as its file's.
// biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which fixtures are wanted.
afterAll(async ({}, suite) => {
  if (suite.result?.state === 'fail') await keepAll(suite.file.name, 'preparation')
})
