/**
 * Deletes uploads at the service: those that a person wants gone now, and, where the preference says so, each one once no
 * task needs it any more. A task needs its uploads until it is settled, released or written off: as long as it is only
 * queued, cut off or no longer waited for, the service may still be going to read them.
 *
 * What is to go is marked in the book first, so that nobody uses it again, and leaves the book when the service has
 * deleted it or says that it is not there. What fails in between stays marked, and is tried again after the next task and
 * at the next start.
 */
import { z } from 'zod'
import { GenerationError } from '../../shared/generation/failure.ts'
import { STORED_MEDIA } from '../../shared/generation/storedMedia.ts'
import type { Job } from '../../shared/jobs/job.ts'
import type { JobId } from '../../shared/model/ids.ts'
import { type Said, sentences } from '../../shared/words/Said.ts'
import { SaidError } from '../../shared/words/SaidError.ts'
import { say } from '../../shared/words/say.ts'
import type { UploadRow } from '../database/repositories/uploads.ts'
import type { Store } from '../database/store.ts'
import type { Log } from '../log/Log.ts'
import type { Clock } from './Clock.ts'

/** Of the preferences: true where uploads are deleted once nobody needs them. */
export const DELETE_UPLOADS = 'deleteUploads'

/** Milliseconds that one look, and one deletion that was asked for, may take. */
const PATIENCE = 30_000

export interface UploadKeeperPorts {
  readonly store: Pick<Store, 'uploads' | 'preferences' | 'transaction'>
  readonly clock: Clock
  readonly account: () => Promise<string | null>
  readonly service: {
    /** What an upload stored of which no answer came; null where the service tells of nothing. @throws GenerationError */
    whatBecameOf(upload: string, signal: AbortSignal): Promise<string | null>
    /** One that is not there counts as deleted. @throws GenerationError */
    forget(mediaUUID: string, signal: AbortSignal): Promise<void>
  }
  readonly log: Log
}

/** What may still lie at the service, by this store's book. */
export interface UploadCounts {
  /** All that the present key can delete. */
  readonly stored: number
  /** Of these: needed by tasks that are not over. */
  readonly needed: number
  /** Uploaded with other keys. */
  readonly elsewhere: number
}

interface Swept {
  readonly deleted: number
  readonly failed: number
  /** Why the last that failed did. */
  readonly why?: Said
}

export type UploadKeeper = ReturnType<typeof createUploadKeeper>

export function createUploadKeeper(ports: UploadKeeperPorts) {
  const { store, clock, service, log } = ports
  const { uploads } = store
  const closing = new AbortController()
  let working: Promise<unknown> = Promise.resolve()
  let isLookDue = false

  const isWanted = (): boolean =>
    z.literal(true).safeParse(store.preferences.find(DELETE_UPLOADS)).success

  const mine = (account: string | null): UploadRow[] =>
    uploads.all().filter((row) => row.account === account)

  async function counts(): Promise<UploadCounts> {
    const account = await ports.account()
    const [own, all] = [mine(account), uploads.all()]
    return {
      stored: own.length,
      needed: own.filter(({ isNeeded }) => isNeeded).length,
      elsewhere: all.length - own.length,
    }
  }

  /** The ones to be deleted now, marked so in the book. */
  function leaving(account: string, isEverything: boolean): UploadRow[] {
    return store.transaction(() => {
      const found = mine(account).filter(
        ({ isNeeded, state }) => !isNeeded && (isEverything || state === 'leaving'),
      )
      for (const { taskUUID } of found) uploads.leave(taskUUID)
      return found
    })
  }

  /** False where it cannot be told yet whether anything was stored. */
  async function deleteOne(row: UploadRow, signal: AbortSignal): Promise<boolean> {
    const medium = row.mediaUUID ?? (await service.whatBecameOf(row.taskUUID, signal))
    if (medium === null) {
      const age = clock.now() - Date.parse(row.storedAt)
      if (Math.abs(age) < STORED_MEDIA.longestUpload) return false
    } else {
      // Under its name in the book, should this process end before the service answers.
      if (row.mediaUUID === undefined) {
        store.transaction(() => {
          uploads.keep(row.taskUUID, medium, row.storedAt)
          uploads.leave(row.taskUUID)
        })
      }
      await service.forget(medium, signal)
    }
    store.transaction(() => uploads.remove(row.taskUUID))
    return true
  }

  async function sweep(isEverything: boolean, signal: AbortSignal): Promise<Swept> {
    const account = uploads.all().length === 0 ? null : await ports.account()
    if (account === null) return { deleted: 0, failed: 0 }
    const goes = leaving(account, isEverything)
    let deleted = 0
    let failed = 0
    let why: Said | undefined
    for (const [index, row] of goes.entries()) {
      try {
        if (await deleteOne(row, signal)) deleted += 1
      } catch (error) {
        closing.signal.throwIfAborted()
        log.write('warn', 'An upload could not be deleted at the service; it is tried again', error)
        if (error instanceof SaidError) why = error.said
        failed += 1
        if (signal.aborted || isEverybodys(error)) {
          failed += goes.length - index - 1
          break
        }
      }
    }
    if (deleted > 0) log.write('info', 'Uploads were deleted at the service', { count: deleted })
    return { deleted, failed, ...(why === undefined ? {} : { why }) }
  }

  const patience = (...more: AbortSignal[]): AbortSignal =>
    AbortSignal.any([closing.signal, AbortSignal.timeout(PATIENCE), ...more])

  /** One after the other: two at once would delete the same. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = working.then(work)
    working = Promise.allSettled([result])
    return result
  }

  /** Deletes in the background what is due; nobody waits for it and nothing fails by it. */
  function look(): void {
    if (isLookDue || closing.signal.aborted) return
    isLookDue = true
    inTurn(() => {
      isLookDue = false
      return sweep(isWanted(), patience())
    }).catch((error: unknown) => {
      if (closing.signal.aborted) return
      log.write('warn', 'Uploads at the service could not be looked after', error)
    })
  }

  return {
    counts,
    look,
    isWanted,

    /** To be told of every change of a job. */
    onJob({ kind, state }: Job): void {
      if (kind === 'generate' && !['queued', 'running'].includes(state.status)) look()
    },

    /** What jobs uploaded is deleted once no task needs it, whatever the preference says. */
    leaveOf(jobs: readonly JobId[]): void {
      store.transaction(() => {
        for (const job of jobs) uploads.leaveOf(job)
      })
      look()
    },

    /** Deletes whatever no task needs, and says what came of it; an aborted signal leaves the rest for later. */
    deleteNow: (...signals: AbortSignal[]): Promise<Said> =>
      inTurn(async () =>
        resultOf(await sweep(true, patience(...signals)), await counts(), isWanted()),
      ),

    /** Resolves when nothing is being deleted, at the latest when a look has lost its patience. */
    async settled(): Promise<void> {
      await working
    },

    async close(): Promise<void> {
      closing.abort()
      await working
    },
  }
}

/** Without a network, or with a key that is refused, the others fail alike, and each would wait as long. */
const isEverybodys = (error: unknown): boolean =>
  error instanceof GenerationError && (error.kind === 'connection' || error.kind === 'auth')

/** Honest about each that is left. */
function resultOf(
  { deleted, failed, why }: Swept,
  { needed, elsewhere }: UploadCounts,
  isWanted: boolean,
): Said {
  const said: Said[] = []
  if (deleted > 0) said.push(say('service:uploadsDeleted', { count: deleted }))
  if (failed > 0)
    said.push(
      say('service:uploadsFailed', { count: failed, why: why ?? say('service:uploadsNoAnswer') }),
    )
  if (needed > 0) {
    const key = isWanted ? 'service:uploadsDeletedLater' : 'service:uploadsNeeded'
    said.push(say(key, { count: needed }))
  }
  if (elsewhere > 0) said.push(say('service:uploadsElsewhere', { count: elsewhere }))
  return said.length === 0 ? say('service:uploadsNone') : sentences(said)
}
