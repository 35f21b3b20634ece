/** The one way from JSON to a document. */

import type { Said } from '../../words/Said.ts'
import { say } from '../../words/say.ts'
import { MisfiledRecord, type PlainProject, plainProjectSchema, revived } from '../plainProject.ts'
import type { Project } from '../project.ts'
import { migrate, NotADocument } from './migrate.ts'

/**
 * Migrates, checks and fills in defaults. Fields that this version does not know are kept.
 * @throws DocumentFromTheFuture for one of a later version; NotADocument naming the first field that is wrong.
 */
export function parseProject(json: unknown): Project {
  const result = plainProjectSchema.safeParse(migrate(json))
  if (!result.success) {
    const [issue] = result.error.issues
    throw damaged(issue?.path ?? [], issue?.message ?? '', result.error)
  }
  try {
    return revived(result.data as PlainProject)
  } catch (error) {
    if (error instanceof MisfiledRecord) throw damaged(error.path, error.said, error)
    throw error
  }
}

const damaged = (path: readonly PropertyKey[], why: string | Said, cause: Error): NotADocument =>
  new NotADocument(say('document:damaged', { at: path.join('.'), why }), { cause })
