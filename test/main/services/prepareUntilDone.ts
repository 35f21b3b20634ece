/**
 * A process to be killed: opens a store, brings in media, prepares it and ends when nothing is left to do. Prints `R what`
 * when a preparation begins or has made a part, `D what` when it is ready, `F what` when it failed.
 * `node prepareUntilDone.ts LIBRARY FILE...`
 */
import { writeSync } from 'node:fs'
import { compose } from '../../../main/compose.ts'
import type { JobId } from '../../../shared/model/ids.ts'

const [library = '', ...files] = process.argv.slice(2)
const whatOf = (jobId: JobId): string => {
  const job = services.store.jobs.find(jobId)
  const payload = job?.payload as { readonly what?: string } | undefined
  return payload?.what ?? job?.kind ?? 'nothing'
}
let wake: () => void = () => undefined
const changed = (): Promise<void> =>
  new Promise((resolve) => {
    wake = resolve
  })
const services = await compose({
  library,
  announce(name, payload) {
    if (name !== 'job:changed' || !('job' in payload)) return
    const { job } = payload
    const line = { running: 'R', done: 'D', failed: 'F', queued: 'Q', cancelled: 'C' }[
      job.state.status
    ]
    writeSync(1, `${line} ${whatOf(job.id)}\n`)
    wake()
  },
})
const { assets } = await services.media.importPaths(files)
// As the window does: what was lost from the cache is queued again.
await services.media.status(assets.map(({ mediaKey }) => mediaKey))
services.closeTiles.want(
  assets.map(({ mediaKey }) => ({ mediaKey, density: 8, first: 0, last: 0 })),
)
services.queue.start()
const isOpen = (): boolean =>
  [...services.store.jobs.withStatus('queued'), ...services.store.jobs.withStatus('running')]
    .length > 0
while (isOpen()) await changed()
await services.close()
