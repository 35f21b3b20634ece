/** The media engine over an installed ffmpeg. */
import { stat } from 'node:fs/promises'
import type { MediaInfo } from '../../../shared/model/mediaInfo.ts'
import { absent } from '../../files/absent.ts'
import { readSequence } from '../../files/sequenceFolder.ts'
import type { MediaCapabilities, MediaEngine } from '../MediaEngine.ts'
import type { Adopt } from '../modesty.ts'
import { findTool, searchHere } from './binaries.ts'
import { readCapabilities } from './capabilities.ts'
import { writeFilmstrip } from './filmstrip.ts'
import { withShortArguments } from './longArguments.ts'
import { writePeaks } from './peaks.ts'
import { probeFile } from './probe.ts'
import { runFfmpeg } from './run.ts'
import { writeStill } from './still.ts'
import { streamFfmpeg } from './stream.ts'

export interface FfmpegEngineOptions {
  /** The user's own programs; otherwise KEYREEL_FFMPEG/KEYREEL_FFPROBE, the packaged copy, npm's, the PATH. */
  readonly ffmpeg?: string | undefined
  readonly ffprobe?: string | undefined
}

export interface FfmpegEngine extends MediaEngine {
  /** The same programs for work in the background, which gives way. */
  readonly modest: (adopt: Adopt) => MediaEngine
}

const REMEMBERED_FILES = 64

/** Looks for the programs at first use, so that the product starts, and can explain itself, without them. */
export function createFfmpegEngine(options: FfmpegEngineOptions = {}): FfmpegEngine {
  let tools: Promise<{ ffmpeg: string; ffprobe: string }> | undefined
  let known: Promise<MediaCapabilities> | undefined

  /** Found once; a failure is not remembered, since the user may install ffmpeg meanwhile. */
  const find = (): Promise<{ ffmpeg: string; ffprobe: string }> => {
    tools ??= Promise.all([
      findTool('ffmpeg', searchHere(options)),
      findTool('ffprobe', searchHere(options)),
    ]).then(
      ([ffmpeg, ffprobe]) => ({ ffmpeg: ffmpeg.path, ffprobe: ffprobe.path }),
      (error: unknown) => {
        tools = undefined
        throw error
      },
    )
    return tools
  }

  /** What was found in the files asked about last, as long as they have not changed. */
  const seen = new Map<string, { readonly state: string; readonly info: MediaInfo }>()
  const look = async (path: string, signal: AbortSignal | undefined): Promise<MediaInfo> => {
    const before = await stat(path).catch(absent)
    const state = before ? `${before.ino} ${before.size} ${before.mtimeMs}` : 'missing'
    const known = seen.get(path)
    if (known?.state === state) return known.info
    const info = await engine.probe(path, signal)
    seen.set(path, { state, info })
    const [oldest] = seen.keys()
    if (seen.size > REMEMBERED_FILES && oldest !== undefined) seen.delete(oldest)
    return info
  }

  const version = async (): Promise<string> => (await engine.capabilities()).version

  const over = (running: { readonly adopt?: Adopt }): MediaEngine => {
    const engine: MediaEngine = {
      probe: async (path, signal) =>
        (await readSequence(path)) ?? probeFile((await find()).ffprobe, path, signal),
      async still(path, time, maxSide, out, signal) {
        const { filters } = await engine.capabilities()
        const info = await look(path, signal)
        await writeStill({ run: engine.run, filters }, info, { path, time, maxSide, out }, signal)
      },
      async filmstrip(path, span, out, parts = {}) {
        const { filters } = await engine.capabilities()
        const info = await look(path, parts.signal)
        const tools = { run: engine.run, stream: engine.stream, filters }
        return writeFilmstrip(tools, info, { path, span, out }, parts)
      },
      async peaks(path, out, parts = {}) {
        const info = await look(path, parts.signal)
        return writePeaks(engine.stream, info, { path, out }, parts)
      },
      async run(args, runOptions) {
        const { ffmpeg } = await find()
        await withShortArguments(args, version, (short) =>
          runFfmpeg(ffmpeg, short, { ...runOptions, ...running }),
        )
      },
      async *stream(args, runOptions) {
        const { ffmpeg } = await find()
        yield* streamFfmpeg(ffmpeg, args, { ...runOptions, ...running, version })
      },
      capabilities() {
        known ??= find()
          .then(({ ffmpeg, ffprobe }) => readCapabilities(ffmpeg, ffprobe))
          .catch((error: unknown) => {
            known = undefined
            throw error
          })
        return known
      },
    }
    return engine
  }
  const engine = over({})
  return { ...engine, modest: (adopt) => over({ adopt }) }
}
