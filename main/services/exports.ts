/** Exports: a place to write to is chosen first and named by a token, then the job is queued. */

import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { Output } from '../../shared/ipc/contract.ts'
import type { JobId, ProjectId, TimelineId } from '../../shared/model/ids.ts'
import { timelineOf } from '../../shared/model/select.ts'
import { say } from '../../shared/words/say.ts'
import type { Store } from '../database/store.ts'
import type { ApprovedPaths } from '../files/approvedPaths.ts'
import { type ExportPayload, exportPayloadSchema } from '../jobs/payloads.ts'
import type { Queue } from '../jobs/queue.ts'
import { type Clock, isoTime } from './Clock.ts'
import type { Projects } from './projects.ts'
import { ServiceError } from './ServiceError.ts'

export interface ExportsPorts {
  readonly store: Store
  readonly projects: Pick<Projects, 'present'>
  readonly paths: ApprovedPaths
  readonly queue: Pick<Queue, 'added'>
  readonly clock: Clock
}

export interface ExportRequest {
  readonly projectId: ProjectId
  readonly timelineId: TimelineId
  readonly preset: ExportPayload['preset']
  /** A token of `target`. */
  readonly target: string
  /** `[in, out)` in timeline frames; absent = everything. */
  readonly range?: ExportPayload['range']
  /** Pixels; absent = the timeline's own. */
  readonly size?: ExportPayload['size']
}

export type Exports = ReturnType<typeof createExports>

export function createExports({ store, projects, paths, queue, clock }: ExportsPorts) {
  return {
    /** Approves a place that the person chose in the system's dialog. */
    async target(path: string): Promise<NonNullable<Output<'export:choose'>>> {
      return { target: await paths.approveOutput(path), name: basename(path) }
    },

    /** Queues the document as it is now; later edits do not change what is written. */
    start(asked: ExportRequest): JobId {
      const path = paths.resolveOutput(asked.target)
      const { project, head } = projects.present(asked.projectId)
      timelineOf(project, asked.timelineId)
      const { projectId, timelineId, preset, range, size } = asked
      const payload: ExportPayload = {
        projectId,
        revisionId: head.revisionId,
        timelineId,
        preset,
        path,
        ...(range ? { range } : {}),
        ...(size ? { size } : {}),
      }
      const id = randomUUID() as JobId
      store.transaction(() =>
        store.jobs.insert({
          id,
          kind: 'export',
          lane: 'export',
          projectId,
          title: say('job:export', { name: basename(path) }),
          priority: 20,
          subject: {},
          payload,
          createdAt: isoTime(clock),
        }),
      )
      queue.added([id])
      return id
    },

    /** Where a finished export lies. @throws ServiceError `notFound` for any other job. */
    finishedPath(jobId: JobId): string {
      const row = store.jobs.find(jobId)
      if (row?.kind !== 'export' || row.state.status !== 'done') {
        throw new ServiceError('notFound', say('exporting:unfinished'))
      }
      return exportPayloadSchema.parse(row.payload).path
    },
  }
}
