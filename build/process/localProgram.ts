import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRepository } from '../paths.ts'

/**
 * The script file of a program that an installed package brings, to be run by this very Node. Not through
 * node_modules/.bin, whose entries are .cmd files on Windows, and whose `tsc` could be either TypeScript.
 */
export function localProgram(packageName: string, program: string): string {
  const folder = inRepository('node_modules', packageName)
  const manifest: { bin?: string | Record<string, string> } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin?.[program]
  if (!file) throw new Error(`${packageName} has no program ${program}`)
  return join(folder, file)
}
