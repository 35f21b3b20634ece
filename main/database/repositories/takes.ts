/** All takes ever made; the document holds copies of those that are or were in the cut. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { JobId, ProjectId, ShotId } from '../../../shared/model/ids.ts'
import { type Take, takeSchema } from '../../../shared/model/take.ts'
import { jsonColumn } from '../json.ts'

const takeColumn = jsonColumn(takeSchema)

export type TakesRepository = ReturnType<typeof takesRepository>

export function takesRepository(db: Database) {
  const insert = db.prepare(
    'INSERT INTO takes (id, projectId, shotId, number, jobId, take) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const ofShot = db
    .prepare('SELECT take FROM takes WHERE projectId = ? AND shotId = ? ORDER BY number')
    .pluck()
  const ofJob = db.prepare('SELECT take FROM takes WHERE jobId = ?').pluck()
  const next = db
    .prepare('SELECT coalesce(max(number), 0) + 1 FROM takes WHERE projectId = ? AND shotId = ?')
    .pluck()
  return {
    insert(projectId: ProjectId, jobId: JobId, take: Take): void {
      insert.run(take.id, projectId, take.shotId, take.number, jobId, JSON.stringify(take))
    },
    ofShot: (projectId: ProjectId, shotId: ShotId): Take[] =>
      ofShot.all(projectId, shotId).map((text) => takeColumn.parse(text)),
    ofJob(jobId: JobId): Take | undefined {
      const text = ofJob.get(jobId)
      return text === undefined ? undefined : takeColumn.parse(text)
    },
    nextNumber: (projectId: ProjectId, shotId: ShotId): number =>
      z.int().parse(next.get(projectId, shotId)),
  }
}
