/** A font for the names on slates, where one lies within reach. */
import { access, constants } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** The interface's own font; undefined where it is not installed, and slates are then plain cards. */
export async function slateFont(): Promise<string | undefined> {
  try {
    const home = dirname(require.resolve('@fontsource-variable/inter/package.json'))
    const file = join(home, 'files', 'inter-latin-wght-normal.woff2')
    // ffmpeg cannot look into the packaged program's archive.
    if (/\.asar[\\/]/.test(file)) return undefined
    await access(file, constants.R_OK)
    return file
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (['ENOENT', 'EACCES', 'MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED'].includes(code)) {
      return undefined
    }
    throw error
  }
}
