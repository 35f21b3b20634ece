/** Whole documents at some revisions, so that opening replays few patches. They can be made again at any time. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { ProjectId, RevisionId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { documentForm, type Stored } from '../documentForm.ts'

const storedSchema = z.object({ form: z.string(), text: z.string() })

export type SnapshotsRepository = ReturnType<typeof snapshotsRepository>

export function snapshotsRepository(db: Database) {
  const insert = db.prepare(
    `INSERT INTO snapshots (projectId, revisionId, document, form) VALUES (?, ?, ?, ?)
     ON CONFLICT (projectId, revisionId) DO UPDATE SET document = excluded.document, form = excluded.form`,
  )
  const find = db.prepare(
    'SELECT form, document AS text FROM snapshots WHERE projectId = ? AND revisionId = ?',
  )
  return {
    /** Answers how long the text is that was written. */
    insert(projectId: ProjectId, revisionId: RevisionId, document: Project): number {
      const text = JSON.stringify(document)
      insert.run(projectId, revisionId, text, documentForm())
      return text.length
    },
    find(projectId: ProjectId, revisionId: RevisionId): Stored | undefined {
      const row = find.get(projectId, revisionId)
      return row === undefined ? undefined : storedSchema.parse(row)
    },
  }
}
