import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** True for the module that `node FILE` was asked to run, false for the same module imported. */
export function invokedDirectly(moduleUrl: string): boolean {
  const entry = process.argv[1]
  return entry !== undefined && realpathSync(entry) === realpathSync(fileURLToPath(moduleUrl))
}
