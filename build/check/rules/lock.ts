import type { Rule, Violation } from '../Rule.ts'

const path = 'package-lock.json'

type Package = {
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
type Lock = { readonly packages: Readonly<Record<string, Package>> }

const outer = (from: string): string =>
  from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))

/** Where Node would look for `name` from the package at `from`. */
function candidates(from: string, name: string): string[] {
  const found = [`node_modules/${name}`]
  for (let at = from; at !== ''; at = outer(at)) found.push(`${at}/node_modules/${name}`)
  return found
}

const noHosts: Rule = {
  name: 'lock-names-no-hosts',
  teaches:
    'The lock must work behind any mirror. Keep omit-lockfile-registry-resolved in .npmrc, delete node_modules and the lock’s `resolved` lines, and run npm install.',
  find: (tree) => {
    if (!tree.has(path)) return []
    const { packages }: Lock = JSON.parse(tree.text(path))
    return Object.entries(packages)
      .filter(([, { resolved }]) => resolved?.includes('://'))
      .map(([name, { resolved }]): Violation => ({ path, what: `${name} -> ${resolved}` }))
  },
}

const optionalPresent: Rule = {
  name: 'lock-has-every-optional-dependency',
  teaches:
    'An optional dependency without an entry makes `npm ci` fail on the system it is for. Delete node_modules, choose versions whose binaries all exist, npm install again.',
  find: (tree) => {
    if (!tree.has(path)) return []
    const { packages }: Lock = JSON.parse(tree.text(path))
    return Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !candidates(from, name).some((place) => place in packages))
        .map((name): Violation => ({ path, what: `${from || 'the project'} wants ${name}` })),
    )
  },
}

export const lockRules: readonly Rule[] = [noHosts, optionalPresent]
