/** Electron's entry: windows, or the command line when a command was given. */
import { app, dialog } from 'electron'
import { runAgainHeadless } from './app/headless.ts'
import { launchWords, parseLaunch } from './app/launch.ts'
import { registerSchemes } from './app/protocols.ts'
import { startWindow } from './app/startWindow.ts'
import { KEY_VARIABLE, takeEnvironment } from './services/keyVariable.ts'

function command(words: readonly string[]): void {
  const cancel = new AbortController()
  process.on('SIGINT', () => cancel.abort())
  process.on('SIGTERM', () => cancel.abort())
  const { stdin, stdout, stderr } = process
  void Promise.all([import('./cli/run.ts'), app.whenReady()])
    .then(([{ runCli }]) => runCli(words, { stdin, stdout, stderr, env, signal: cancel.signal }))
    .then((code) => app.exit(code))
}

/** The catalogue is loaded only now: a start that succeeds does without it. */
async function tell(error: unknown): Promise<void> {
  const [{ inEnglish }, { saidOf }, { say }] = await Promise.all([
    import('../shared/words/english.ts'),
    import('../shared/words/SaidError.ts'),
    import('../shared/words/say.ts'),
  ])
  dialog.showErrorBox(inEnglish(say('dialog:couldNotStart')), inEnglish(saidOf(error)))
}

const env = takeEnvironment(process.env)
const launch = parseLaunch(launchWords(process.argv, process.defaultApp === true))

if (launch.mode === 'cli') {
  const code = runAgainHeadless(env)
  if (code === undefined) command(launch.words)
  else process.exit(code)
} else {
  registerSchemes()
  const isSelfTest = launch.mode === 'selfTest'
  startWindow({ library: launch.library, isSelfTest, runwareKey: env[KEY_VARIABLE] }).catch(
    (error: unknown) => {
      const words = error instanceof Error ? error.message : String(error)
      process.stderr.write(`Keyreel could not start: ${words}\n`)
      void (app.isReady() && !isSelfTest ? tell(error) : Promise.resolve()).then(() => app.exit(1))
    },
  )
}
