/** Whatever nobody caught ends in the log, with the window's own crashes. */
import { app } from 'electron'
import type { Log } from '../log/Log.ts'

export function watchCrashes(log: Log): void {
  process.on('uncaughtException', (error) => log.write('error', 'An error was not caught', error))
  process.on('unhandledRejection', (reason) =>
    log.write('error', 'A rejection was not handled', reason),
  )
  app.on('render-process-gone', (_event, contents, details) => {
    log.write('error', 'The window crashed', details)
    // The document is kept in the store with every change, so the page can simply start again.
    if (details.reason !== 'clean-exit') contents.reload()
  })
  app.on('child-process-gone', (_event, details) => {
    log.write('warn', 'A helper process ended', details)
  })
}
