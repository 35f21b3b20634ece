/** Commands run where there is no display. */
import { spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { app } from 'electron'
import type { Environment } from '../services/keyVariable.ts'

/**
 * On Linux Electron chooses its display before any of our code runs, and without one it ends the process. So the
 * program starts itself once more with the switch in its place and waits. Answers the exit code, or undefined
 * when this is that second start, or none is needed.
 */
/** @param env with the key, which the second start takes in turn */
export function runAgainHeadless(env: Environment): number | undefined {
  if (process.platform !== 'linux' || app.commandLine.hasSwitch('ozone-platform')) return undefined
  // Ctrl-C reaches both processes: the second one cancels cleanly, and this one must outlive it to tell how it ended.
  process.on('SIGINT', () => process.stderr.write(''))
  const switches = ['--ozone-platform=headless', '--disable-gpu']
  const { status, signal, error } = spawnSync(
    process.execPath,
    [...switches, ...process.argv.slice(1)],
    { stdio: 'inherit', env },
  )
  if (error) throw error
  return status ?? 128 + (signal ? constants.signals[signal] : 0)
}
