/** Local files of a request -> media stored at the service, each content once. */

import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { GenerationError } from '../../../shared/generation/failure.ts'
import { mediaTypeOf, SIGNATURE_BYTES } from '../../../shared/generation/mediaType.ts'
import type { MediaRole } from '../../../shared/generation/storedMedia.ts'
import { mediaStorageResultSchema } from '../../../shared/generation/tasks.ts'
import type { Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import { backoff } from './clock.ts'
import { explainError, failureKind, noKey, unreachable } from './errors.ts'
import type { CallPorts } from './submit.ts'

/** What the model's vendor takes, bytes; Runware's own limits are not known. */
const LARGEST = { video: 200 * 1024 * 1024, image: 50 * 1024 * 1024 }
const UPLOAD_TIMEOUT_MS = 600_000
const TRIES = 8

export interface LocalFile {
  readonly path: string
  readonly role: MediaRole
  /** The wire field, for the error. */
  readonly field: string
}

/** SHA-256 of the content, hexadecimal. @throws GenerationError of kind `input` when the file cannot be read. */
export async function contentHash(file: LocalFile): Promise<string> {
  await checkFile(file)
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file.path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

const unusable = (said: Said, cause?: unknown): GenerationError =>
  new GenerationError(said, { kind: 'input', cause })

async function checkFile({ path, role, field }: LocalFile): Promise<void> {
  let size: number
  const start = new Uint8Array(SIGNATURE_BYTES)
  try {
    size = (await stat(path)).size
    const handle = await open(path)
    try {
      await handle.read(start, 0, SIGNATURE_BYTES, 0)
    } finally {
      await handle.close()
    }
  } catch (cause) {
    throw unusable(say('engine:fileUnreadable', { field, path }), cause)
  }
  const type = mediaTypeOf(start)
  if (type === null || !type.startsWith(`${role}/`)) {
    throw unusable(
      say(role === 'video' ? 'engine:filmWrongType' : 'engine:pictureWrongType', { field, path }),
    )
  }
  if (size > LARGEST[role]) {
    const megabytes = LARGEST[role] / 1024 / 1024
    throw unusable(say('engine:fileTooLarge', { field, megabytes, path }))
  }
}

/** Keeps account of tries: an upload whose answer was lost may have stored its file. */
export interface UploadRecord {
  /** The task UUID of the next try, durable when it resolves. */
  begin(): Promise<string>
  keep(upload: string, mediaUUID: string): Promise<void>
  /** It certainly stored nothing. */
  drop(upload: string): Promise<void>
}

const UNRECORDED: UploadRecord = {
  begin: async () => randomUUID(),
  keep: async () => undefined,
  drop: async () => undefined,
}

/**
 * Uploads one file and answers its media UUID. Storing is free of charge; where an answer was lost the service is asked
 * what became of it before the file travels once more.
 * @throws GenerationError
 */
export async function upload(
  path: string,
  ports: CallPorts,
  record: UploadRecord = UNRECORDED,
): Promise<string> {
  const media = await readFile(path, 'base64')
  for (let attempt = 0; ; attempt++) {
    const taskUUID = await record.begin()
    const kept = async (mediaUUID: string): Promise<string> => {
      await record.keep(taskUUID, mediaUUID)
      return mediaUUID
    }
    const outcome = await ports.client.call(
      { taskType: 'mediaStorage', taskUUID, operation: 'upload', media },
      { signal: ports.signal, timeout: UPLOAD_TIMEOUT_MS },
    )
    const isAnswered = outcome.kind === 'answered'
    if (isAnswered && outcome.errors.length === 0 && outcome.status < 300) {
      return kept(storedUUID(outcome.data[0]) ?? (await waitForStored(taskUUID, ports)))
    }
    // A gateway's 5xx does not say whether the file got through behind it.
    const mayBeThere = isAnswered
      ? outcome.status >= 500
      : outcome.kind === 'noAnswer' && outcome.wasSent
    if (!mayBeThere) await record.drop(taskUUID)
    if (outcome.kind === 'noKey') throw noKey()
    const isLast = attempt + 1 >= TRIES
    if (outcome.kind === 'noAnswer') {
      if (isLast) throw unreachable(outcome.reason, false)
    } else {
      const isPassing = outcome.status === 429 || outcome.status >= 500
      if (!isPassing || isLast) {
        throw explainError(outcome.errors[0] ?? {}, { status: outcome.status })
      }
    }
    ports.note(say('progress:uploadAgain'))
    await ports.clock.wait(backoff(attempt), ports.signal)
    const stored = mayBeThere ? await whatBecameOf(taskUUID, ports) : null
    if (stored !== null) return kept(stored)
  }
}

/**
 * The medium that an upload stored of which no answer came; null where the service tells of none.
 * @throws GenerationError where it tells that the upload failed
 */
export async function whatBecameOf(taskUUID: string, ports: CallPorts): Promise<string | null> {
  const outcome = await ports.client.call(
    { taskType: 'getResponse', taskUUID },
    { signal: ports.signal },
  )
  if (outcome.kind !== 'answered' || outcome.errors.length > 0) return null
  const [item] = outcome.data
  if (item === undefined || item.error) return null
  return storedUUID(item) ?? waitForStored(taskUUID, ports)
}

const FORGET_TRIES = 4

/**
 * Deletes a stored medium; one that the service does not know (any more) counts as deleted.
 * @throws GenerationError
 */
export async function forget(mediaUUID: string, ports: CallPorts): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const outcome = await ports.client.call(
      { taskType: 'mediaStorage', taskUUID: randomUUID(), operation: 'delete', media: mediaUUID },
      { signal: ports.signal },
    )
    if (outcome.kind === 'noKey') throw noKey()
    const isLast = attempt + 1 >= FORGET_TRIES
    if (outcome.kind === 'noAnswer') {
      if (isLast) throw unreachable(outcome.reason, false)
    } else {
      const error = outcome.errors[0] ?? outcome.data[0]?.error
      if (!error && outcome.status < 300) return
      if (failureKind(error ?? {}, outcome.status) === 'notFound') return
      const isPassing = outcome.status === 429 || outcome.status >= 500
      if (!isPassing || isLast) {
        throw explainError(error ?? {}, { status: outcome.status, mayBeBilled: false })
      }
    }
    await ports.clock.wait(backoff(attempt), ports.signal)
  }
}

/** The service answers with the media UUID "1" while it is still taking the file in. */
function storedUUID(item: unknown): string | null {
  const stored = mediaStorageResultSchema.safeParse(item)
  const mediaUUID = stored.success ? stored.data.mediaUUID : undefined
  return mediaUUID === undefined || mediaUUID === '1' ? null : mediaUUID
}

async function waitForStored(taskUUID: string, ports: CallPorts): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    await ports.clock.wait(backoff(attempt), ports.signal)
    const task = { taskType: 'getResponse', taskUUID }
    const outcome = await ports.client.call(task, { signal: ports.signal })
    if (outcome.kind !== 'answered') continue
    const stored = storedUUID(outcome.data[0])
    if (stored !== null) return stored
    const error = outcome.errors[0] ?? outcome.data[0]?.error
    const isPassing = outcome.status === 429 || outcome.status === 401 || outcome.status >= 500
    if (error && !isPassing && failureKind(error) !== 'rateLimit') {
      throw explainError(error, { status: outcome.status })
    }
  }
}
