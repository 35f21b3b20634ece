/** The command line's exit codes, which scripts rely on: never renumber them. */
import { CommandRefused } from '../../shared/commands/Command.ts'
import { GenerationError } from '../../shared/generation/failure.ts'
import { OtioUnreadable } from '../../shared/interchange/otio.ts'
import { PlanRefused } from '../../shared/render/planRender.ts'
import { StorageError, type StorageErrorKind } from '../database/StorageError.ts'
import { ExportNotAsPlanned } from '../exports/verifyExport.ts'
import { PathError } from '../files/approvedPaths.ts'
import { OutputError } from '../files/atomicOutput.ts'
import { MediaError, type MediaErrorKind } from '../media/MediaEngine.ts'
import { ServiceError } from '../services/ServiceError.ts'

export const EXIT = {
  ok: 0,
  failure: 1,
  usage: 2,
  badInput: 3,
  missingMedia: 4,
  noSpace: 5,
  notWritable: 6,
  refused: 7,
  engine: 8,
  toolMissing: 9,
  wrongKind: 10,
  cancelled: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export const EXIT_WORDS: readonly (readonly [ExitCode, string])[] = [
  [EXIT.ok, 'done'],
  [EXIT.failure, 'failed for another reason than these'],
  [EXIT.usage, 'the command was not understood'],
  [EXIT.badInput, 'an input file cannot be read as what it should be'],
  [EXIT.missingMedia, 'media that a file names is not there'],
  [EXIT.noSpace, 'no room left on the disk'],
  [EXIT.notWritable, 'the output cannot be written where it should be'],
  [EXIT.refused, 'refused by a rule before anything was done'],
  [EXIT.engine, 'an engine or service failed'],
  [EXIT.toolMissing, 'ffmpeg, or a part of it, is missing'],
  [EXIT.wrongKind, 'an input file is sound, but holds something else than a timeline'],
  [EXIT.cancelled, 'cancelled; nothing half-written was left'],
]

/** A command's own failure: one sentence and its code. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed'
  readonly code: ExitCode
  /** What is to be told with `--json` all the same, beside the error. */
  readonly result: Readonly<Record<string, unknown>>
  constructor(message: string, code: ExitCode, result: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.code = code
    this.result = result
  }
}

export const usageError = (message: string): CommandFailed => new CommandFailed(message, EXIT.usage)

const MEDIA_CODES: Readonly<Record<MediaErrorKind, ExitCode>> = {
  missing: EXIT.missingMedia,
  unreadable: EXIT.badInput,
  notMedia: EXIT.badInput,
  unsupported: EXIT.toolMissing,
  noSpace: EXIT.noSpace,
  toolMissing: EXIT.toolMissing,
  failed: EXIT.failure,
}

const SERVICE_CODES: Readonly<Partial<Record<ServiceError['code'], ExitCode>>> = {
  refused: EXIT.refused,
  conflict: EXIT.refused,
  notFound: EXIT.badInput,
  badInput: EXIT.badInput,
  media: EXIT.missingMedia,
}

const STORAGE_CODES: Readonly<Partial<Record<StorageErrorKind, ExitCode>>> = {
  noSpace: EXIT.noSpace,
  readOnly: EXIT.notWritable,
  damaged: EXIT.badInput,
  fromFuture: EXIT.badInput,
}

const REFUSALS = ['validation', 'safety', 'unsupported']

export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommandFailed) return error.code
  if (error instanceof OutputError) {
    return error.kind === 'noSpace' ? EXIT.noSpace : EXIT.notWritable
  }
  if (error instanceof MediaError) return MEDIA_CODES[error.kind]
  if (error instanceof PathError) {
    return error.kind === 'missing' ? EXIT.missingMedia : EXIT.badInput
  }
  if (error instanceof OtioUnreadable) {
    return error.reason === 'wrongRoot' ? EXIT.wrongKind : EXIT.badInput
  }
  if (error instanceof PlanRefused) return EXIT.badInput
  if (error instanceof ExportNotAsPlanned) return EXIT.failure
  if (error instanceof GenerationError) {
    return REFUSALS.includes(error.kind) ? EXIT.refused : EXIT.engine
  }
  if (error instanceof CommandRefused) return EXIT.refused
  if (error instanceof ServiceError) return SERVICE_CODES[error.code] ?? EXIT.failure
  if (error instanceof StorageError) return STORAGE_CODES[error.kind] ?? EXIT.failure
  return isAbort(error) ? EXIT.cancelled : EXIT.failure
}

/** The code for a job that failed in another process or earlier: what kind of error it was, as its row says. */
export function exitCodeOfCause(cause: string | undefined): ExitCode {
  const [name, kind = ''] = (cause ?? '').split('.')
  switch (name) {
    case 'MediaError':
      return MEDIA_CODES[kind as MediaErrorKind] ?? EXIT.failure
    case 'OutputError':
      return kind === 'noSpace' ? EXIT.noSpace : EXIT.notWritable
    case 'GenerationError':
      return REFUSALS.includes(kind) ? EXIT.refused : EXIT.engine
    case 'ServiceError':
      return SERVICE_CODES[kind as ServiceError['code']] ?? EXIT.failure
    case 'StorageError':
      return STORAGE_CODES[kind as StorageErrorKind] ?? EXIT.failure
    default:
      return EXIT.failure
  }
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'
