/** Projects and where each one's history stands. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type ProjectId, projectIdSchema, revisionIdSchema } from '../../../shared/model/ids.ts'
import { flag, jsonColumn, optional } from '../json.ts'

const thumbnailSchema = z.object({
  /** In the cache; null where there is no picture to show. */
  key: z.string().nullable(),
  /** What was in view when it was made. */
  revisionId: revisionIdSchema,
})
export type Thumbnail = z.output<typeof thumbnailSchema>

const rowSchema = z.object({
  id: projectIdSchema,
  name: z.string(),
  /** The revision in view. */
  head: revisionIdSchema,
  /** The end of the branch that redo walks towards. */
  tip: revisionIdSchema,
  isSample: flag,
  createdAt: z.string(),
  openedAt: z.string(),
  /** When it was put into the bin. */
  removedAt: z.string().nullable(),
  /** The picture that stands for it, once one was made. */
  thumbnail: optional(jsonColumn(thumbnailSchema)),
})
export type ProjectRow = z.output<typeof rowSchema>

export type ProjectsRepository = ReturnType<typeof projectsRepository>

export function projectsRepository(db: Database) {
  const insert = db.prepare(
    `INSERT INTO projects (id, name, head, tip, isSample, createdAt, openedAt, removedAt)
     VALUES (@id, @name, @head, @tip, @isSample, @createdAt, @openedAt, @removedAt)`,
  )
  const find = db.prepare('SELECT * FROM projects WHERE id = ?')
  const list = db.prepare(
    'SELECT * FROM projects WHERE copiedBy IS NULL ORDER BY openedAt DESC, id',
  )
  const move = db.prepare(
    'UPDATE projects SET head = @head, tip = @tip, name = @name WHERE id = @id AND head = @expected',
  )
  const setRemoved = db.prepare('UPDATE projects SET removedAt = ? WHERE id = ?')
  const copied = db.prepare('UPDATE projects SET copiedBy = NULL WHERE id = ?')
  const setThumbnail = db.prepare('UPDATE projects SET thumbnail = ? WHERE id = ?')
  const opened = db.prepare('UPDATE projects SET openedAt = ? WHERE id = ?')
  return {
    insert(row: Omit<ProjectRow, 'thumbnail'>): void {
      insert.run({ ...row, isSample: row.isSample ? 1 : 0 })
    },
    find(id: ProjectId): ProjectRow | undefined {
      const row = find.get(id)
      return row === undefined ? undefined : rowSchema.parse(row)
    },
    /** The one opened last comes first; those in the bin are among them. */
    list: (): ProjectRow[] => list.all().map((row) => rowSchema.parse(row)),
    /** False when the head is no longer `expected`: somebody else was faster. */
    moveHead: (
      id: ProjectId,
      expected: string,
      to: { readonly head: string; readonly tip: string; readonly name: string },
    ): boolean => move.run({ id, expected, ...to }).changes === 1,
    /** Into the bin, or with null out of it. */
    setRemoved(id: ProjectId, at: string | null): void {
      setRemoved.run(at, id)
    },
    /** The copy is whole: it is listed from now on. */
    copied(id: ProjectId): void {
      copied.run(id)
    },
    setThumbnail(id: ProjectId, thumbnail: Thumbnail): void {
      setThumbnail.run(JSON.stringify(thumbnail), id)
    },
    opened(id: ProjectId, at: string): void {
      opened.run(at, id)
    },
  }
}
