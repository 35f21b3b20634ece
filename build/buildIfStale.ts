import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { inRepository, root } from './paths.ts'
import { invokedDirectly } from './process/invokedDirectly.ts'
import { localProgram } from './process/localProgram.ts'
import { runOrThrow } from './process/run.ts'
import { say, seconds } from './process/say.ts'

const sources = [
  '{main,preload,renderer,shared}/**/*',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]

const markerFile = inRepository('out', '.built')

/** Makes the next build run, for whoever is about to write into out/ himself. */
export const forgetBuild = (): void => rmSync(markerFile, { force: true })

/** Changes whenever a source is edited, added or removed; sizes and times suffice and cost milliseconds. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const path of globSync(sources, { cwd: root }).sort()) {
    const { mtimeMs, size } = statSync(inRepository(path))
    hash.update(`${path}\0${mtimeMs}\0${size}\n`)
  }
  return hash.digest('hex')
}

/** Builds main, preload and renderer into out/, unless what is there was made from these very sources. */
export async function buildIfStale(): Promise<void> {
  const wanted = fingerprint()
  if (existsSync(markerFile) && readFileSync(markerFile, 'utf8') === wanted) return
  await build(wanted)
}

async function build(wanted: string): Promise<void> {
  const start = performance.now()
  // The marker goes first: a build that is killed must not pass for a finished one.
  forgetBuild()
  await runOrThrow(process.execPath, [localProgram('electron-vite', 'electron-vite'), 'build'], {
    cwd: root,
  })
  writeFileSync(markerFile, wanted)
  say(`the program is built (${seconds(start)})`)
}

if (invokedDirectly(import.meta.url)) await build(fingerprint())
