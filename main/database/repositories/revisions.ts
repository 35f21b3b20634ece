/** The tree of revisions of every project. Rows are only ever added. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type Patch, patchSchema } from '../../../shared/history/patch.ts'
import type { Revision } from '../../../shared/history/Revision.ts'
import { type ProjectId, type RevisionId, revisionIdSchema } from '../../../shared/model/ids.ts'
import { jsonColumn } from '../json.ts'

const summarySchema = z.object({
  id: revisionIdSchema,
  parentId: revisionIdSchema.nullable(),
  label: z.string(),
  at: z.string(),
})
export type RevisionSummaryRow = z.output<typeof summarySchema>

const patchColumn = jsonColumn(patchSchema)
const stepSchema = z.object({ id: revisionIdSchema, patch: z.string(), hasSnapshot: z.int() })

export interface ReplayPath {
  readonly snapshotAt: RevisionId
  /** From the snapshot to the revision asked for, oldest first. */
  readonly patches: readonly Patch[]
}

export type RevisionsRepository = ReturnType<typeof revisionsRepository>

export function revisionsRepository(db: Database) {
  const insert = db.prepare(
    `INSERT INTO revisions (projectId, id, parentId, label, command, patch, at)
     VALUES (@projectId, @id, @parentId, @label, @command, @patch, @at)`,
  )
  const summaries = db.prepare(
    'SELECT id, parentId, label, at FROM revisions WHERE projectId = ? ORDER BY number',
  )
  const patch = db.prepare('SELECT patch FROM revisions WHERE projectId = ? AND id = ?').pluck()
  const climb = db.prepare(
    `WITH RECURSIVE path (id, parentId, hasSnapshot, depth) AS (
       SELECT id, parentId, EXISTS (SELECT 1 FROM snapshots AS s
         WHERE s.projectId = r.projectId AND s.revisionId = r.id), 0
       FROM revisions AS r WHERE projectId = @projectId AND id = @id
       UNION ALL
       SELECT r.id, r.parentId, EXISTS (SELECT 1 FROM snapshots AS s
         WHERE s.projectId = r.projectId AND s.revisionId = r.id), path.depth + 1
       FROM path JOIN revisions AS r ON r.projectId = @projectId AND r.id = path.parentId
       WHERE NOT path.hasSnapshot
     )
     SELECT path.id, revisions.patch, path.hasSnapshot FROM path
     JOIN revisions ON revisions.projectId = @projectId AND revisions.id = path.id
     ORDER BY depth DESC`,
  )
  return {
    insert(projectId: ProjectId, revision: Revision): void {
      insert.run({
        projectId,
        id: revision.id,
        parentId: revision.parentId,
        label: revision.label,
        command: revision.command === null ? null : JSON.stringify(revision.command),
        patch: JSON.stringify(revision.patch),
        at: revision.at,
      })
    },
    /** In order of their making. */
    summaries: (projectId: ProjectId): RevisionSummaryRow[] =>
      summaries.all(projectId).map((row) => summarySchema.parse(row)),
    /** @throws z.ZodError when the revision is missing or damaged. */
    patch: (projectId: ProjectId, id: RevisionId): Patch =>
      patchColumn.parse(patch.get(projectId, id)),
    /** How to rebuild the document at a revision; undefined when the revision or every snapshot above it is missing. */
    replayPath(projectId: ProjectId, id: RevisionId): ReplayPath | undefined {
      const steps = climb.all({ projectId, id }).map((row) => stepSchema.parse(row))
      const [start, ...later] = steps
      if (start?.hasSnapshot !== 1) return undefined
      return { snapshotAt: start.id, patches: later.map((step) => patchColumn.parse(step.patch)) }
    },
  }
}
