import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { stopWith } from '../process/stopWith.ts'

export type Display = {
  /** As in the DISPLAY variable, for example ":3". */
  readonly name: string
  readonly env: Readonly<Record<string, string>>
}

/** Whether a window could open here without help. */
export const hasDisplay = (env: NodeJS.ProcessEnv = process.env): boolean =>
  process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)

export type DisplaySize = { readonly width: number; readonly height: number }

/**
 * Runs `work` with a virtual display of its own and ends the display afterwards, however `work` ends.
 * Where there is no X at all (macOS, Windows) the real display is used.
 */
export async function withDisplay<T>(
  work: (display: Display) => Promise<T>,
  size: DisplaySize = { width: 1920, height: 1080 },
): Promise<T> {
  if (process.platform !== 'linux') return work({ name: '', env: {} })
  const server = startServer(size)
  stopWith(server)
  try {
    const name = `:${await displayNumber(server)}`
    // GDK would otherwise prefer a Wayland session it finds, and open on the developer's own screen.
    return await work({ name, env: { DISPLAY: name, WAYLAND_DISPLAY: '', GDK_BACKEND: 'x11' } })
  } finally {
    await ended(server)
  }
}

function startServer({ width, height }: DisplaySize): ChildProcess {
  const screen = ['-screen', '0', `${width}x${height}x24`]
  // -displayfd lets the server itself choose a free number: no race between two drivers.
  const args = ['-displayfd', '3', ...screen, '-nolisten', 'tcp', '-noreset']
  return spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
}

function displayNumber(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let complaints = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      complaints += chunk.toString()
    })
    server.stdio[3]?.once('data', (chunk: Buffer) => resolve(Number.parseInt(chunk.toString(), 10)))
    server.once('error', (error) => {
      const absent = !existsSync('/usr/bin/Xvfb')
      reject(absent ? new Error('Xvfb is not installed (on Debian: apt-get install xvfb)') : error)
    })
    server.once('exit', (code) =>
      reject(new Error(`Xvfb ended with ${code}: ${complaints.trim()}`)),
    )
  })
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return
  const exit = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await exit
}
