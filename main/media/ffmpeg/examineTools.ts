/** Which ffmpeg and ffprobe are here, and what they can do, without failing for what is missing. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { asWritten } from '../../../shared/words/Said.ts'
import { SaidError } from '../../../shared/words/SaidError.ts'
import { MediaError } from '../MediaEngine.ts'
import type { MediaTools, ToolAnswer, ToolName } from '../MediaTools.ts'
import { findTool, searchHere, type ToolSearch } from './binaries.ts'
import { majorMinor, parseVersion, readCapabilities } from './capabilities.ts'

const runFile = promisify(execFile)

/** ffmpeg 5.1 brought `-fps_mode`, without which exact frame times cannot be kept. */
export function isOldVersion(version: string): boolean {
  const [major, minor] = majorMinor(version)
  return major < 5 || (major === 5 && minor < 1)
}

async function ask(name: ToolName, search: ToolSearch): Promise<ToolAnswer> {
  try {
    const tool = await findTool(name, search)
    const { stdout } = await runFile(tool.path, ['-version'])
    const version = parseVersion(stdout)
    return { tool, version, isOld: isOldVersion(version) }
  } catch (error) {
    if (error instanceof SaidError) return { problem: error.said }
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    return { problem: asWritten(line) }
  }
}

/** The options are the user's own programs, as the engine was given them. */
export async function examineTools(
  options: Pick<ToolSearch, 'ffmpeg' | 'ffprobe'> = {},
): Promise<MediaTools> {
  const search = searchHere(options)
  const [ffmpeg, ffprobe] = await Promise.all([ask('ffmpeg', search), ask('ffprobe', search)])
  if ('problem' in ffmpeg) return { ffmpeg, ffprobe, capabilities: undefined }
  try {
    const probePath = 'tool' in ffprobe ? ffprobe.tool.path : ''
    return { ffmpeg, ffprobe, capabilities: await readCapabilities(ffmpeg.tool.path, probePath) }
  } catch (error) {
    if (error instanceof MediaError)
      return { ffmpeg: { problem: error.said }, ffprobe, capabilities: undefined }
    throw error
  }
}
