/**
 * A runner that writes down when it works, for whoever judges afterwards: `S job fence pid` when it begins, `E …` before its
 * end is written. Lines of several processes go into one file, each in one write.
 */

import { appendFileSync } from 'node:fs'
import { z } from 'zod'
import type { Store } from '../../../main/database/store.ts'
import { createQueue, type Queue } from '../../../main/jobs/queue.ts'
import { defineRunner } from '../../../main/jobs/Runner.ts'
import { systemClock } from '../../../main/services/Clock.ts'
import type { JobId } from '../../../shared/model/ids.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'

export function leasedQueue(store: Store, workFolder: string, journal: string): Queue {
  const runner = defineRunner({
    kind: 'prepare',
    payload: z.object({ mediaKey: z.string() }),
    async run(_payload, { job, checkpoint }) {
      const line = `${job.id} ${store.jobs.find(job.id)?.fence} ${process.pid}\n`
      appendFileSync(journal, `S ${line}`)
      for (let part = 0; part < 3; part++) await checkpoint(part)
      appendFileSync(journal, `E ${line}`)
      return { note: say('job:ready'), outcome: process.pid }
    },
  })
  return createQueue({
    ...{ store, workFolder, runners: [runner], clock: systemClock },
    log: { write: () => undefined },
    secrets: () => [],
    onChange: () => undefined,
    limits: { prepare: 3 },
  })
}

/** @param needs the job that must be done before */
export function addJob(store: Store, id: JobId, needs: readonly JobId[] = []): void {
  store.transaction(() =>
    store.jobs.insert({
      ...{ id, kind: 'prepare', lane: 'prepare', title: asWritten(id), priority: 0, needs },
      subject: { mediaKey: id },
      payload: { mediaKey: id },
      createdAt: '2026-01-01T00:00:00.000Z',
    }),
  )
}
