/**
 * The port to whatever reads and writes media. `main/media/ffmpeg` implements it; nothing else spawns ffmpeg.
 * Paths given to it were already approved (files/approvedPaths) and name local plain files.
 */

import type { MediaInfo } from '../../shared/model/mediaInfo.ts'
import type { Rational } from '../../shared/time/rational.ts'
import type { Said } from '../../shared/words/Said.ts'
import { SaidError } from '../../shared/words/SaidError.ts'

export interface RunOptions {
  readonly signal?: AbortSignal
  /** Called with the count of finished output frames, as ffmpeg's -progress reports it. */
  readonly onFrame?: (frame: number) => void
  /** Raw bytes for standard input, e.g. rawvideo frames. */
  readonly stdin?: AsyncIterable<Uint8Array>
}

export interface PartOptions {
  readonly signal?: AbortSignal
  /** Told now and then that `out` holds a part by now, so that it can be looked at: `count` is how much is in it. */
  readonly onPart?: (count: number) => void
}

export interface TilePartOptions {
  readonly signal?: AbortSignal
  readonly onPart?: (count: number, tileWidth: number) => void
}

export interface MediaEngine {
  /** @throws MediaError with one plain sentence when the file is missing, unreadable or not media. */
  probe(path: string, signal?: AbortSignal): Promise<MediaInfo>
  /** One picture at `time` (seconds), longest side at most `maxSide`, written as JPEG or PNG by `out`'s extension. */
  still(
    path: string,
    time: Rational,
    maxSide: number,
    out: string,
    signal?: AbortSignal,
  ): Promise<void>
  /**
   * `count` tiles over `[start, end)` in one horizontal JPEG sprite of `tileHeight`, by input seeking (never a whole
   * decode). Answers the tiles' width. A part is a sprite of the full size whose missing tiles are black; the first tile
   * comes first, then those that halve the longest gap.
   */
  filmstrip(
    path: string,
    span: { start: Rational; end: Rational; count: number; tileHeight: number },
    out: string,
    options?: TilePartOptions,
  ): Promise<{ tileWidth: number }>
  /**
   * The outline of the sound that is heard, of each channel at ten levels of detail, streamed into one file of the form of
   * shared/render/peakLayout. Answers the number of windows of the finest level. A part is the beginning of the file.
   */
  peaks(path: string, out: string, options?: PartOptions): Promise<{ count: number }>
  /** Runs ffmpeg with finished arguments (shared/render/ffmpegArgs). @throws MediaError with the last words of ffmpeg. */
  run(args: readonly string[], options?: RunOptions): Promise<void>
  /** Runs ffmpeg and yields its standard output, e.g. rawvideo frames. */
  stream(args: readonly string[], options?: RunOptions): AsyncIterable<Uint8Array>
  /** What the installed ffmpeg can do; found once, cached. */
  capabilities(): Promise<MediaCapabilities>
}

export interface MediaCapabilities {
  readonly version: string
  readonly ffmpegPath: string
  readonly ffprobePath: string
  readonly encoders: ReadonlySet<string>
  readonly filters: ReadonlySet<string>
}

export type MediaErrorKind =
  | 'missing'
  | 'unreadable'
  | 'notMedia'
  | 'unsupported'
  | 'noSpace'
  | 'toolMissing'
  | 'failed'

/** One clear sentence naming the file; `detail` keeps ffmpeg's last words. */
export class MediaError extends SaidError {
  override readonly name = 'MediaError'
  readonly kind: MediaErrorKind
  readonly detail: string | undefined
  constructor(said: Said, kind: MediaErrorKind, detail?: string) {
    super(said)
    this.kind = kind
    this.detail = detail
  }
}
