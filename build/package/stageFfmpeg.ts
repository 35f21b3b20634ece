import { copyFileSync, existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, isAbsolute, join } from 'node:path'
import { run, runOrThrow } from '../process/run.ts'
import { say } from '../process/say.ts'
import { copyLicences } from './ffmpegLicences.ts'
import { sharedLibraries } from './sharedLibraries.ts'

const tools = ['ffmpeg', 'ffprobe'] as const
type Tool = (typeof tools)[number]

const ending = process.platform === 'win32' ? '.exe' : ''

/** Packages with static builds, best first; optional, because they download while being installed. */
const staticPackages: Readonly<Record<Tool, readonly string[]>> = {
  ffmpeg: ['ffmpeg-ffprobe-static', 'ffmpeg-static'],
  ffprobe: ['ffmpeg-ffprobe-static'],
}

function fromPackage(tool: Tool): string | undefined {
  const { resolve } = createRequire(import.meta.url)
  return staticPackages[tool]
    .flatMap((name) => resolve.paths(name)?.map((folder) => join(folder, name)) ?? [])
    .map((folder) => join(folder, tool + ending))
    .find(existsSync)
}

function fromPath(tool: Tool): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => isAbsolute(folder) && !folder.includes('node_modules'))
    .map((folder) => join(folder, tool + ending))
    .find(existsSync)
}

/**
 * Puts ffmpeg and ffprobe, with their licences, where electron-builder takes them from. Answers false, and says what
 * that means, when there is none: the packaged program then looks on the user's PATH.
 */
export async function stageFfmpeg(folder: string): Promise<boolean> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const fromPackages = tools.map(fromPackage)
  const isStatic = fromPackages.every((file) => file !== undefined)
  const files = isStatic ? fromPackages : tools.map(fromPath)
  if (files.some((file) => file === undefined)) {
    say(
      'no ffmpeg and ffprobe to carry were found: the packaged program will need them on the PATH',
    )
    return false
  }
  const programs = files.filter((file) => file !== undefined)
  // On Linux a build from the PATH stands on a hundred shared libraries; elsewhere only static builds can travel.
  if (isStatic || process.platform !== 'linux') copyPrograms(programs, folder)
  else await copyWithLibraries(programs, folder)
  await copyLicences(programs, folder, isStatic)
  await runOrThrow(join(folder, `ffmpeg${ending}`), ['-hide_banner', '-version'])
  return true
}

function copyPrograms(programs: readonly string[], folder: string): void {
  programs.forEach((file, index) => {
    copyFileSync(realpathSync(file), join(folder, `${tools[index]}${ending}`))
  })
}

/**
 * Starts the real program with its own libraries. `exec` keeps the process id, so that whoever cancels a render ends
 * ffmpeg itself; the arguments pass through as they are, never through the shell's parser.
 */
const launcher = (tool: string): string => `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
LD_LIBRARY_PATH="$here/lib" exec "$here/bin/${tool}" "$@"
`

async function copyWithLibraries(programs: readonly string[], folder: string): Promise<void> {
  mkdirSync(join(folder, 'bin'))
  mkdirSync(join(folder, 'lib'))
  const libraries = await sharedLibraries(programs)
  for (const [name, file] of libraries) copyFileSync(realpathSync(file), join(folder, 'lib', name))
  for (const [index, file] of programs.entries()) {
    const tool = tools[index] ?? 'ffmpeg'
    copyFileSync(realpathSync(file), join(folder, 'bin', tool))
    writeFileSync(join(folder, tool), launcher(tool), { mode: 0o755 })
    await requireOwnLibraries(join(folder, 'bin', tool), join(folder, 'lib'))
  }
  say(`ffmpeg travels with ${libraries.size} shared libraries (from ${dirname(programs[0] ?? '')})`)
}

/** Proof that the copy does not secretly lean on this machine's libraries. */
async function requireOwnLibraries(program: string, lib: string): Promise<void> {
  const env = { ...process.env, LD_LIBRARY_PATH: lib }
  const found = await sharedLibraries([program], env)
  const foreign = [...found].filter(([, file]) => !file.startsWith(lib)).map(([name]) => name)
  if (foreign.length)
    throw new Error(`${program} would need from the system: ${foreign.join(', ')}`)
  const { code } = await run(program, ['-version'], { env })
  if (code !== 0) throw new Error(`${program} does not start with its own libraries`)
}
