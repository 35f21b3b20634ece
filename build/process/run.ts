import { type SpawnOptions, spawn } from 'node:child_process'
import { stopWith } from './stopWith.ts'

export type Finished = {
  /** The exit code; 128 + signal number is not imitated: a killed process has code null. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  readonly timedOut: boolean
}

export type RunOptions = {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  /** 'capture' keeps the output; 'inherit' shows it as it comes; 'tee' does both. */
  readonly output?: 'capture' | 'inherit' | 'tee'
  readonly timeoutMs?: number
}

/**
 * Runs one program with an argument array (never a shell string, so that no file name can become
 * code) and waits for its end. It rejects only when the program could not be started.
 */
export function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  const output = options.output ?? 'capture'
  const spawnOptions: SpawnOptions = {
    cwd: options.cwd,
    env: options.env ?? process.env,
    // Nothing we start may wait for a person: CI has no standard input.
    stdio: [
      'ignore',
      output === 'inherit' ? 'inherit' : 'pipe',
      output === 'inherit' ? 'inherit' : 'pipe',
    ],
    windowsHide: true,
  }
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], spawnOptions)
    stopWith(child)
    let stdout = ''
    let stderr = ''
    let timedOut = false
    const timer = options.timeoutMs
      ? setTimeout(() => {
          timedOut = true
          child.kill('SIGKILL')
        }, options.timeoutMs)
      : undefined
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      if (output === 'tee') process.stdout.write(text)
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
      if (output === 'tee') process.stderr.write(text)
    })
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code, signal, stdout, stderr, timedOut })
    })
  })
}

/** As `run`, for programs whose failure ends the work: says which one failed, and its last words. */
export async function runOrThrow(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  const finished = await run(command, args, options)
  if (finished.code === 0) return finished
  const how = finished.timedOut
    ? `did not end within ${options.timeoutMs} ms`
    : `ended with ${finished.signal ?? finished.code}`
  const lastWords = (finished.stderr || finished.stdout)
    .trim()
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .slice(-20)
    .join('\n')
  throw new Error(`${command} ${args.slice(0, 4).join(' ')} ${how}\n${lastWords}`.trimEnd())
}
