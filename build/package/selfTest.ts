import { withDisplay } from '../display/withDisplay.ts'
import type { ElectronFound } from '../electron/ElectronFound.ts'
import { inRepository } from '../paths.ts'
import { run } from '../process/run.ts'

const programs: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'release/linux-unpacked/keyreel',
  darwin: `release/mac${process.arch === 'arm64' ? '-arm64' : ''}/Keyreel.app/Contents/MacOS/Keyreel`,
  win32: 'release/win-unpacked/Keyreel.exe',
}

/**
 * Starts the packaged program and lets it judge itself, since a program with its fuses set cannot be driven from
 * outside: it prints one JSON object and ends with 0 when all is well.
 */
export async function selfTest({ args }: Pick<ElectronFound, 'args'>): Promise<string> {
  const program = inRepository(programs[process.platform] ?? '')
  const finished = await withDisplay(({ env }) =>
    run(program, [...args, '--self-test'], { env: { ...process.env, ...env }, timeoutMs: 120_000 }),
  )
  const from = finished.stdout.indexOf('{')
  const told = from < 0 ? '' : finished.stdout.slice(from).trim()
  if (finished.code === 0 && isObject(told)) return told
  const how = finished.timedOut ? 'did not end' : `ended with ${finished.signal ?? finished.code}`
  throw new Error(`the packaged program ${how}: ${told || finished.stderr.slice(-2000)}`)
}

function isObject(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}
