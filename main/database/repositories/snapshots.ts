/** Whole documents at some revisions, so that opening replays few patches. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { ProjectId, RevisionId } from '../../../shared/model/ids.ts'
import { parseProject } from '../../../shared/model/migrations/parseProject.ts'
import type { Project } from '../../../shared/model/project.ts'
import { jsonColumn } from '../json.ts'

const documentColumn = jsonColumn(z.unknown())

export type SnapshotsRepository = ReturnType<typeof snapshotsRepository>

export function snapshotsRepository(db: Database) {
  const insert = db.prepare(
    'INSERT OR IGNORE INTO snapshots (projectId, revisionId, document) VALUES (?, ?, ?)',
  )
  const find = db
    .prepare('SELECT document FROM snapshots WHERE projectId = ? AND revisionId = ?')
    .pluck()
  return {
    insert(projectId: ProjectId, revisionId: RevisionId, document: Project): void {
      insert.run(projectId, revisionId, JSON.stringify(document))
    },
    /** @throws DocumentFromTheFuture, NotADocument */
    find(projectId: ProjectId, revisionId: RevisionId): Project | undefined {
      const text = find.get(projectId, revisionId)
      return text === undefined ? undefined : parseProject(documentColumn.parse(text))
    },
  }
}
