import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { run } from '../process/run.ts'
import { say, seconds } from '../process/say.ts'
import { describe } from './describe.ts'
import type { ElectronFound } from './ElectronFound.ts'

const programs: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}
const program = programs[process.platform] ?? 'electron'

const packageFolder = (): string =>
  dirname(createRequire(import.meta.url).resolve('electron/package.json'))

const wantedVersion = (): string => {
  const manifest: { version: string } = JSON.parse(
    readFileSync(join(packageFolder(), 'package.json'), 'utf8'),
  )
  return manifest.version
}

/** The Electron a user points to with ELECTRON_OVERRIDE_DIST_PATH. */
export function overridden(
  environment: NodeJS.ProcessEnv = process.env,
): ElectronFound | undefined {
  const dist = environment.ELECTRON_OVERRIDE_DIST_PATH
  if (!dist) return undefined
  const executable = join(dist, program)
  if (!existsSync(executable)) {
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is ${dist}, but there is no ${program} in it`)
  }
  return describe({ dist, executable, kind: 'official' })
}

/** The binary the electron package downloaded earlier, complete and of the wanted version. */
export function installed(): ElectronFound | undefined {
  const folder = packageFolder()
  const dist = join(folder, 'dist')
  // path.txt is the last thing the package's installer writes: without it the folder is unfinished.
  if (!existsSync(join(folder, 'path.txt')) || !existsSync(join(dist, program))) return undefined
  const found = describe({ dist, executable: join(dist, program), kind: 'official' })
  return found.version === wantedVersion() ? found : undefined
}

const releases = 'https://github.com/electron/electron/releases/download'

/** Whether the release can be reached at all, asked quickly: a blocked network often hangs instead of refusing. */
async function reachable(version: string): Promise<boolean> {
  const env = process.env
  // Who configured a mirror or a proxy for Electron's downloader means it: let the downloader try.
  if (env.ELECTRON_MIRROR || env.npm_config_electron_mirror || env.ELECTRON_GET_USE_PROXY)
    return true
  const archive = `electron-v${version}-${process.platform}-${process.arch}.zip`
  try {
    const answer = await fetch(`${releases}/v${version}/${archive}`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(4000),
    })
    return answer.ok
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    say(
      `the official download cannot be reached (${cause instanceof Error ? cause.message : cause})`,
    )
    return false
  }
}

/** Downloads the official Electron with the package's own installer, which checks its checksum. */
export async function download(): Promise<ElectronFound | undefined> {
  const version = wantedVersion()
  say(`looking for the official Electron ${version} …`)
  if (!(await reachable(version))) return undefined
  say(`downloading Electron ${version} (about 120 MB, once) …`)
  const start = performance.now()
  const timeoutMs = 10 * 60_000
  const finished = await run(process.execPath, [join(packageFolder(), 'install.js')], {
    output: 'inherit',
    timeoutMs,
  })
  if (finished.code !== 0) {
    say(finished.timedOut ? 'the download took over 10 minutes: given up' : 'the download failed')
    return undefined
  }
  say(`Electron ${version} is installed (${seconds(start)})`)
  return installed()
}
