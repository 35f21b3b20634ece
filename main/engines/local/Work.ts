/** What every method of the local engine works with, and the small vocabulary they share. */
import type { Said } from '../../../shared/words/Said.ts'
import type { MediaEngine } from '../../media/MediaEngine.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Work {
  readonly media: MediaEngine
  /** For intermediate files; removed when the run ends, however it ends. */
  readonly folder: string
  readonly signal: AbortSignal
  /** 0..1 of this method's work, and what is being done. */
  readonly progress: (fraction: number, note: Said) => void
}

/** What a method answers: its finished graph, still to be encoded, and the words for the take. */
export interface Rendering {
  readonly inputs: readonly FilmInput[]
  /** A filter graph over the inputs that ends in `[picture]`, at 24 pictures per second in RGB. */
  readonly graph: string
  readonly frameCount: number
  readonly size: Size
  /** Pictures that must be as true as can be. */
  readonly keyFrames?: readonly number[]
  readonly method: Said
  readonly notes: readonly Said[]
}

export interface FilmInput {
  readonly options: readonly string[]
  readonly path: string
}

/** `work` whose progress fills only the part from `start` to `end` of the whole. */
export const partOf = (work: Work, start: number, end: number): Work => ({
  ...work,
  progress: (fraction, note) => work.progress(start + (end - start) * fraction, note),
})
