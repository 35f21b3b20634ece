/** ffmpeg's standard output as an async iterable, at the reader's pace. */
import { PassThrough } from 'node:stream'
import type { RunOptions } from '../MediaEngine.ts'
import type { Adopt } from '../modesty.ts'
import { withShortArguments } from './longArguments.ts'
import { runFfmpeg } from './run.ts'

/** Bytes held between ffmpeg and the reader; ffmpeg waits when they are not taken. */
const BUFFER_BYTES = 1 << 20

/**
 * Chunks of any size. Leaving the loop early stops ffmpeg. The last argument must be `pipe:1`.
 * @throws as {@link runFfmpeg}, after the bytes that did arrive.
 */
export async function* streamFfmpeg(
  ffmpegPath: string,
  args: readonly string[],
  options: RunOptions & {
    readonly version: () => Promise<string>
    readonly adopt?: Adopt
  },
): AsyncGenerator<Uint8Array> {
  options.signal?.throwIfAborted()
  const left = new AbortController()
  const signal = options.signal ? AbortSignal.any([options.signal, left.signal]) : left.signal
  // fluent-ffmpeg kills ffmpeg 20 ms after `close`, which under load comes before the exit: never emit it.
  const stdout = new PassThrough({ highWaterMark: BUFFER_BYTES, emitClose: false })
  let started = false
  const onStart = (): void => {
    started = true
  }
  let failure: { readonly error: unknown } | undefined
  const running = withShortArguments(args, options.version, (short) =>
    runFfmpeg(ffmpegPath, short, { ...options, signal, stdout, onStart }),
  ).catch((error: unknown) => {
    failure = { error }
    // A started ffmpeg ends the stream itself, after its last bytes.
    if (!started) stdout.end()
  })
  try {
    const chunks: AsyncIterable<Uint8Array> = stdout.iterator({ destroyOnReturn: false })
    for await (const chunk of chunks) yield chunk
    await running
    if (failure) throw failure.error
  } finally {
    left.abort()
    // Let a blocked ffmpeg write its last bytes into the void, or it never sees the signal.
    stdout.resume()
    await running
  }
}
