import { homedir } from 'node:os'
import { expect, it } from 'vitest'
import { allRules, rules } from '../../build/check/rules.ts'
import { root } from '../../build/paths.ts'
import { plantedTree } from './plantedTree.ts'

const contract = (...entries: string[]): string =>
  `export const appCalls = {\n${entries.join('\n')}\n} as const\n`

/** A tree in which every rule has something to look at and nothing to say. */
const ground: Readonly<Record<string, string>> = {
  'main/index.ts': `export { run } from './app/run.ts'\n`,
  'main/app/window.ts': `new BrowserWindow({ webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false } })\n`,
  'main/app/run.ts': `import { spawn } from 'node:child_process'\nspawn('ffmpeg', ['-i', name], { shell: false }).catch(() => log())\n`,
  'main/ipc/handle.ts': `import { ipcMain } from 'electron'\nexport const handle = (name: string) => ipcMain.handle(name)\n`,
  'main/ipc/app.ts': `handle('app:info', () => 1)\n`,
  'main/ipc/jobs.ts': `export const handlers = { 'jobs:list': () => [] }\n`,
  'shared/edit/a.ts': `const all = project.items.values()\nconst given = Object.entries(request.settings)\n`,
  'preload/index.ts': `import { ipcRenderer } from 'electron'\nipcRenderer.invoke('app:info')\n`,
  'renderer/bridge/bridge.ts': `export const bridge = window.keyreel\n`,
  'shared/ipc/calls/app.ts': contract(
    `'app:info': call(nothing, info),`,
    `'jobs:list': { input: nothing, output: list },`,
  ),
  'test/main/a.test.ts': `vi.mock('some-package')\nsetTimeout(done, 5)\nit('says "it.only" and webSecurity: false in words', () => 1)\n`,
  'main/services/words.ts': `throw new RangeError('A rate is never zero')\nthrow new ServiceError('refused', say('service:gone', { name: 'the cat' }))\nconst state = { status: 'failed', message: asWritten(words) }\nexport class ServiceError extends SaidError {}\n`,
  'renderer/features/a.tsx': `const a = <p title={t('a.b')} className="side by side">{t('a.c')} · × {number(n, { most: 1 })} s</p>\nconst width = \`\${Number(x.toFixed(2))}px\`\n`,
  'main/app/menu.ts': `const file = { title: 'Keyreel', label: words(say('menu:file')) }\n`,
  'shared/model/name.ts': `const name = textAt(node, 'name') || words(say('newName:clip'))\nif (schema === 'Clip') font = { name: 'Inter' }\n`,
  'main/cli/words.ts': `throw usageError('demo takes no file')\nthrow new CommandFailed('Nothing was imported.')\n`,
  'package-lock.json': JSON.stringify({
    packages: {
      '': { optionalDependencies: { quick: '1' } },
      'node_modules/quick': { optionalDependencies: { 'quick-linux': '1', 'quick-mac': '1' } },
      'node_modules/quick-linux': {},
      'node_modules/quick/node_modules/quick-mac': {},
    },
  }),
}

// Written in pieces where the rules, which read this file too, would otherwise find them here.
const host = ['registry', 'npmjs', 'org'].join('.')
const mine = `${homedir()}/film.mp4`

const lock = (packages: Record<string, unknown>): string => JSON.stringify({ packages })

/** Each rule with the ways of breaking it: a file and what it then holds. */
const plants: Readonly<Record<string, ReadonlyArray<readonly [path: string, text: string]>>> = {
  'no-module-mocks': [
    ['test/main/b.test.ts', `vi.mock('../../main/services/media.ts')`],
    ['test/main/b.test.ts', `vi.doMock(import('../../main/services/media.ts'), () => ({}))`],
  ],
  'no-sleeps-in-tests': [
    ['test/e2e/b.test.ts', `await page.waitForTimeout(500)`],
    ['test/e2e/b.test.ts', `await new Promise((r) => setTimeout(r, 500))`],
    ['test/e2e/b.test.ts', `await new Promise<void>((done) => { setTimeout(done, 1) })`],
    ['test/fakes/b.ts', `import { setTimeout as sleep } from 'node:timers/promises'`],
  ],
  'no-narrowed-tests': [
    ['test/main/b.test.ts', `it.only('x', () => 1)`],
    ['test/main/b.test.ts', `describe.skip('x', () => 1)`],
    ['test/main/b.test.ts', `test.each([1]); test.concurrent.skip('x')`],
    ['test/main/b.test.ts', `it.todo('x')`],
  ],
  'no-shell': [
    ['main/media/b.ts', `spawn(name, [], { shell: true })`],
    ['main/media/b.ts', `spawn(name, [], { shell: '/bin/sh' })`],
    ['build/b.ts', `import { execSync } from 'node:child_process'`],
    ['test/b.ts', `import { exec as run } from 'child_process'`],
    ['main/media/b.ts', `childProcess.execSync(line)`],
  ],
  'window-walls-stand': [
    ['main/app/b.ts', `new BrowserWindow({ webPreferences: { webSecurity: false } })`],
    ['main/app/b.ts', `const settings = { nodeIntegration: true }`],
    ['main/app/b.ts', `const settings = { 'contextIsolation': false }`],
    ['main/app/b.ts', `const settings = { sandbox: false }`],
    ['main/app/b.ts', `const settings = { nodeIntegrationInWorker: true }`],
    ['main/app/b.ts', `const settings = { nodeIntegrationInSubFrames: true }`],
    ['main/app/b.ts', `const settings = { allowRunningInsecureContent: true }`],
    ['main/app/b.ts', `const settings = { experimentalFeatures: true }`],
    ['main/app/b.ts', `const settings = { webviewTag: true }`],
  ],
  'no-weakening-switches': [
    ['main/app/b.ts', `app.commandLine.appendSwitch('disable-web-security')`],
    ['main/app/b.ts', `app.commandLine.appendSwitch('no-sandbox')`],
  ],
  'ipc-through-handle': [
    ['main/ipc/b.ts', `ipcMain.handle('x', () => 1)`],
    ['main/app/b.ts', `electron.ipcMain.on('x', () => 1)`],
    ['main/app/b.ts', `import { ipcMain as door } from 'electron'`],
    ['renderer/b.ts', `window.require('electron').ipcRenderer.send('x')`],
  ],
  'bridge-is-the-only-door': [['renderer/features/b.tsx', `window.keyreel.call('app:info', {})`]],
  'no-barrels': [
    ['renderer/ui/index.ts', `export * from './Button.tsx'`],
    ['shared/model/index.ts', `export { clip } from './clip.ts'`],
  ],
  'no-utils-files': [
    ['shared/utils.ts', ''],
    ['renderer/utils/format.ts', ''],
    ['main/helpers.ts', ''],
  ],
  'no-silent-catch': [
    ['main/b.ts', `work().catch(() => {})`],
    ['renderer/b.ts', `work().catch(() => undefined)`],
    ['main/b.ts', `work().catch((error) => null)`],
  ],
  'no-machine-paths': [
    ['docs/b.md', `See ${mine}.`],
    ['test/b.ts', `const file = '${mine}'`],
  ],
  'no-registry-hosts': [
    ['docs/b.md', `Packages come from https://${host}/.`],
    ['.npmrc', `registry=https://${host}/`],
  ],
  'contract-entries-have-both-schemas': [
    [
      'shared/ipc/calls/app.ts',
      contract(`'app:info': call(nothing),`, `'jobs:list': call(nothing, list),`),
    ],
    [
      'shared/ipc/calls/app.ts',
      contract(`'app:info': { output: info },`, `'jobs:list': call(nothing, list),`),
    ],
    ['shared/ipc/calls/app.ts', `export const calls = {}\n`],
  ],
  'contract-entries-have-one-handler': [
    ['main/ipc/jobs.ts', `export const handlers = {}\n`],
    ['main/ipc/b.ts', `handle('app:info', () => 2)\n`],
  ],
  'tables-are-no-plain-objects': [
    ['shared/edit/b.ts', `export const all = Object.values(project.items)`],
    ['main/services/b.ts', `if (id in document.takes) throw taken`],
    ['renderer/store/b.ts', `const tracks = { ...state.project.tracks, [track.id]: track }`],
    ['shared/edit/b.ts', `if (Object.hasOwn(before.pins, id)) keep()`],
  ],
  'sentences-have-keys': [
    ['main/media/b.ts', `throw new MediaError('The file is gone.', 'missing')`],
    ['main/jobs/b.ts', `throw new ServiceError('refused', \`"\${name}" is not there.\`)`],
    ['shared/edit/b.ts', `refuse('That track is locked.')`],
    ['main/engines/b.ts', `throw failed('Nothing has come.')`],
    ['main/engines/b.ts', `notes.push(isFree ? 'It was free.' : say('take:billed'))`],
    ['main/engines/b.ts', `return { video, notes: ['Made on this machine.'] }`],
    ['main/jobs/b.ts', `const state = { status: 'failed', message: 'The disk is full.' }`],
    ['main/services/b.ts', `return asWritten(\`The price of \${name} is not known\`)`],
    ['shared/model/b.ts', `export class NotADocument extends Error {}`],
  ],
  'markup-has-keys': [
    ['renderer/features/b.tsx', `const b = <p>Nothing here yet</p>`],
    ['renderer/features/b.tsx', `const b = <Button>Save</Button>`],
    ['renderer/features/b.tsx', `const b = <button aria-label="Close the panel" />`],
    [
      'renderer/features/b.tsx',
      `const b = <Field hint={isFree ? 'It costs nothing' : undefined} />`,
    ],
    ['renderer/features/b.tsx', `const b = <p>{isFree ? 'Free' : amount}</p>`],
    ['renderer/features/b.tsx', `const b = <i title={\`\${name} (Ctrl+K)\`} />`],
  ],
  'names-have-keys': [
    ['shared/model/b.ts', `const blank = newProject('Untitled', format, makeId)`],
    ['shared/model/b.ts', `const name = textAt(node, 'name') || 'Clip'`],
    ['shared/model/b.ts', `if (kind === 'adjustment') { return 'Adjustment' }`],
    ['main/services/b.ts', `const shot = { id, name: 'Sample shot', mode }`],
    ['renderer/features/b.ts', `dispatch('bin.put', { name: isFirst ? 'Bin' : 'Other bin' })`],
  ],
  'numbers-have-a-language': [
    [
      'renderer/features/b.ts',
      `const time = new Date(at).toLocaleTimeString([], { hour12: false })`,
    ],
    ['renderer/features/b.ts', `const cost = formatUsd(take.cost)`],
    ['renderer/features/b.ts', `const length = seconds.toFixed(1)`],
    ['renderer/features/b.ts', `const text = new Intl.NumberFormat('en').format(n)`],
    ['renderer/features/b.ts', `const text = \`\${Math.round(share * 100)} % · \${note}\``],
  ],
  'the-system-speaks-by-keys': [
    ['main/app/b.ts', `dialog.showErrorBox('It could not start', message)`],
    ['main/app/b.ts', `const options = { title: 'Import media', properties }`],
    ['main/app/b.ts', `new Notification({ title, body: 'The export is done' }).show()`],
    ['main/app/b.ts', `await dialog.showMessageBox({ message, buttons: [words(no), 'Quit'] })`],
  ],
  'lock-names-no-hosts': [
    ['package-lock.json', lock({ 'node_modules/a': { resolved: 'https://host.example/a.tgz' } })],
  ],
  'lock-has-every-optional-dependency': [
    ['package-lock.json', lock({ 'node_modules/a': { optionalDependencies: { 'a-mac': '1' } } })],
    ['package-lock.json', lock({ '': { optionalDependencies: { b: '1' } } })],
  ],
}

const message = async (tree: string): Promise<string> =>
  rules(tree).catch((error: unknown) => (error instanceof Error ? error.message : String(error)))

it('plants a violation of every rule', () => {
  expect(Object.keys(plants).sort()).toEqual(allRules.map(({ name }) => name).sort())
})

it('accepts a tree that keeps to the rules, and words that only speak of breaking them', async () => {
  expect(await message(plantedTree(ground))).toMatch(/^\d+ sources keep to \d+ rules$/)
})

const cases = Object.entries(plants).flatMap(([rule, ways]) =>
  ways.map(([path, text]) => ({ rule, path, text })),
)

it.each(cases)('$rule refuses $text in $path', async ({ rule, path, text }) => {
  const told = await message(plantedTree({ ...ground, [path]: text }))
  const named = [...told.matchAll(/^ {2}([a-z-]+):/gm)].map(([, name]) => name)
  expect(named).toEqual([rule])
  expect(told).toContain(allRules.find(({ name }) => name === rule)?.teaches)
})

it('fails when it sees no sources at all', async () => {
  expect(await message(plantedTree({ 'package.json': '{}' }))).toContain('no sources found')
})

it('accepts the real tree', async () => {
  expect(await message(root)).toMatch(/^\d+ sources keep to \d+ rules$/)
  // It reads every source, beside whatever else the machine does.
}, 120_000)
