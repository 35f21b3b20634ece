/**
 * A process to be killed: edits a project (or only works, with `-`), queues jobs and runs them, and prints what was
 * acknowledged: `C n` for the nth edit, `J id` for a job. On an error it prints `X` and its sentence and tries again.
 * `node workForever.ts STORE PROJECT|- JOURNAL`
 */

import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openStore } from '../../../main/database/store.ts'
import { systemClock } from '../../../main/services/Clock.ts'
import { createDocuments } from '../../../main/services/documents.ts'
import { createProjects } from '../../../main/services/projects.ts'
import { command } from '../../../shared/commands/registry.ts'
import {
  type JobId,
  jobIdSchema,
  projectIdSchema,
  type TrackId,
} from '../../../shared/model/ids.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { addJob, leasedQueue } from './leasedRunner.ts'

const [file = '', project = '', journal = ''] = process.argv.slice(2)
const store = openStore(file)
const documents = createDocuments(store, systemClock)
const projects = createProjects(store, systemClock, documents)
const queue = leasedQueue(store, join(dirname(file), 'work'), journal)
queue.start()

/** Two changes in one step: both are there, or none. */
function edit(): void {
  const id = projectIdSchema.parse(project)
  const { project: document, head } = projects.present(id)
  const n = store.revisions.count(id)
  const [trackId] = document.tracks.ids()
  const track = command(
    'track.set',
    { trackId: trackId as TrackId, patch: { name: `T${n}` } },
    randomUUID(),
  )
  const rename = command('project.rename', { name: `Name ${n}` }, randomUUID())
  const both = { label: asWritten(`Step ${n}`), commands: [rename, track] }
  projects.dispatch(id, head.revisionId, command('batch', both, randomUUID()))
  writeSync(1, `C ${n}\n`)
}

/** The job before; every other one needs it. */
let before: JobId | undefined
for (let round = 0; ; round++) {
  try {
    if (project !== '-') edit()
    if (round % 4 === 0) {
      const id = jobIdSchema.parse(randomUUID())
      addJob(store, id, before && round % 8 === 0 ? [before] : [])
      before = id
      writeSync(1, `J ${id}\n`)
      queue.added([id])
    }
    if (round % 16 === 15) documents.keepSnapshots('now')
  } catch (error) {
    writeSync(1, `X ${error instanceof Error ? error.message : String(error)}\n`)
  }
  await new Promise((resolve) => setImmediate(resolve))
}
