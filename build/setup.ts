import { installDebianPackages } from './debian/packages.ts'
import { type ElectronFound, resolveElectron } from './electron/resolveElectron.ts'
import { asProgram } from './process/asProgram.ts'
import { invokedDirectly } from './process/invokedDirectly.ts'

/**
 * Brings the machine to where the editor can start. Safe to run at any time and as often as one likes;
 * when all is there it takes a tenth of a second. Never run by `npm ci`, which should only do what its name says.
 */
export async function setUp(): Promise<ElectronFound> {
  await installDebianPackages()
  return resolveElectron()
}

if (invokedDirectly(import.meta.url)) {
  await asProgram(async () => {
    const { executable, version, kind } = await setUp()
    return `Electron ${version} (${kind}): ${executable}`
  })
}
