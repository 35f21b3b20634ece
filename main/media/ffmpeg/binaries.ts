/** Finds ffmpeg and ffprobe: the user's setting, then the packaged copy, then a static npm package, then the PATH. */

import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, isAbsolute, join } from 'node:path'
import { say } from '../../../shared/words/say.ts'
import { MediaError } from '../MediaEngine.ts'
import type { FoundTool, ToolName } from '../MediaTools.ts'

export interface ToolSearch {
  /** The user's own choices; they win, and are an error when they name nothing runnable. */
  readonly ffmpeg?: string | undefined
  readonly ffprobe?: string | undefined
  /** Electron's `process.resourcesPath` in a packaged program. */
  readonly resourcesPath?: string | undefined
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly platform?: NodeJS.Platform
}

export interface Candidate extends FoundTool {
  readonly tool: ToolName
}

const SETTING = { ffmpeg: 'KEYREEL_FFMPEG', ffprobe: 'KEYREEL_FFPROBE' } as const

/** npm packages that carry a static build, and where in them the program lies. */
const PACKAGES: Readonly<Record<ToolName, readonly string[]>> = {
  ffmpeg: ['ffmpeg-ffprobe-static/ffmpeg', 'ffmpeg-static/ffmpeg'],
  ffprobe: ['ffmpeg-ffprobe-static/ffprobe'],
}

/** Every place to look, best first. Pure but for `packageFolder`, which answers a package's folder if it is installed. */
export function candidates(
  tool: ToolName,
  search: ToolSearch,
  packageFolder: (name: string) => string | undefined,
): Candidate[] {
  const env = search.env ?? {}
  const file = search.platform === 'win32' ? `${tool}.exe` : tool
  const setting = search[tool] ?? env[SETTING[tool]]
  if (setting) return [{ tool, path: setting, source: 'setting' }]
  const found: Candidate[] = []
  if (search.resourcesPath) {
    found.push({ tool, path: join(search.resourcesPath, 'ffmpeg', file), source: 'packaged' })
  }
  for (const entry of PACKAGES[tool]) {
    const [name = '', program = ''] = entry.split('/')
    const folder = packageFolder(name)
    const ending = search.platform === 'win32' ? '.exe' : ''
    if (folder) found.push({ tool, path: join(folder, program + ending), source: 'npm' })
  }
  // A relative PATH entry would run whatever lies in the folder the user happens to stand in.
  for (const folder of (env.PATH ?? env.Path ?? '').split(delimiter).filter(isAbsolute)) {
    found.push({ tool, path: join(folder, file), source: 'path' })
  }
  return found
}

const require = createRequire(import.meta.url)

function installedFolder(name: string): string | undefined {
  const home = require.resolve.paths(name) ?? []
  try {
    return join(require.resolve(`${name}/package.json`, { paths: home }), '..')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}

async function isRunnable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

/** What this process would look for when nothing is said: its environment and its packaged resources. */
export function searchHere(options: Pick<ToolSearch, 'ffmpeg' | 'ffprobe'> = {}): ToolSearch {
  const { resourcesPath } = process as { resourcesPath?: string }
  return { ...options, resourcesPath, env: process.env, platform: process.platform }
}

/** @throws MediaError `toolMissing` with the line that installs it, or naming the wrong setting. */
export async function findTool(tool: ToolName, search: ToolSearch): Promise<FoundTool> {
  const places = candidates(tool, search, installedFolder)
  for (const { path, source } of places) {
    if (await isRunnable(path)) return { path, source }
  }
  const wrong = places[0]?.source === 'setting' ? places[0].path : undefined
  throw new MediaError(
    wrong === undefined
      ? say('media:toolNotFound', { tool, setting: SETTING[tool] })
      : say('media:toolSettingWrong', { tool, wrong, setting: SETTING[tool] }),
    'toolMissing',
  )
}
