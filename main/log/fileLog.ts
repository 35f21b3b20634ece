/** A log of JSON lines in a folder: `keyreel.log`, and the older `keyreel.1.log` … when it grew too long. */
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from './Log.ts'
import { redact, redactText } from './redact.ts'

export interface FileLogOptions {
  readonly folder: string
  readonly now: () => Date
  /** Values that must never be written, asked for at each line. */
  readonly secrets: () => readonly string[]
  /** Bytes at which a new file is begun. */
  readonly limit?: number
  /** Files kept, the present one included. */
  readonly keep?: number
}

const FIVE_MEGABYTES = 5_000_000

/** Lines are written at once, so that the last one before a crash is there. A full disk silences the log only. */
export function fileLog({
  folder,
  now,
  secrets,
  limit = FIVE_MEGABYTES,
  keep = 5,
}: FileLogOptions): Log {
  const file = (age: number): string =>
    join(folder, age === 0 ? 'keyreel.log' : `keyreel.${age}.log`)
  mkdirSync(folder, { recursive: true })

  const rotate = (): void => {
    const size = statSync(file(0), { throwIfNoEntry: false })?.size ?? 0
    if (size < limit) return
    rmSync(file(keep - 1), { force: true })
    for (let age = keep - 2; age >= 0; age--) {
      if (statSync(file(age), { throwIfNoEntry: false })) renameSync(file(age), file(age + 1))
    }
  }

  return {
    write(level, message, detail) {
      const hidden = secrets()
      const line = JSON.stringify({
        at: now().toISOString(),
        level,
        message: redactText(message, hidden),
        ...(detail === undefined ? {} : { detail: redact(detail, hidden) }),
      })
      try {
        rotate()
        appendFileSync(file(0), `${line}\n`)
      } catch (error) {
        // The work itself must go on when there is no room for its log.
        process.stderr.write(`${line}\n(not kept: ${String(error)})\n`)
      }
    },
  }
}
