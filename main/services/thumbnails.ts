/** The picture that stands for a project in lists: the open timeline at its in point, else where its first picture begins. */

import { createHash, randomUUID } from 'node:crypto'
import type { JobId } from '../../shared/model/ids.ts'
import { say } from '../../shared/words/say.ts'
import type { ProjectRow } from '../database/repositories/projects.ts'
import type { Store } from '../database/store.ts'
import type { MediaStore } from '../files/mediaStore.ts'
import type { Queue } from '../jobs/queue.ts'
import { type Clock, isoTime } from './Clock.ts'

export interface ThumbnailsPorts {
  readonly store: Store
  readonly files: Pick<MediaStore, 'cache'>
  readonly queue: Pick<Queue, 'added'>
  readonly clock: Clock
}

/** Below whatever somebody works with, above what nobody looks at yet. */
const PRIORITY = 20

/** In the cache; another one for each revision, so that no list shows an older picture. */
export const thumbnailKey = ({ id, head }: Pick<ProjectRow, 'id' | 'head'>): string =>
  createHash('sha256').update(`${id} ${head}`).digest('hex').slice(0, 32)

export type Thumbnails = ReturnType<typeof createThumbnails>

export function createThumbnails({ store, files, queue, clock }: ThumbnailsPorts) {
  /** The cache may be emptied at any time. */
  async function isFresh({ thumbnail, head }: ProjectRow): Promise<boolean> {
    if (thumbnail?.revisionId !== head) return false
    if (thumbnail.key === null) return true
    return (await files.cache.find('thumbnail', `${thumbnail.key}.jpg`)) !== undefined
  }
  return {
    /** Queues a picture for each listed project that was changed since its last one, or whose picture is gone. */
    async refresh(): Promise<void> {
      const listed = store.projects.list().filter((row) => row.removedAt === null)
      const fresh = await Promise.all(listed.map(isFresh))
      const rows = listed.filter((_, index) => !fresh[index])
      if (rows.length === 0) return
      const ids = store.transaction(() => {
        const open = [...store.jobs.withStatus('queued'), ...store.jobs.withStatus('running')]
        const underway = new Set(
          open.filter(({ kind }) => kind === 'thumbnail').map(({ projectId }) => projectId),
        )
        return rows
          .filter(({ id }) => !underway.has(id))
          .map(({ id: projectId, name }): JobId => {
            const id = randomUUID() as JobId
            store.jobs.insert({
              ...{ id, kind: 'thumbnail', lane: 'prepare', projectId, priority: PRIORITY },
              title: say('job:thumbnail', { name }),
              ...{ subject: {}, payload: { projectId } },
              createdAt: isoTime(clock),
            })
            return id
          })
      })
      queue.added(ids)
    },
  }
}
