import { homedir } from 'node:os'
import { join } from 'node:path'

/** The one per-user folder the set-up writes to outside the clone. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const base = environment.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(base, 'keyreel')
}
