/** Turns a command into a document and the revision that leads to it. */
import { applyCommand, type Command, labelOf } from '../commands/registry.ts'
import type { RevisionId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { diff } from './patch.ts'
import type { Revision } from './Revision.ts'

export interface Stamp {
  readonly id: RevisionId
  /** The head that `project` belongs to. */
  readonly parentId: RevisionId | null
  /** ISO 8601, UTC. */
  readonly at: string
}

export interface Committed {
  readonly project: Project
  readonly revision: Revision
}

/** @throws CommandRefused; nothing has happened then. */
export function commit(project: Project, command: Command, { id, parentId, at }: Stamp): Committed {
  const after = applyCommand(project, command)
  const label = labelOf(command, project)
  const patch = diff(project, after)
  return { project: after, revision: { id, parentId, command, label, patch, at } }
}
