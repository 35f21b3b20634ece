import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronFound } from './ElectronFound.ts'

type Described = Pick<ElectronFound, 'dist' | 'executable' | 'kind'> & {
  version?: string
  nativeModules?: string
}

/** Completes what every Electron has in common, wherever it was found. */
export function describe({
  dist,
  executable,
  kind,
  version,
  nativeModules,
}: Described): ElectronFound {
  return {
    executable,
    dist,
    kind,
    version: version ?? readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, ''),
    // electron-vite reads only the first, the electron package only the second.
    env: { ELECTRON_EXEC_PATH: executable, ELECTRON_OVERRIDE_DIST_PATH: dist },
    // Chromium's sandbox refuses to start as root; an ordinary user keeps it.
    args: process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    ...(nativeModules === undefined ? {} : { nativeModules }),
  }
}
