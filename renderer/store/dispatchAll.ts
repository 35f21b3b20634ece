/** Several commands as one revision. */

import {
  type Command,
  type CommandType,
  command,
  type PayloadOf,
} from '../../shared/commands/registry.ts'
import type { Said } from '../../shared/words/Said.ts'
import { dispatch, preview } from './document.ts'

export const newCommand = <T extends CommandType>(type: T, payload: PayloadOf<T>): Command =>
  command(type, payload, crypto.randomUUID())

const only = (commands: readonly Command[]): Command | null =>
  commands.length === 1 ? (commands[0] ?? null) : null

function of(label: Said | undefined): Said {
  if (!label) throw new Error('Several commands as one step need a label')
  return label
}

/** One command keeps its own label in the history; several need one. */
export function dispatchAll(label: Said | undefined, commands: readonly Command[]): boolean {
  const single = only(commands)
  if (single) return dispatch(single.type, single.payload)
  return commands.length > 0 && dispatch('batch', { label: of(label), commands: [...commands] })
}

/** Answers the refusal, or null. */
export function previewAll(label: Said | undefined, commands: readonly Command[]): string | null {
  const single = only(commands)
  if (single) return preview(single.type, single.payload)
  return commands.length > 0
    ? preview('batch', { label: of(label), commands: [...commands] })
    : null
}
