import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { inRepository } from '../../build/paths.ts'

/** A small tree of its own for one test, removed afterwards: violations are planted here, never in the real one. */
export function plantedTree(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'keyreel-planted-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** Lets programs that resolve packages from the tree find the real ones. */
export function linkPackages(folder: string): void {
  symlinkSync(inRepository('node_modules'), join(folder, 'node_modules'), 'junction')
}
