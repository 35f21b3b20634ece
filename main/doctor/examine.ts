/** Looks at everything Keyreel can use on this machine. Starts nothing, downloads nothing, changes nothing. */
import { arch, release } from 'node:os'
import type { MediaTools } from '../media/MediaTools.ts'
import { type LibraryPorts, libraryFinding } from './library.ts'
import {
  displayFinding,
  type ElectronPlace,
  electronFinding,
  electronHere,
  footageFinding,
  nodeFinding,
  sqliteFinding,
} from './machine.ts'
import { partFindings, toolFinding } from './mediaFindings.ts'
import type { DoctorReport } from './report.ts'
import { rifeFinding } from './rife.ts'

export interface ExamineOptions {
  /** Looks for the media programs, as the engine would. */
  readonly findMediaTools: () => Promise<MediaTools>
  /** As `SELECT sqlite_version()` answered; only the database may ask. */
  readonly sqliteVersion?: string | undefined
  /** Absent: the library is not looked at. */
  readonly library?: LibraryPorts
  /** Knows better than we do where Electron is, e.g. the fallback in the cache. */
  readonly findElectron?: () => Promise<ElectronPlace | undefined>
}

/** Never throws for what is missing: that is what it reports. */
export async function examine(options: ExamineOptions): Promise<DoctorReport> {
  const { env, platform } = process
  const [media, electron, rife, display, footage, library] = await Promise.all([
    options.findMediaTools(),
    (options.findElectron ?? (() => electronHere(env)))(),
    rifeFinding(platform),
    displayFinding(env, platform),
    footageFinding(),
    options.library && libraryFinding(options.library),
  ])
  const node = nodeFinding(process.version, process.versions.electron, platform)
  const tools = [
    toolFinding('ffmpeg', media.ffmpeg, platform),
    toolFinding('ffprobe', media.ffprobe, platform),
  ]
  const parts = partFindings(media.capabilities, platform)
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
      ...(library ? [library] : []),
    ],
    canWork: [node, ...tools].every(({ health }) => health !== 'missing'),
  }
}
