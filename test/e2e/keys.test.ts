/**
 * The Runware key is in no file, log, message to the page, program's arguments, environment of a program that is started, or
 * crash report: given in the window's settings, and to the command line by standard input and by its variable.
 */
import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../../build/paths.ts'
import { type RunwareDouble, startRunwareDouble } from '../fakes/runwareDouble.ts'
import { Editor } from './harness/editor.ts'
import { findIn, findInFolder } from './harness/encodings.ts'
import { tapMessages, tappedMessages } from './harness/ipcTap.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

/** With characters that every encoding writes in its own way. */
const KEY = 'rw+Key/of=the~Test.0123456789-?&%é'.replace('é', '$')
const WRONG = `${KEY}-wrong`
const MADE = 120_000

let folder: string
let double: RunwareDouble
let window: KeyreelWindow
let editor: Editor
const at = (...names: string[]): string => join(folder, ...names)

/** Programs that are started, each with its arguments and its environment, before they run. */
async function recordPrograms(): Promise<Record<string, string>> {
  await mkdir(at('bin'))
  await mkdir(at('programs'))
  const set: (readonly [string, string])[] = []
  for (const name of ['ffmpeg', 'ffprobe']) {
    const real = process.env[`KEYREEL_${name.toUpperCase()}`] ?? (await onPath(name))
    const script = `#!/bin/sh\ncat /proc/$$/cmdline /proc/$$/environ > "${at('programs')}/${name}-$$"\nexec "${real}" "$@"\n`
    await writeFile(at('bin', name), script)
    await chmod(at('bin', name), 0o755)
    set.push([`KEYREEL_${name.toUpperCase()}`, at('bin', name)])
  }
  return Object.fromEntries(set)
}

async function onPath(name: string): Promise<string> {
  for (const place of (process.env.PATH ?? '').split(delimiter)) {
    if ((await readdir(place).catch((): string[] => [])).includes(name)) return join(place, name)
  }
  throw new Error(`${name} is not on the PATH`)
}

/** The process and all that came of it: arguments and environment as the system knows them. */
async function processesUnder(pid: number): Promise<{ name: string; bytes: Buffer }[]> {
  const read = (id: number | string, file: string) =>
    readFile(`/proc/${id}/${file}`).catch(() => Buffer.alloc(0))
  const parents = new Map<number, number>()
  for (const id of (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry))) {
    const stat = (await read(id, 'stat')).toString()
    parents.set(Number(id), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
  }
  const family = new Set([pid])
  for (let grown = 0; grown !== family.size; ) {
    grown = family.size
    for (const [id, parent] of parents) if (family.has(parent)) family.add(id)
  }
  return Promise.all(
    [...family].flatMap((id) =>
      ['cmdline', 'environ'].map(async (file) => ({
        name: `/proc/${id}/${file}`,
        bytes: await read(id, file),
      })),
    ),
  )
}

let programs: Record<string, string>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-keys-'))
  await mkdir(at('double'))
  double = await startRunwareDouble({ key: KEY, folder: at('double') })
  programs = await recordPrograms()
  window = await launchKeyreel({
    library: at('library'),
    env: {
      ...programs,
      KEYREEL_RUNWARE_URL: double.baseUrl,
      KEYREEL_TEST_SAVE: at('kept.keyreel'),
    },
  })
  window.page.setDefaultTimeout(MADE)
  editor = new Editor(window.page)
  await editor.ready()
})
afterAll(async () => {
  await window?.close()
  await double?.close()
  await rm(folder, { recursive: true, force: true })
})

const setKey = async (key: string): Promise<void> => {
  await editor.press('Control+Comma')
  const settings = editor.dialog('Settings')
  await settings.getByLabel('Runware API key').fill(key)
  await settings.getByRole('button', { name: 'Set key' }).click()
  await settings.getByText('The key is set.').waitFor()
  expect(await settings.getByLabel('Runware API key').inputValue()).toBe('')
}

/** What anybody could make of the key and try others against. */
const PLAIN_HASHES = ['sha256', 'sha1', 'md5'].map((name) =>
  createHash(name).update(KEY).digest('hex'),
)

/** Everything that was written down so far. */
const inFiles = async (): Promise<string[]> => [
  ...(await findInFolder(at('library'), KEY)),
  ...(await Promise.all(PLAIN_HASHES.map((hash) => findInFolder(at('library'), hash)))).flat(),
  ...(await findInFolder(at('programs'), KEY)),
]

it('finds a key that is there, however it is written', () => {
  const around = (text: string): Buffer => Buffer.from(`ab${text}cd`)
  for (const [bytes, how] of [
    [around(KEY), 'plain'],
    [around(encodeURIComponent(KEY)), 'URL-encoded'],
    [Buffer.from(`x${KEY}y`, 'utf16le'), 'UTF-16 LE'],
    [Buffer.from(around(`${KEY}`).toString('base64')), 'base64, 1 in'],
    [Buffer.from(around(`z${KEY}`).toString('base64url')), 'base64, URL, 0 in'],
  ] as const) {
    expect(findIn('here', bytes, KEY)).toContain(`here (${how})`)
  }
})

it('the window keeps the key to itself', async () => {
  const { page, app } = window
  await tapMessages(app)
  // A wrong one first: what the service says about it may repeat it.
  await setKey(WRONG)
  const settings = editor.dialog('Settings')
  await settings.getByRole('button', { name: 'Check key and balance' }).click()
  await settings.getByText(/key/i).last().waitFor()
  await editor.closeDialog('Settings')
  await setKey(KEY)
  await settings.getByRole('button', { name: 'Check key and balance' }).click()
  await settings.getByText('The key works. The account holds $50.00.').waitFor()
  await editor.closeDialog('Settings')

  await page.getByRole('radio', { name: 'Direct', exact: true }).click()
  await page.getByRole('gridcell', { name: /^Bridge/ }).click()
  await page.getByRole('radio', { name: 'Ray3.2 · Runware' }).click()
  await page.getByText('$0.06', { exact: true }).waitFor()
  // One that fails for good, with the service's own words about the key, and one that is slow enough to be looked at.
  double.faults.add({
    ...{ kind: 'jobFails', shape: 'errors', code: 'providerError' },
    message: `Bearer ${KEY} was refused (${encodeURIComponent(KEY)})`,
    responseContent: { apiKey: KEY, text: Buffer.from(KEY).toString('base64') },
  })
  await page.getByRole('button', { name: 'Generate', exact: true }).click()
  await page
    .getByRole('region', { name: 'Takes' })
    .getByRole('alert')
    .first()
    .waitFor({ timeout: MADE })
  await window.screenshot('key-failed-job')
  double.faults.add({ kind: 'slow', polls: 3 })
  await page.getByRole('button', { name: 'Generate', exact: true }).click()
  await page.getByRole('button', { name: 'Stop waiting' }).waitFor({ timeout: MADE })
  const pid = app.process().pid ?? 0
  const processes = await processesUnder(pid)
  expect(processes.length).toBeGreaterThan(4)
  expect(processes.flatMap(({ name, bytes }) => findIn(name, bytes, KEY))).toEqual([])
  const takes = page.getByRole('list', { name: 'Takes' }).getByRole('listitem')
  await editor.shows(() => takes.count(), MADE).toBe(1)
  await takes.first().getByRole('button', { name: 'Details' }).click()

  // What the page tells the log may hold what was typed.
  await page.evaluate(async (key) => {
    const encoded = `${encodeURIComponent(key)} ${btoa(key)}`
    const error = new Error(`Could not set ${key}, ${encoded}`)
    await globalThis.window.keyreel.call('app:log', {
      level: 'error',
      message: error.message,
      detail: error.stack,
    })
  }, KEY)
  // The page ends as if it had crashed, and comes back. Listened for before it is asked for: it may be back at once.
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.once('did-finish-load', () => Reflect.set(globalThis, 'cameBack', true))
    contents?.forcefullyCrashRenderer()
  })
  await editor.shows(() => app.evaluate(() => Reflect.get(globalThis, 'cameBack'))).toBe(true)
  const messages = await tappedMessages(app)
  for (const channel of ['runware:setKey', 'runware:check', 'shot:quote', 'job:changed']) {
    expect([channel, messages.some((message) => message.includes(channel))]).toEqual([
      channel,
      true,
    ])
  }
  expect(
    messages.flatMap((message) => findIn(message.slice(0, 60), Buffer.from(message), KEY)),
  ).toEqual([])
  // What was uploaded is in the book under the account of that key.
  expect(double.books.uploads.length).toBeGreaterThan(0)
  expect(await inFiles()).toEqual([])
})

it('nor is it in an archive or in what is left when the program has ended', async () => {
  await window.close()
  window = await launchKeyreel({
    library: at('library'),
    env: {
      ...programs,
      KEYREEL_RUNWARE_URL: double.baseUrl,
      KEYREEL_TEST_SAVE: at('kept.keyreel'),
    },
  })
  window.page.setDefaultTimeout(MADE)
  editor = new Editor(window.page)
  await editor.ready()
  await setKey(KEY)
  await editor.closeDialog('Settings')
  await editor.menu('File', 'Open project…')
  const projects = editor.dialog('Projects')
  await projects.getByRole('button', { name: 'More for Sample project' }).click()
  await window.page.getByRole('menuitem', { name: 'Archive with media…' }).click()
  await projects.getByText(/^kept\.keyreel is written/).waitFor({ timeout: MADE })
  await window.close()
  expect(findIn('the archive', await readFile(at('kept.keyreel')), KEY)).toEqual([])
  expect(await inFiles()).toEqual([])
})

/** Runs the command line in a process of its own. */
function keyreel(
  args: readonly string[],
  env: Record<string, string>,
  stdin: string,
  whileRunning: (pid: number) => Promise<void>,
): Promise<{ readonly code: number | null; readonly said: Buffer }> {
  return new Promise((resolve, reject) => {
    const { KEYREEL_RUNWARE_KEY: _, ...inherited } = process.env
    const child = spawn(process.execPath, [join(root, 'main/cli/index.ts'), ...args], {
      env: { ...inherited, ...programs, KEYREEL_RUNWARE_URL: double.baseUrl, ...env },
    })
    const said: Buffer[] = []
    let looked = Promise.resolve()
    const hear = (chunk: Buffer): void => {
      said.push(chunk)
      looked = looked.then(() => whileRunning(child.pid ?? 0))
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', reject)
    child.once('close', (code) => {
      looked.then(() => resolve({ code, said: Buffer.concat(said) }), reject)
    })
    child.stdin.end(stdin)
  })
}

it.each([
  ['standard input', {}, ['--key-stdin'], `${KEY}\n`],
  ['its variable', { KEYREEL_RUNWARE_KEY: KEY }, [], ''],
] as const)('the command line keeps it when it came by %s', async (name, env, more, stdin) => {
  const request = {
    ...{ taskType: 'videoInference', taskUUID: randomUUID(), model: 'luma:ray@3.2' },
    ...{ positivePrompt: `A boat, by ${name}.`, width: 640, height: 360, duration: 5 },
  }
  const [library, document] = [at(name), at(`${name}.json`)]
  await writeFile(document, JSON.stringify(request))
  const seen = new Set<string>()
  const before = double.books.billed.length
  const { code, said } = await keyreel(
    [
      ...['generate', document, '-o', at(`${name}.mp4`), '--library', library],
      ...['--engine', 'runware', '--max-cost', '0.06', ...more],
    ],
    env,
    stdin,
    async (pid) => {
      for (const { name: where, bytes } of await processesUnder(pid)) {
        seen.add(where)
        // What it was started with is the person's own doing; nobody it starts may have it.
        if (where === `/proc/${pid}/environ` && 'KEYREEL_RUNWARE_KEY' in env) continue
        expect(findIn(where, bytes, KEY)).toEqual([])
      }
    },
  )
  expect([code, double.books.billed.length]).toEqual([0, before + 1])
  expect(seen.size).toBeGreaterThan(0)
  expect(findIn('what it says', said, KEY)).toEqual([])
  expect(findIn('the result', await readFile(at(`${name}.mp4`)), KEY)).toEqual([])
  expect((await readdir(at('programs'))).length).toBeGreaterThan(0)
  expect([...(await findInFolder(library, KEY)), ...(await inFiles())]).toEqual([])
})
