/** A process of `workForever.ts` as a test hears it, and how it ended when it ended by itself. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'

const children = new Set<ChildProcess>()

/** For after each test, whatever it came to. */
export function killAll(): void {
  for (const child of children) child.kill('SIGKILL')
}

export type WorkingProcess = ReturnType<typeof work>

/** @param project to be edited; `-` only runs jobs. */
export function work(store: string, project: string, journal: string) {
  const script = join(import.meta.dirname, 'workForever.ts')
  const child = spawn(process.execPath, [script, store, project, journal], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  let heard = ''
  let complaints = ''
  let end: string | undefined
  const waiting = new Set<() => void>()
  const wake = (): void => {
    for (const look of [...waiting]) look()
  }
  child.stdout.on('data', (data: Buffer) => {
    heard += data.toString()
    wake()
  })
  child.stderr.on('data', (data: Buffer) => {
    complaints = (complaints + data.toString()).slice(-4000)
  })
  child.on('close', (code, signal) => {
    children.delete(child)
    end = `${signal ?? `exit code ${code}`}; it said last: ${heard.slice(-500)}\nand on stderr: ${complaints}`
    wake()
  })
  /** Whole lines only: what a kill cut off was not heard. */
  const lines = (kind: string): string[] =>
    heard
      .slice(0, heard.lastIndexOf('\n') + 1)
      .split('\n')
      .filter((line) => line.startsWith(`${kind} `))
      .map((line) => line.slice(2))
  return {
    pid: child.pid,
    lines,
    /** Rejects as soon as the process has ended by itself, also when it ended before this was asked. */
    until: (isEnough: () => boolean): Promise<void> =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (isEnough()) resolve()
          else if (end !== undefined) reject(new Error(`The process ended by itself: ${end}`))
          else return
          waiting.delete(look)
        }
        waiting.add(look)
        look()
      }),
    /** Kills it so many milliseconds from now. */
    async kill(after = 0): Promise<void> {
      if (end !== undefined) throw new Error(`The process had ended before it was killed: ${end}`)
      const closed = once(child, 'close')
      setTimeout(() => child.kill('SIGKILL'), after)
      const [, signal] = await closed
      expect(signal, end).toBe('SIGKILL')
      appendFileSync(journal, `K - - ${child.pid}\n`)
    },
  }
}
