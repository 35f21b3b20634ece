/** Ends what a driver started when the driver itself is ended, by Ctrl-C, a time limit or a closed terminal. */
import type { ChildProcess } from 'node:child_process'

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']
const children = new Set<ChildProcess>()
let isListening = false

function listen(): void {
  if (isListening) return
  isListening = true
  process.on('exit', () => {
    for (const child of children) child.kill('SIGTERM')
  })
  // Node ends on these without an `exit` event, unless somebody listens.
  for (const signal of SIGNALS) process.once(signal, () => process.exit(1))
}

/** To be called once the child was started. */
export function stopWith(child: ChildProcess): void {
  listen()
  children.add(child)
  child.once('exit', () => children.delete(child))
}
