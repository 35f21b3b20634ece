/** All takes ever made; the document holds copies of those that are or were in the cut. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import {
  type JobId,
  type ProjectId,
  projectIdSchema,
  type ShotId,
} from '../../../shared/model/ids.ts'
import { type Take, takeSchema } from '../../../shared/model/take.ts'
import { jsonColumn } from '../json.ts'

const takeColumn = jsonColumn(takeSchema)

const rowSchema = z.object({ projectId: projectIdSchema, take: takeColumn })
export type TakeOfProject = z.output<typeof rowSchema>

export type TakesRepository = ReturnType<typeof takesRepository>

export function takesRepository(db: Database) {
  const insert = db.prepare(
    'INSERT INTO takes (id, projectId, shotId, number, jobId, take) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const ofShot = db
    .prepare('SELECT take FROM takes WHERE projectId = ? AND shotId = ? ORDER BY number')
    .pluck()
  const ofJob = db.prepare('SELECT take FROM takes WHERE jobId = ?').pluck()
  const withRecipe = db.prepare(
    `SELECT projectId, take FROM takes WHERE json_extract(take, '$.recipe') = ? AND json_extract(take, '$.engine') = ?
     ORDER BY json_extract(take, '$.finishedAt'), number`,
  )
  const ofProject = db
    .prepare('SELECT take FROM takes WHERE projectId = ? ORDER BY shotId, number')
    .pluck()
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
    ofProject: (projectId: ProjectId): Take[] =>
      ofProject.all(projectId).map((text) => takeColumn.parse(text)),
    /** Takes of any project that were made from the same, oldest first. */
    withRecipe: (recipe: string, engine: Take['engine']): TakeOfProject[] =>
      withRecipe.all(recipe, engine).map((row) => rowSchema.parse(row)),
    nextNumber: (projectId: ProjectId, shotId: ShotId): number =>
      z.int().parse(next.get(projectId, shotId)),
  }
}
