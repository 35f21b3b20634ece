/** Electron's entry: windows, or the command line when a command was given. */
import { app } from 'electron'
import { launchWords, parseLaunch } from './app/launch.ts'
import { registerSchemes } from './app/protocols.ts'
import { startWindow } from './app/startWindow.ts'
import { runCli } from './cli/run.ts'

const launch = parseLaunch(launchWords(process.argv, process.defaultApp === true))

if (launch.mode === 'cli') {
  // Commands run where there is no display, too.
  app.commandLine.appendSwitch('ozone-platform', 'headless')
  const cancel = new AbortController()
  process.on('SIGINT', () => cancel.abort())
  process.on('SIGTERM', () => cancel.abort())
  const { env, stdout, stderr } = process
  void app
    .whenReady()
    .then(() => runCli(launch.words, { stdout, stderr, env, signal: cancel.signal }))
    .then((code) => app.exit(code))
} else {
  registerSchemes()
  const isSelfTest = launch.mode === 'selfTest'
  startWindow({ library: launch.library, isSelfTest }).catch((error: unknown) => {
    process.stderr.write(`Keyreel could not start: ${String(error)}\n`)
    app.exit(1)
  })
}
