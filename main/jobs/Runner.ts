/** What does the work of one kind of job. The queue decides when, and makes its result and its end one transaction. */

import type { z } from 'zod'
import type { Job, JobKind } from '../../shared/jobs/job.ts'
import type { Said } from '../../shared/words/Said.ts'
import { type RetryPolicy, retryPolicy } from './retryPolicy.ts'

export interface RunContext {
  readonly job: Pick<Job, 'id' | 'projectId' | 'title' | 'subject'>
  /** Aborted by a cancel, at quit, and when another process took the job over. */
  readonly signal: AbortSignal
  /** An empty folder for this run, removed after it. */
  readonly workDir: string
  /** What the last run of this job checkpointed. */
  readonly resume: unknown
  /** 0..1, or null where the work has no measure. Written down a few times a second at most. */
  readonly progress: (fraction: number | null, note: Said) => void
  /** Resolves once the value is durable. @throws StorageError `leaseLost` when another process has the job. */
  readonly checkpoint: (value: unknown) => Promise<void>
  /**
   * Puts other work in the place of this job's, as if none had been done yet, with further writes of the same transaction.
   * The present run goes on. @throws StorageError `leaseLost`
   */
  readonly replacePayload: (payload: unknown, commit: () => void) => Promise<void>
}

export interface Finish {
  /** One sentence for the job's row. */
  readonly note: Said
  readonly outcome?: unknown
  /** Further writes of the transaction that marks the job done. */
  readonly commit?: () => void
  /** Called once that transaction is durable. */
  readonly announce?: () => void
}

export interface End {
  readonly job: RunContext['job']
  readonly status: 'failed' | 'cancelled'
  readonly error: unknown
  readonly checkpoint: unknown
}

export interface RunnerDefinition<P> {
  readonly kind: JobKind
  /** Payloads are parsed again when they come out of the store. */
  readonly payload: z.ZodType<P>
  readonly run: (payload: P, context: RunContext) => Promise<Finish>
  /** Further writes of the transaction that marks the job failed or cancelled. */
  readonly ended?: (payload: P, end: End) => void
  /** True for an ended job that still has something to fetch: it is queued again at the next start. */
  readonly leftOpen?: (payload: P, checkpoint: unknown) => boolean
  /** False for an ended job whose affairs are settled, so that it can only be made anew. */
  readonly mayRepeat?: (payload: P) => boolean
  /** When a failed run is tried again by itself; absent: the common policy. */
  readonly retry?: RetryPolicy
}

/** A runner whose payload type is its own affair. */
export interface Runner {
  readonly kind: JobKind
  /** @throws z.ZodError when the stored payload is not one of this kind. */
  readonly start: (payload: unknown, context: RunContext) => Promise<Finish>
  readonly ended: (payload: unknown, end: End) => void
  readonly leftOpen: (payload: unknown, checkpoint: unknown) => boolean
  readonly mayRepeat: (payload: unknown) => boolean
  readonly retry: RetryPolicy
}

export const defineRunner = <P>(definition: RunnerDefinition<P>): Runner => ({
  kind: definition.kind,
  retry: definition.retry ?? retryPolicy,
  start: async (payload, context) => definition.run(definition.payload.parse(payload), context),
  ended(payload, end) {
    const parsed = definition.payload.safeParse(payload)
    if (parsed.success) definition.ended?.(parsed.data, end)
  },
  leftOpen(payload, checkpoint) {
    const parsed = definition.payload.safeParse(payload)
    return parsed.success && (definition.leftOpen?.(parsed.data, checkpoint) ?? false)
  },
  mayRepeat(payload) {
    const parsed = definition.payload.safeParse(payload)
    return parsed.success && (definition.mayRepeat?.(parsed.data) ?? true)
  },
})
