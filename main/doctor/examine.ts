/** Looks at everything Keyreel can use on this machine. Starts nothing, downloads nothing, changes nothing. */
import { execFile } from 'node:child_process'
import { arch, release } from 'node:os'
import { promisify } from 'node:util'
import { findTool, searchHere, type ToolName } from '../media/ffmpeg/binaries.ts'
import { parseVersion, readCapabilities } from '../media/ffmpeg/capabilities.ts'
import { type MediaCapabilities, MediaError } from '../media/MediaEngine.ts'
import {
  displayFinding,
  type ElectronPlace,
  electronFinding,
  electronHere,
  footageFinding,
  nodeFinding,
  sqliteFinding,
} from './machine.ts'
import { partFindings, type ToolAnswer, toolFinding } from './mediaFindings.ts'
import type { DoctorReport } from './report.ts'
import { rifeFinding } from './rife.ts'

const runFile = promisify(execFile)

export interface ExamineOptions {
  /** The user's own ffmpeg and ffprobe, as the engine was given them. */
  readonly ffmpeg?: string | undefined
  readonly ffprobe?: string | undefined
  /** As `SELECT sqlite_version()` answered; only the database may ask. */
  readonly sqliteVersion?: string | undefined
  /** Knows better than we do where Electron is, e.g. the fallback in the cache. */
  readonly findElectron?: () => Promise<ElectronPlace | undefined>
}

async function askTool(name: ToolName, options: ExamineOptions): Promise<ToolAnswer> {
  try {
    const { ffmpeg, ffprobe } = options
    const tool = await findTool(name, searchHere({ ffmpeg, ffprobe }))
    const { stdout } = await runFile(tool.path, ['-version'])
    return { tool, version: parseVersion(stdout) }
  } catch (error) {
    return {
      problem: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
    }
  }
}

async function capabilitiesOf(
  ffmpeg: ToolAnswer,
  ffprobe: ToolAnswer,
): Promise<MediaCapabilities | undefined> {
  if ('problem' in ffmpeg) return undefined
  try {
    const probePath = 'tool' in ffprobe ? ffprobe.tool.path : ''
    return await readCapabilities(ffmpeg.tool.path, probePath)
  } catch (error) {
    // That it does not start is said in its own row.
    if (error instanceof MediaError) return undefined
    throw error
  }
}

/** Never throws for what is missing: that is what it reports. */
export async function examine(options: ExamineOptions = {}): Promise<DoctorReport> {
  const { env, platform } = process
  const [ffmpeg, ffprobe, electron, rife, display, footage] = await Promise.all([
    askTool('ffmpeg', options),
    askTool('ffprobe', options),
    (options.findElectron ?? (() => electronHere(env)))(),
    rifeFinding(platform),
    displayFinding(env, platform),
    footageFinding(),
  ])
  const node = nodeFinding(process.version, process.versions.electron, platform)
  const tools = [toolFinding('ffmpeg', ffmpeg, platform), toolFinding('ffprobe', ffprobe, platform)]
  const parts = partFindings(await capabilitiesOf(ffmpeg, ffprobe), platform)
  return {
    platform: `${platform} ${release()} ${arch()}`,
    findings: [
      node,
      ...tools,
      ...parts,
      rife,
      electronFinding(electron, platform),
      display,
      sqliteFinding(options.sqliteVersion),
      footage,
    ],
    canWork: [node, ...tools].every(({ health }) => health !== 'missing'),
  }
}
