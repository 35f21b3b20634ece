/** One committed change: the command that made it, and what it did to the records, both ways. */

import { z } from 'zod'
import { type Command, commandSchema } from '../commands/registry.ts'
import { type RevisionId, revisionIdSchema } from '../model/ids.ts'
import { type Said, saidSchema } from '../words/Said.ts'
import { type Patch, patchSchema } from './patch.ts'

export interface Revision {
  readonly id: RevisionId
  /** The revision it was made on; null for the first one of a project. */
  readonly parentId: RevisionId | null
  /** Null where no command made it: the creation of the project, a restored version. */
  readonly command: Command | null
  /** For the history and the undo menu. */
  readonly label: Said
  /** From the parent's document to this one's. */
  readonly patch: Patch
  /** ISO 8601, UTC. */
  readonly at: string
}

export const revisionSchema: z.ZodType<Revision> = z.object({
  id: revisionIdSchema,
  parentId: revisionIdSchema.nullable(),
  command: commandSchema.nullable(),
  label: saidSchema,
  patch: patchSchema,
  at: z.iso.datetime(),
})
