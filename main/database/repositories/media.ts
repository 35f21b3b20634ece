/** Where media lies on disk. A path enters here only after it was approved (main/files/approvedPaths). */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { mediaInfoSchema } from '../../../shared/model/mediaInfo.ts'
import { jsonColumn } from '../json.ts'

const rowSchema = z.object({
  mediaKey: z.string(),
  path: z.string(),
  byteSize: z.int(),
  /** Milliseconds since 1970, as the file system says. */
  modifiedAt: z.int(),
  info: jsonColumn(mediaInfoSchema),
  approvedAt: z.string(),
})
export type MediaRow = z.output<typeof rowSchema>

export type MediaRepository = ReturnType<typeof mediaRepository>

export function mediaRepository(db: Database) {
  const put = db.prepare(
    `INSERT INTO media (mediaKey, path, byteSize, modifiedAt, info, approvedAt)
     VALUES (@mediaKey, @path, @byteSize, @modifiedAt, @info, @approvedAt)
     ON CONFLICT (mediaKey) DO UPDATE SET path = excluded.path, byteSize = excluded.byteSize,
       modifiedAt = excluded.modifiedAt, approvedAt = excluded.approvedAt`,
  )
  const find = db.prepare('SELECT * FROM media WHERE mediaKey = ?')
  const sharing = db.prepare(
    "SELECT * FROM media WHERE mediaKey = @key OR mediaKey LIKE @key || '-%' ORDER BY mediaKey",
  )
  return {
    /** The same content found at another path: the newest place wins. */
    put(row: MediaRow): void {
      put.run({ ...row, info: JSON.stringify(row.info) })
    },
    /** Media whose files have that content key (main/files/identity). */
    sharing: (key: string): MediaRow[] => sharing.all({ key }).map((row) => rowSchema.parse(row)),
    find(mediaKey: string): MediaRow | undefined {
      const row = find.get(mediaKey)
      return row === undefined ? undefined : rowSchema.parse(row)
    },
  }
}
