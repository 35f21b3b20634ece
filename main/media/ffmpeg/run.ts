/** The only door to fluent-ffmpeg: runs one finished argument list, and waits until ffmpeg is really gone. */

import type { ChildProcess } from 'node:child_process'
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import ffmpeg from 'fluent-ffmpeg'
import type { Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import { MediaError, type RunOptions } from '../MediaEngine.ts'
import type { Adopt } from '../modesty.ts'
import { isPipe, splitArguments } from './commandParts.ts'
import { explainFailure } from './failure.ts'

/** How long ffmpeg may take to close its files after SIGTERM. */
const GRACE_MS = 3000

/** Stands before every list: no questions, no chatter, errors marked, progress as `key=value` lines on stderr. */
const ALWAYS = [
  ...['-hide_banner', '-nostdin', '-y', '-nostats'],
  ...['-loglevel', 'level+warning', '-progress', 'pipe:2'],
] as const

/** The frame count of one `-progress` line, or undefined for every other line. */
export function parseFrame(line: string): number | undefined {
  const match = /^frame=\s*(\d+)$/.exec(line)
  return match ? Number(match[1]) : undefined
}

/** A fluent-ffmpeg command that stands for exactly `ALWAYS` and `args`; pipes are replaced by our streams. */
export function buildCommand(
  args: readonly string[],
  pipes: { readonly stdin?: Readable | undefined; readonly stdout?: Writable | undefined } = {},
): ffmpeg.FfmpegCommand {
  const { inputs, output } = splitArguments([...ALWAYS, ...args])
  const command = ffmpeg({ stdoutLines: 200 })
  for (const { options, source } of inputs) {
    command.input(pipes.stdin && isPipe(source) ? pipes.stdin : source)
    if (options.length > 0) command.inputOptions(...(options as [string, string]))
  }
  // More than one argument each time: fluent-ffmpeg splits a lone one at its space.
  if (output.options.length > 0) command.outputOptions(...(output.options as [string, string]))
  if (pipes.stdout && isPipe(output.target)) command.output(pipes.stdout, { end: true })
  else command.output(output.target)
  return command
}

/** fluent-ffmpeg keeps the process it started here, and offers no other way to it. */
const childOf = (command: ffmpeg.FfmpegCommand): ChildProcess | undefined =>
  (command as { ffmpegProc?: ChildProcess }).ffmpegProc

/** What the run is about, for the sentence of a failure. */
function purpose(args: readonly string[]): Said {
  const { inputs, output } = splitArguments(args)
  const name = (path: string): string => basename(path.replace(/^file:/, ''))
  const source = inputs.find((input) => !isPipe(input.source))
  if (!isPipe(output.target)) return say('media:write', { name: name(output.target) })
  return source ? say('media:read', { name: name(source.source) }) : say('media:doItsPart')
}

/**
 * @throws MediaError with ffmpeg's last words; the signal's reason after a cancel; the error of `options.stdin`.
 * Settles only when the process has ended, so that files may be moved or removed at once.
 */
export async function runFfmpeg(
  ffmpegPath: string,
  args: readonly string[],
  options: RunOptions & {
    readonly stdout?: Writable
    readonly onStart?: () => void
    readonly adopt?: Adopt
  } = {},
): Promise<void> {
  const { signal, onFrame, stdin, stdout } = options
  signal?.throwIfAborted()
  // fluent-ffmpeg throws out of an event handler when the program cannot be started: look first.
  await access(ffmpegPath, constants.X_OK).catch(() => {
    throw new MediaError(say('media:ffmpegGone', { path: ffmpegPath }), 'toolMissing')
  })
  signal?.throwIfAborted()
  let inputError: { readonly error: unknown } | undefined
  async function* guarded(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      yield* source
    } catch (error) {
      inputError = { error }
      stop()
    }
  }
  const feed = stdin ? Readable.from(guarded(stdin), { objectMode: false }) : undefined
  const command = buildCommand(args, { stdin: feed, stdout })
  command.setFfmpegPath(ffmpegPath)
  const stderr: string[] = []
  let killer: NodeJS.Timeout | undefined
  let letGo: (() => void) | undefined
  let running = false
  let stopping = false
  const stop = (): void => {
    stopping = true
    if (!running || killer) return
    command.kill('SIGTERM')
    killer = setTimeout(() => command.kill('SIGKILL'), GRACE_MS)
  }
  signal?.addEventListener('abort', stop, { once: true })
  try {
    await new Promise<void>((resolve, reject) => {
      command
        .on('start', () => {
          const child = childOf(command)
          if (child && child.pid === undefined) {
            // It did not start (too many processes or open files). fluent-ffmpeg's own handler would throw out of the
            // event and end the whole program.
            child.removeAllListeners('error').once('error', reject)
            return
          }
          running = true
          if (child?.pid !== undefined) letGo = options.adopt?.(child.pid)
          options.onStart?.()
          if (stopping) stop()
        })
        .on('stderr', (line: string) => {
          const frame = parseFrame(line)
          if (frame !== undefined) onFrame?.(frame)
          else {
            stderr.push(line)
            if (stderr.length > 200) stderr.shift()
          }
        })
        .on('end', () => resolve())
        .on('error', (error: Error) => reject(error))
        .run()
    })
  } catch (error) {
    signal?.throwIfAborted()
    if (inputError) throw inputError.error
    if (running) throw explainFailure(purpose(args), stderr)
    throw new MediaError(
      say('media:ffmpegFailed', {
        what: purpose(args),
        because: error instanceof Error ? error.message : String(error),
      }),
      'unsupported',
    )
  } finally {
    running = false
    letGo?.()
    clearTimeout(killer)
    signal?.removeEventListener('abort', stop)
    feed?.destroy()
  }
  signal?.throwIfAborted()
  if (inputError) throw inputError.error
}
