/** The tree of revisions of every project. Rows are only ever added; `prune` alone takes away, when a person asks. */

import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { Revision } from '../../../shared/history/Revision.ts'
import { type ProjectId, type RevisionId, revisionIdSchema } from '../../../shared/model/ids.ts'
import { documentForm, type Stored } from '../documentForm.ts'
import { saidColumn } from '../json.ts'

const summarySchema = z.object({
  id: revisionIdSchema,
  parentId: revisionIdSchema.nullable(),
  label: saidColumn,
  at: z.string(),
})
export type RevisionSummaryRow = z.output<typeof summarySchema>

const storedSchema = z.object({ form: z.string(), text: z.string() })
const stepSchema = z.object({ ...storedSchema.shape, id: revisionIdSchema, hasSnapshot: z.int() })

export interface ReplayPath {
  readonly snapshotAt: RevisionId
  /** Patches from the snapshot to the revision asked for, oldest first. */
  readonly steps: readonly Stored[]
}

export type RevisionsRepository = ReturnType<typeof revisionsRepository>

const SUMMARY = 'id, parentId, label, at'

export function revisionsRepository(db: Database) {
  const insert = db.prepare(
    `INSERT INTO revisions (projectId, id, parentId, label, command, patch, at, form)
     VALUES (@projectId, @id, @parentId, @label, @command, @patch, @at, @form)`,
  )
  const find = db.prepare(`SELECT ${SUMMARY} FROM revisions WHERE projectId = ? AND id = ?`)
  const summaries = db.prepare(
    `SELECT ${SUMMARY} FROM revisions WHERE projectId = ? ORDER BY number`,
  )
  const children = db.prepare(
    `SELECT ${SUMMARY} FROM revisions WHERE projectId = ? AND parentId = ? ORDER BY number`,
  )
  const count = db.prepare('SELECT count(*) FROM revisions WHERE projectId = ?').pluck()
  const towards = db.prepare(
    `WITH RECURSIVE path (id, parentId, label, at) AS (
       SELECT ${SUMMARY} FROM revisions WHERE projectId = @projectId AND id = @tip
       UNION ALL
       SELECT r.id, r.parentId, r.label, r.at FROM path JOIN revisions AS r
         ON r.projectId = @projectId AND r.id = path.parentId WHERE path.parentId <> @from
     )
     SELECT ${SUMMARY} FROM path WHERE parentId = @from`,
  )
  const patch = db.prepare(
    'SELECT form, patch AS text FROM revisions WHERE projectId = ? AND id = ?',
  )
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
     SELECT path.id, revisions.form, revisions.patch AS text, path.hasSnapshot FROM path
     JOIN revisions ON revisions.projectId = @projectId AND revisions.id = path.id
     ORDER BY depth DESC`,
  )
  const remove = db.prepare('DELETE FROM revisions WHERE projectId = ? AND id = ?')
  const removeSnapshot = db.prepare('DELETE FROM snapshots WHERE projectId = ? AND revisionId = ?')
  const childrenOf = (projectId: ProjectId, id: RevisionId): RevisionSummaryRow[] =>
    children.all(projectId, id).map((row) => summarySchema.parse(row))
  return {
    /** Answers how long the patch's text is. */
    insert(projectId: ProjectId, revision: Revision): number {
      const text = JSON.stringify(revision.patch)
      insert.run({
        projectId,
        id: revision.id,
        parentId: revision.parentId,
        label: JSON.stringify(revision.label),
        command: revision.command === null ? null : JSON.stringify(revision.command),
        patch: text,
        at: revision.at,
        form: documentForm(),
      })
      return text.length
    },
    find(projectId: ProjectId, id: RevisionId): RevisionSummaryRow | undefined {
      const row = find.get(projectId, id)
      return row === undefined ? undefined : summarySchema.parse(row)
    },
    /** In order of their making. */
    summaries: (projectId: ProjectId): RevisionSummaryRow[] =>
      summaries.all(projectId).map((row) => summarySchema.parse(row)),
    count: (projectId: ProjectId): number => z.int().parse(count.get(projectId)),
    /** The child of `from` on the way to its descendant `tip`; undefined when `tip` is none. */
    stepTowards(
      projectId: ProjectId,
      from: RevisionId,
      tip: RevisionId,
    ): RevisionSummaryRow | undefined {
      if (from === tip) return undefined
      const [only, ...more] = childrenOf(projectId, from)
      // One child is on the way to every descendant; only where branches part does the way have to be climbed.
      if (only && more.length === 0) return only
      const row = towards.get({ projectId, from, tip })
      return row === undefined ? undefined : summarySchema.parse(row)
    },
    /** @throws z.ZodError when the revision is missing. */
    patch: (projectId: ProjectId, id: RevisionId): Stored =>
      storedSchema.parse(patch.get(projectId, id)),
    /** How to rebuild the document at a revision; undefined when the revision or every snapshot above it is missing. */
    replayPath(projectId: ProjectId, id: RevisionId): ReplayPath | undefined {
      const [start, ...steps] = climb.all({ projectId, id }).map((row) => stepSchema.parse(row))
      return start?.hasSnapshot === 1 ? { snapshotAt: start.id, steps } : undefined
    },
    /** For pruning only: takes revisions and their snapshots away for good. */
    remove(projectId: ProjectId, ids: Iterable<RevisionId>): void {
      for (const id of ids) {
        removeSnapshot.run(projectId, id)
        remove.run(projectId, id)
      }
    },
  }
}
