/** Names that people gave to revisions. A name is there once in a project. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type ProjectId, revisionIdSchema } from '../../../shared/model/ids.ts'

const rowSchema = z.object({ name: z.string(), revisionId: revisionIdSchema, at: z.string() })
export type VersionRow = z.output<typeof rowSchema>

export type VersionsRepository = ReturnType<typeof versionsRepository>

export function versionsRepository(db: Database) {
  const insert = db.prepare(
    `INSERT INTO versions (projectId, name, revisionId, at) VALUES (@projectId, @name, @revisionId, @at)
     ON CONFLICT DO NOTHING`,
  )
  const remove = db.prepare('DELETE FROM versions WHERE projectId = ? AND name = ?')
  const list = db.prepare(
    'SELECT name, revisionId, at FROM versions WHERE projectId = ? ORDER BY at, name',
  )
  return {
    /** False when the name is taken. */
    insert: (projectId: ProjectId, row: VersionRow): boolean =>
      insert.run({ projectId, ...row }).changes === 1,
    /** False when there is no such name. */
    remove: (projectId: ProjectId, name: string): boolean =>
      remove.run(projectId, name).changes === 1,
    list: (projectId: ProjectId): VersionRow[] =>
      list.all(projectId).map((row) => rowSchema.parse(row)),
  }
}
