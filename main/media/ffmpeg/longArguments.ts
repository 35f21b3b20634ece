/**
 * The graph of a long timeline may outgrow what a system takes as one argument (128 KiB on Linux; 32 KiB for all of them
 * on Windows). ffmpeg can read it from a file instead.
 */
import { randomBytes } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { majorMinor } from './capabilities.ts'

/** Bytes from which on a graph goes into a file. */
export const LONG_ARGUMENT = 24_000

/** The option that takes the graph's file: ffmpeg 7 brought the general form, and 8 dropped the old one. */
export const graphFileOption = (version: string): string =>
  majorMinor(version)[0] >= 7 ? '-/filter_complex' : '-filter_complex_script'

/** Where the list holds a graph too long for a command line; -1 when it does not. */
export const longGraphAt = (args: readonly string[]): number => {
  const at = args.indexOf('-filter_complex')
  return at >= 0 && Buffer.byteLength(args[at + 1] ?? '') > LONG_ARGUMENT ? at : -1
}

/** Calls `use` with the list, its graph moved to a file when it is too long; the file is gone afterwards. */
export async function withShortArguments<T>(
  args: readonly string[],
  version: () => Promise<string>,
  use: (args: readonly string[]) => Promise<T>,
): Promise<T> {
  const at = longGraphAt(args)
  if (at < 0) return use(args)
  const file = join(tmpdir(), `keyreel-graph-${process.pid}-${randomBytes(8).toString('hex')}`)
  try {
    await writeFile(file, args[at + 1] ?? '', { mode: 0o600, flag: 'wx' })
    return await use([
      ...args.slice(0, at),
      ...[graphFileOption(await version()), file],
      ...args.slice(at + 2),
    ])
  } finally {
    await rm(file, { force: true })
  }
}
