/** Which failures may pass by themselves, and when such a job is tried again. */
import { GenerationError } from '../../shared/generation/failure.ts'
import { StorageError } from '../database/StorageError.ts'
import { OutputError } from '../files/atomicOutput.ts'
import { MediaError } from '../media/MediaEngine.ts'

/**
 * Milliseconds to wait, or undefined to give up.
 * @param failures how often it has failed before this time
 */
export type RetryPolicy = (error: unknown, failures: number) => number | undefined

/** Long enough that a person can make room or a network come back, short enough that nobody wonders. */
const WAITS = [5_000, 30_000, 120_000] as const

/** No room, too many open files or processes, something held by another program. */
const PASSING = ['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE', 'EAGAIN', 'EBUSY', 'ETXTBSY']

/** The service did not get to the request itself; a sent task is asked for again under its own number, never sent twice. */
const UNREACHED = ['connection', 'rateLimit', 'serverError']

function mayPass(error: unknown): boolean {
  if (error instanceof StorageError) return error.kind === 'busy' || error.kind === 'noSpace'
  if (error instanceof MediaError || error instanceof OutputError) return error.kind === 'noSpace'
  if (error instanceof GenerationError) return !error.isOver && UNREACHED.includes(error.kind)
  return error instanceof Error && 'code' in error && PASSING.includes(String(error.code))
}

export const retryPolicy: RetryPolicy = (error, failures) =>
  mayPass(error) ? WAITS[failures] : undefined
