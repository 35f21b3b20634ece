/** A file of a package that travels with us, where other programs can read it. */
import { createRequire } from 'node:module'
import { sep } from 'node:path'

const require = createRequire(import.meta.url)

/**
 * `name` as in a require, e.g. `package/folder/file.woff2`; undefined where the package is not installed. In the
 * packaged program the answer lies beside the archive: ffmpeg and RIFE cannot look into it.
 */
export function shippedFile(name: string): string | undefined {
  try {
    return require.resolve(name).replace(`app.asar${sep}`, `app.asar.unpacked${sep}`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}
