/**
 * A gesture: many previews, at most one change. Each preview is computed from where the gesture began, never from
 * the one before, and lies over the document without touching it.
 *
 *     begin ── preview ── preview ── … ──┬── commit    the last preview's command, to be dispatched
 *                                        └── cancel    the document as it was
 */

import { CommandRefused } from '../commands/Command.ts'
import { applyCommand, type Command } from '../commands/registry.ts'
import type { Project } from '../model/project.ts'
import type { Said } from '../words/Said.ts'

export interface Preview {
  /** What to show; the last preview that was possible when this one is not. */
  readonly project: Project
  /** Why this one is not possible. */
  readonly refusal: Said | null
}

export interface Gesture {
  preview(command: Command): Preview
  /** The command of what is shown; null when that is the document as it was. Ends the gesture. */
  commit(): Command | null
  /** The document as it was. Ends the gesture. */
  cancel(): Project
}

/** A gesture that has ended refuses further use with an Error, which is a programming mistake. */
export function begin(project: Project): Gesture {
  let shown = project
  let command: Command | null = null
  let state: 'open' | 'committed' | 'cancelled' = 'open'
  const open = (): void => {
    if (state !== 'open') throw new Error(`This gesture was ${state}; begin a new one`)
  }
  return {
    preview(next) {
      open()
      try {
        shown = applyCommand(project, next)
        command = next
        return { project: shown, refusal: null }
      } catch (error) {
        if (!(error instanceof CommandRefused)) throw error
        return { project: shown, refusal: error.said }
      }
    },
    commit() {
      open()
      state = 'committed'
      return shown === project ? null : command
    },
    cancel() {
      open()
      state = 'cancelled'
      return project
    },
  }
}
