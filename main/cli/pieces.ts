/** The few services the command line needs, made when they are first asked for. */
import type { EngineName, GenerationEngine } from '../engines/GenerationEngine.ts'
import { createFfmpegEngine } from '../media/ffmpeg/createFfmpegEngine.ts'
import type { MediaEngine } from '../media/MediaEngine.ts'
import { generationEngine } from './engines.ts'
import type { Io } from './output.ts'

export interface Pieces {
  readonly media: MediaEngine
  readonly engine: (name: EngineName) => Promise<GenerationEngine>
  /** Where the store lies, when `--library` says so. */
  readonly library: string | undefined
}

export function createPieces(io: Io, library: string | undefined): Pieces {
  const media = createFfmpegEngine()
  return { media, library, engine: (name) => generationEngine(name, media, io.env) }
}
