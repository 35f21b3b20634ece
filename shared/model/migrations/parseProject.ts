/** The one way from JSON to a document. */
import { say } from '../../words/say.ts'
import { type Project, projectSchema } from '../project.ts'
import { migrate, NotADocument } from './migrate.ts'

/**
 * Migrates, checks and fills in defaults. Fields that this version does not know are kept.
 * @throws DocumentFromTheFuture for one of a later version; NotADocument naming the first field that is wrong.
 */
export function parseProject(json: unknown): Project {
  const result = projectSchema.safeParse(migrate(json))
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new NotADocument(
    say('document:damaged', { at: issue?.path.join('.') ?? '', why: issue?.message ?? '' }),
    { cause: result.error },
  )
}
