/** Where a transition lies on its timeline. Pure. */
import type { CutRef } from '../../../../shared/edit/cut.ts'
import type { Project } from '../../../../shared/model/project.ts'
import { place } from '../../../../shared/model/select.ts'
import type { Transition } from '../../../../shared/model/transition.ts'

/** The frame at which two clips meet, or one comes in or goes out; null where the clips are gone. */
export function frameOfCut(project: Project, { from, to }: CutRef): number | null {
  if (from !== null) return project.items.has(from) ? place(project, from).end : null
  return to !== null && project.items.has(to) ? place(project, to).start : null
}

export interface TransitionPlace {
  readonly cut: number
  /** Timeline frames `[start, end)`. */
  readonly start: number
  readonly end: number
}

export function placeTransition(project: Project, transition: Transition): TransitionPlace | null {
  const cut = frameOfCut(project, transition)
  if (cut === null) return null
  return { cut, start: cut - transition.before, end: cut + transition.after }
}
