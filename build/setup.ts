import { installDebianPackages } from './debian/packages.ts'
import { type ElectronFound, resolveElectron } from './electron/resolveElectron.ts'
import { invokedDirectly } from './process/invokedDirectly.ts'
import { say } from './process/say.ts'

/**
 * Brings the machine to where the editor can start. Safe to run at any time and as often as one likes;
 * when all is there it takes a tenth of a second. Never run by `npm ci`, which should only do what its name says.
 */
export async function setUp(): Promise<ElectronFound> {
  requireNode()
  await installDebianPackages()
  return resolveElectron()
}

/** Under `npm ci --ignore-scripts` the project's own Node is absent and the machine's is used silently. */
function requireNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return
  throw new Error(
    `Node ${process.versions.node} is too old (22.18 is needed). The project brings its own: ` +
      'run `npm ci` without --ignore-scripts, and start through npm (npm start, npm test).',
  )
}

if (invokedDirectly(import.meta.url)) {
  const { executable, version, kind } = await setUp()
  say(`Electron ${version} (${kind}): ${executable}`)
}
