/** The program judges itself, since with its fuses set nobody can look into it from outside. */
import { app, type BrowserWindow, type WebContents } from 'electron'
import type { Services } from '../compose.ts'
import { EXPECTED_FUSES, fuseFile, readFuses, wrongFuses } from './fuses.ts'

interface Check {
  readonly name: string
  readonly isPassed: boolean
  readonly found: unknown
}

/** Runs in the page, which is why it is text. It may see nothing but the web and the bridge. */
const LOOK_AROUND = `(async () => {
  const tried = async (work) => { try { return await work() } catch (error) { return 'refused: ' + error.name } }
  const page = await fetch(location.href)
  return {
    origin: location.protocol + '//' + location.host,
    node: [typeof require, typeof process, typeof module, typeof Buffer],
    bridge: Object.keys(window.keyreel ?? {}).sort(),
    csp: page.headers.get('Content-Security-Policy'),
    evaluates: await tried(() => window.eval('1 + 1')),
    outside: await tried(() => fetch('https://example.com/').then(() => 'reached')),
    unknownMedia: await tried(() => fetch('keyreel-media://store/original/0-none').then((r) => r.status)),
    escapes: await tried(() => fetch('keyreel-app://app/..%2f..%2fpackage.json').then((r) => r.status)),
    stranger: await tried(() => window.keyreel.call('media:importPaths', { paths: ['/etc/hosts'] }).then((r) => r.ok)),
    answers: await tried(() => window.keyreel.call('jobs:list', {}).then((r) => r.ok)),
    popup: window.open('https://example.com/') === null,
  }
})()`

interface Seen {
  readonly [name: string]: unknown
}

/** Electron has this call and does not describe it. */
function preferencesOf(contents: WebContents): { sandbox?: boolean; contextIsolation?: boolean } {
  if (!('getLastWebPreferences' in contents)) return {}
  const { getLastWebPreferences: read } = contents
  return typeof read === 'function' ? (read.call(contents) ?? {}) : {}
}

/** Answers the report and whether all of it is well. */
export async function selfTest(
  services: Services,
  window: BrowserWindow,
): Promise<{ readonly isPassed: boolean; readonly report: object }> {
  const checks: Check[] = []
  const check = (name: string, isPassed: boolean, found: unknown): void => {
    checks.push({ name, isPassed, found })
  }
  const seen: Seen = await window.webContents.executeJavaScript(LOOK_AROUND)
  const preferences = preferencesOf(window.webContents)
  check('page is our own', seen.origin === 'keyreel-app://app', seen.origin)
  check('page has no Node', String(seen.node) === Array(4).fill('undefined').join(), seen.node)
  const api = 'call,enlarge,importDropped,on'
  check('bridge is exactly the API', String(seen.bridge) === api, seen.bridge)
  check('page is sandboxed', preferences.sandbox === true, preferences.sandbox)
  check('page is isolated', preferences.contextIsolation === true, preferences.contextIsolation)
  check('policy is sent', String(seen.csp).includes("default-src 'none'"), seen.csp)
  check('page evaluates no text', String(seen.evaluates).startsWith('refused'), seen.evaluates)
  check('page reaches nothing outside', String(seen.outside).startsWith('refused'), seen.outside)
  check('unknown media is not there', seen.unknownMedia === 404, seen.unknownMedia)
  check('no file outside the page', seen.escapes === 404, seen.escapes)
  check('page imports no paths', seen.stranger === false, seen.stranger)
  check('page opens no windows', seen.popup === true, seen.popup)
  check('calls are answered', seen.answers === true, seen.answers)
  check('store is sound', services.store.integrity() === 'ok', services.store.sqliteVersion())
  const tools = await services.doctor.tools()
  check('ffmpeg is there', tools.ffmpeg !== null, tools.ffmpeg)
  const fuses = await readFuses(fuseFile(process.execPath, process.platform))
  const wrong = fuses ? wrongFuses(fuses) : Object.keys(EXPECTED_FUSES)
  // While it is developed the program must be drivable; only the packaged one has its fuses set.
  check('fuses are set', !app.isPackaged || wrong.length === 0, fuses ?? 'none found')
  return {
    isPassed: checks.every(({ isPassed }) => isPassed),
    report: {
      program: 'Keyreel',
      version: app.getVersion(),
      isPackaged: app.isPackaged,
      electron: process.versions.electron,
      rife: tools.rife,
      checks: Object.fromEntries(
        checks.map(({ name, isPassed, found }) => [name, { passed: isPassed, found }]),
      ),
    },
  }
}
