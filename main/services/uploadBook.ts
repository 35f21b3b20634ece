/** The engine's book of uploads, kept in the store. */
import { randomUUID } from 'node:crypto'
import { mayReuse } from '../../shared/generation/storedMedia.ts'
import type { Store } from '../database/store.ts'
import type { UploadBook } from '../engines/UploadBook.ts'
import { type Clock, isoTime } from './Clock.ts'
import { fingerprintOf } from './keyFingerprint.ts'

export interface UploadBookPorts {
  readonly store: Pick<Store, 'uploads' | 'transaction'>
  readonly clock: Clock
  readonly readKey: () => string | undefined
  readonly endpoint: string
}

export function createUploadBook({ store, clock, readKey, endpoint }: UploadBookPorts): UploadBook {
  const { uploads } = store
  let known: { readonly key: string; readonly account: Promise<string> } | undefined

  return {
    async account() {
      const key = readKey()
      if (key === undefined || key === '') return null
      if (known?.key !== key) {
        known = { key, account: fingerprintOf(key, endpoint, uploads.salt()) }
      }
      return known.account
    },

    // Found and noted as used in one transaction: what is about to be deleted is not found, what was found stays.
    find: async ({ account, sha256, role }, task) =>
      store.transaction(() => {
        const found = uploads
          .ofContent(account, sha256)
          .find(
            (row) =>
              row.state === 'stored' &&
              row.mediaUUID !== undefined &&
              mayReuse(role, row, clock.now()),
          )
        if (!found) return null
        uploads.use(found.taskUUID, task, isoTime(clock))
        return found.mediaUUID ?? null
      }),

    unheard: async ({ account, sha256 }) =>
      uploads
        .ofContent(account, sha256)
        .filter(({ state, mediaUUID }) => state === 'stored' && mediaUUID === undefined)
        .map(({ taskUUID }) => taskUUID),

    async begin({ account, sha256 }, task) {
      const taskUUID = randomUUID()
      store.transaction(() => {
        uploads.begin({ taskUUID, account, sha256, at: isoTime(clock) })
        uploads.use(taskUUID, task, isoTime(clock))
      })
      return taskUUID
    },

    async keep(upload, mediaUUID) {
      store.transaction(() => uploads.keep(upload, mediaUUID, isoTime(clock)))
    },

    async drop(upload) {
      store.transaction(() => uploads.remove(upload))
    },

    async use(mediaUUID, task) {
      store.transaction(() => {
        const upload = uploads.storing(mediaUUID)
        if (upload !== undefined) uploads.use(upload, task, isoTime(clock))
      })
    },

    async doubt(mediaUUIDs) {
      store.transaction(() => {
        for (const mediaUUID of mediaUUIDs) uploads.doubt(mediaUUID)
      })
    },
  }
}
