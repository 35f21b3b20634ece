/**
 * The port behind which Ray3.2 requests are rendered. Two engines implement it: `local` (offline, free) and
 * `runware` (the real model). The queue's runner calls `run`; it may call it again after a crash with the same
 * request, and an engine must then neither pay nor submit twice: `request.taskUUID` is the idempotency key and
 * was made durable before the first call. Only a task that was certainly refused may go on under another one (`renumber`).
 */

import type {
  VideoInferenceRequest,
  VideoInferenceResult,
} from '../../shared/generation/request.ts'
import type { Said } from '../../shared/words/Said.ts'

export type EngineName = 'local' | 'runware'

/** A media string of the request (`inputs.video`, `inputs.frameImages[i].image`) -> the file that stands for it. */
export type LocalInputs = ReadonlyMap<string, string>

export interface EngineJob {
  /** Exactly the wire document, task UUID included. */
  readonly request: VideoInferenceRequest
  /** Files behind placeholder strings of the request. Strings not listed go to the service as they are. */
  readonly inputs: LocalInputs
  /** An existing empty folder that belongs to this run: the result and every intermediate file go here. */
  readonly workDir: string
  /** What the engine last checkpointed for this taskUUID, when the job was run before. */
  readonly resume?: EngineCheckpoint
}

/**
 * How far a paid request has got. `submitting` is written before the first byte leaves, so that after it the
 * engine may only repeat the same UUID or poll.
 */
export type EngineCheckpoint =
  | { readonly stage: 'submitting'; readonly wire: VideoInferenceRequest }
  | { readonly stage: 'submitted'; readonly wire: VideoInferenceRequest }
  | {
      readonly stage: 'finished'
      readonly wire: VideoInferenceRequest
      readonly result: VideoInferenceResult
    }

export interface EngineContext {
  readonly signal: AbortSignal
  /** 0..1 where the engine knows it; null where it can only say that it is still at work (Runware). */
  readonly onProgress: (fraction: number | null, note: Said) => void
  /** Resolves once the checkpoint is durable. */
  readonly checkpoint: (state: EngineCheckpoint) => Promise<void>
  /**
   * Puts a task with another UUID in the place of this one, which the service certainly did not take: what was promised
   * for it is released and promised for the other, and the checkpoint is as before the first. Durable when it resolves.
   */
  readonly renumber: (taskUUID: string) => Promise<void>
}

export interface EngineOutcome {
  /** The response document as on the wire. The local engine's cost is 0 and its URL a file:// URL. */
  readonly result: VideoInferenceResult
  /** The request as it was really sent: uploads replaced by media UUIDs, under the UUID that was taken. */
  readonly wire: VideoInferenceRequest
  /** The picture, inside `workDir`. */
  readonly video: string
  /** Further files (EXR), inside `workDir`. */
  readonly extras: readonly string[]
  /** Plain sentences for the take: what was done, how, and what this engine could not do. */
  readonly notes: readonly Said[]
  /** The method in two or three words for the take's row, e.g. `RIFE bridge`, `Ray3.2`. */
  readonly method: Said
}

export interface GenerationEngine {
  readonly name: EngineName
  readonly isFree: boolean
  /** @throws GenerationError; an AbortError (signal.reason) when cancelled. */
  run(job: EngineJob, context: EngineContext): Promise<EngineOutcome>
}
