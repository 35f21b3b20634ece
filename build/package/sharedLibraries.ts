import { basename } from 'node:path'
import { runOrThrow } from '../process/run.ts'

/** Part of every Linux and tied to its kernel and loader: these must be the target system's own. */
const system =
  /^(ld-linux.*|linux-vdso|libc|libm|libmvec|libpthread|libdl|librt|libresolv|libutil|libnsl|libanl)\.so/

/** All shared libraries the programs load beyond the C library: the name they ask for, and the file they get. */
export async function sharedLibraries(
  programs: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const program of programs) {
    const { stdout } = await runOrThrow('ldd', [program], { env })
    for (const line of stdout.split('\n')) {
      const missing = /^\s*(\S+) => not found/.exec(line)?.[1]
      if (missing) throw new Error(`${program} lacks ${missing} on this machine`)
      const [, wanted, file] = /^\s*(\S+) => (\/\S+) \(/.exec(line) ?? []
      if (wanted && file && !system.test(basename(wanted))) found.set(basename(wanted), file)
    }
  }
  return found
}
