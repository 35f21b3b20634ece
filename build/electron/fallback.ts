import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './cacheFolder.ts'
import { describe } from './describe.ts'
import type { ElectronFound } from './ElectronFound.ts'
import { fallbackSource } from './fallbackSource.ts'
import { currentMarker, type Marker } from './marker.ts'

export const fallbackHome = (): string =>
  join(cacheFolder(), `electron-${fallbackSource.electronVersion}`)

function readMarker(): Marker | undefined {
  const file = join(fallbackHome(), 'marker.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** True where the fallback can run at all. */
export const fallbackRunsHere = (): boolean =>
  process.platform === 'linux' && process.arch === 'x64'

/** The fallback made by an earlier run, its bootstrap brought up to date; undefined when there is none. */
export async function cachedFallback(): Promise<ElectronFound | undefined> {
  const marker = fallbackRunsHere() ? readMarker() : undefined
  const dist = join(fallbackHome(), 'dist')
  const executable = join(dist, 'electron')
  if (marker?.integrity !== fallbackSource.integrity || !existsSync(executable)) return undefined
  if (marker.bootstrap !== currentMarker().bootstrap) {
    // Loaded only when needed: the asar library costs a tenth of a second that a warm start should not pay.
    const { installBootstrap } = await import('./installBootstrap.ts')
    await installBootstrap(fallbackHome())
  }
  return describe({
    dist,
    executable,
    kind: 'fallback',
    version: fallbackSource.electronVersion,
    nativeModules: join(fallbackHome(), 'native', 'node_modules'),
  })
}
