/** Node's entry to the command line. */
import { takeEnvironment } from '../services/keyVariable.ts'
import { runCli } from './run.ts'

const cancel = new AbortController()
const interrupt = (): void => {
  // A second ctrl-C means now.
  if (cancel.signal.aborted) process.exit(130)
  cancel.abort()
}
process.on('SIGINT', interrupt)
process.on('SIGTERM', interrupt)
// A reader that has seen enough (`keyreel … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const { stdin, stdout, stderr } = process
process.exitCode = await runCli(process.argv.slice(2), {
  stdout,
  stderr,
  env: takeEnvironment(process.env),
  stdin,
  signal: cancel.signal,
})
