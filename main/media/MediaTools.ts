/** The port for the doctor: which media programs are here, and what they can do. `main/media/ffmpeg` implements it. */
import type { Said } from '../../shared/words/Said.ts'
import type { MediaCapabilities } from './MediaEngine.ts'

export type ToolName = 'ffmpeg' | 'ffprobe'

/** The user's setting, the copy packaged with Keyreel, an npm package with a static build, or the PATH. */
export type ToolSource = 'setting' | 'packaged' | 'npm' | 'path'

export interface FoundTool {
  readonly path: string
  readonly source: ToolSource
}

export type ToolAnswer =
  | {
      readonly tool: FoundTool
      readonly version: string
      /** Older than what Keyreel's arguments need. */
      readonly isOld: boolean
    }
  | { readonly problem: Said }

export interface MediaTools {
  readonly ffmpeg: ToolAnswer
  readonly ffprobe: ToolAnswer
  /** Undefined when ffmpeg is missing or does not start. */
  readonly capabilities: Pick<MediaCapabilities, 'encoders' | 'filters'> | undefined
}
