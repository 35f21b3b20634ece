/** Reads the fuses of an Electron program from its file: what the packaged program proves about itself. */
import { open } from 'node:fs/promises'
import { join } from 'node:path'

const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
/** In the wire's order. */
const NAMES = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const
export type FuseName = (typeof NAMES)[number]
export type Fuses = Readonly<Partial<Record<FuseName, boolean>>>

const CHUNK = 4 * 1024 * 1024

/** On macOS the fuses are in the framework, not in the program. */
export const fuseFile = (executable: string, platform: string): string =>
  platform === 'darwin'
    ? join(executable, '../../Frameworks/Electron Framework.framework/Electron Framework')
    : executable

/** Undefined when the file holds no fuses. Reads in pieces: the program is large. */
export async function readFuses(file: string): Promise<Fuses | undefined> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const overlap = SENTINEL.length + 2 + NAMES.length
    const buffer = Buffer.alloc(CHUNK + overlap)
    for (let at = 0; at < size; at += CHUNK) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, at)
      const found = buffer.subarray(0, bytesRead).indexOf(SENTINEL)
      if (found >= 0 && found + overlap <= bytesRead) {
        return parseWire(buffer.subarray(found + SENTINEL.length, found + overlap))
      }
    }
    return undefined
  } finally {
    await handle.close()
  }
}

/** A version byte, a length byte, and one character for each fuse: `1` on, `0` off, `r` removed. */
function parseWire(wire: Buffer): Fuses {
  const length = wire[1] ?? 0
  const fuses: Partial<Record<FuseName, boolean>> = {}
  for (const [i, name] of NAMES.entries()) {
    if (i < length) fuses[name] = wire[2 + i] === 0x31
  }
  return fuses
}

/** What a packaged program must have, as build/electron-builder.config.ts sets it. */
export const EXPECTED_FUSES: Fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
}

export const wrongFuses = (fuses: Fuses): FuseName[] =>
  (Object.keys(EXPECTED_FUSES) as FuseName[]).filter((name) => fuses[name] !== EXPECTED_FUSES[name])
