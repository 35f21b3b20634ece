/** Reads what an ffmpeg can do from its own tables. */

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { say } from '../../../shared/words/say.ts'
import { type MediaCapabilities, MediaError } from '../MediaEngine.ts'

const runFile = promisify(execFile)

/** `5.1.9-0+deb12u1`, `7.1`, `n6.0` or `N-1234-g…` from the first line of `-version`. */
export function parseVersion(text: string): string {
  return /^ff(?:mpeg|probe) version (\S+)/m.exec(text)?.[1] ?? 'unknown'
}

/** `[5, 1]`; a git build without a number counts as the newest, since it is. */
export function majorMinor(version: string): readonly [number, number] {
  const match = /^n?(\d+)\.(\d+)/.exec(version)
  return match ? [Number(match[1]), Number(match[2])] : [Number.MAX_SAFE_INTEGER, 0]
}

/** Names of ` V..... libx264   description` rows (the legend above ends in ` ------`). */
export function parseEncoders(text: string): Set<string> {
  return new Set(
    [...text.matchAll(/^ [VAS][A-Z.]{5} ([^\s=]\S*)/gm)].map((match) => match[1] as string),
  )
}

/** Names of ` TSC scale   V->V   description` rows; ffmpeg 7 has two flag columns, older ones three. */
export function parseFilters(text: string): Set<string> {
  return new Set(
    [...text.matchAll(/^ [TSC.]{2,3} (\S+) +[AVN|]+->[AVN|]+/gm)].map(
      (match) => match[1] as string,
    ),
  )
}

/** @throws MediaError `toolMissing` when either program does not start. */
export async function readCapabilities(
  ffmpegPath: string,
  ffprobePath: string,
): Promise<MediaCapabilities> {
  const ask = async (flag: string): Promise<string> => {
    try {
      const { stdout } = await runFile(ffmpegPath, ['-hide_banner', flag], { maxBuffer: 1 << 24 })
      return stdout
    } catch (error) {
      throw new MediaError(
        say('media:ffmpegDoesNotStart', { path: ffmpegPath }),
        'toolMissing',
        error instanceof Error ? error.message : String(error),
      )
    }
  }
  const version = parseVersion(await ask('-version'))
  const [encoders, filters] = await Promise.all([ask('-encoders'), ask('-filters')])
  return {
    version,
    ffmpegPath,
    ffprobePath,
    encoders: parseEncoders(encoders),
    filters: parseFilters(filters),
  }
}
