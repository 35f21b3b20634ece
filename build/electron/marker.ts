import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fallbackSource } from './fallbackSource.ts'

export const bootstrapSource = join(import.meta.dirname, 'bootstrap')
const bootstrapFiles = ['main.cjs', 'package.json', 'sqliteHook.cjs', 'utilityStub.cjs']

/** Written last, so that its presence means that everything before it is whole. */
export type Marker = { readonly integrity: string; readonly bootstrap: string }

export const currentMarker = (): Marker => {
  const hash = createHash('sha256')
  for (const name of bootstrapFiles) hash.update(readFileSync(join(bootstrapSource, name)))
  return { integrity: fallbackSource.integrity, bootstrap: hash.digest('hex') }
}
