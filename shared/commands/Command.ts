/**
 * A change as data. Menus, keys, pointers, the command line and tests all dispatch these; applying one is pure.
 * The command's id also seeds the ids of the records it makes, so that replaying it gives the same document.
 */

import type { z } from 'zod'
import type { MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import type { Said } from '../words/Said.ts'
import { SaidError } from '../words/SaidError.ts'

export interface CommandDefinition<Type extends string, Payload> {
  readonly type: Type
  readonly payload: z.ZodType<Payload>
  /** For the history and the undo menu, e.g. `Trim the end of "oak_push" by 12 frames later`. Must not throw. */
  readonly label: (payload: Payload, project: Project) => Said
  /**
   * Pure. Throws EditRefused (shared/edit/refuse) or MissingRecord when the document does not allow it;
   * `applyCommand` turns both into {@link CommandRefused}.
   */
  readonly apply: (project: Project, payload: Payload, makeId: MakeId) => Project
}

export const defineCommand = <Type extends string, Payload>(
  definition: CommandDefinition<Type, Payload>,
): CommandDefinition<Type, Payload> => definition

/** One sentence for the person who tried: what cannot be done and why. */
export class CommandRefused extends SaidError {
  override readonly name = 'CommandRefused'
}

/** Ids for what a command makes: `<command id>.1`, `.2` … */
export function idsFrom(commandId: string): MakeId {
  let count = 0
  return <T extends string>() => `${commandId}.${++count}` as T
}
