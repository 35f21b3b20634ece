/**
 * Where a project stands in its tree of revisions.
 *
 *     1 ── 2 ── 3 ── 4          tip 4, head 3 after one undo; redo goes to 4
 *               └─── 5          a command on 3 makes a branch: head and tip 5; 4 stays
 *
 * Undo moves the head to the parent, redo a step towards the tip, a command makes a child of the head and puts both
 * there. Nothing is ever taken away.
 */
import type { RevisionId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { applyPatch } from './patch.ts'
import type { Revision } from './Revision.ts'

type Node = Pick<Revision, 'id' | 'parentId' | 'command'>

export interface Tree<R extends Node = Revision> {
  readonly revisions: ReadonlyMap<RevisionId, R>
  /** The revision in view; null before the first one. */
  readonly head: RevisionId | null
  /** Where redo leads: the head itself or one of its descendants. */
  readonly tip: RevisionId | null
}

export const EMPTY_TREE: Tree = { revisions: new Map(), head: null, tip: null }

/** The revision that undo takes back; its patch backward leads to the parent. Null at the project's creation. */
export function undoTarget<R extends Node>({ revisions, head }: Tree<R>): R | null {
  const revision = head === null ? undefined : revisions.get(head)
  if (!revision) return null
  return revision.parentId === null && revision.command === null ? null : revision
}

/** The revision that redo brings back: the head's child on the way to the tip. Null when the head is the tip. */
export function redoTarget<R extends Node>({ revisions, head, tip }: Tree<R>): R | null {
  let at = tip
  while (at !== null && at !== head) {
    const revision: R | undefined = revisions.get(at)
    if (!revision) return null
    if (revision.parentId === head) return revision
    at = revision.parentId
  }
  return null
}

/** The tree with a new child of the head, which becomes head and tip. @throws Error for a revision made elsewhere. */
export function grow<R extends Node>({ revisions, head }: Tree<R>, revision: R): Tree<R> {
  if (revision.parentId !== head) {
    throw new Error(`Revision ${revision.id} was made on ${revision.parentId}, the head is ${head}`)
  }
  return {
    revisions: new Map(revisions).set(revision.id, revision),
    head: revision.id,
    tip: revision.id,
  }
}

export interface Standpoint {
  readonly project: Project
  readonly tree: Tree
}

/** One step back; null when there is nothing to undo. */
export function undo({ project, tree }: Standpoint): Standpoint | null {
  const revision = undoTarget(tree)
  if (!revision) return null
  return {
    project: applyPatch(project, revision.patch, 'backward'),
    tree: { ...tree, head: revision.parentId },
  }
}

/** One step forward; null when there is nothing to redo. */
export function redo({ project, tree }: Standpoint): Standpoint | null {
  const revision = redoTarget(tree)
  if (!revision) return null
  return {
    project: applyPatch(project, revision.patch, 'forward'),
    tree: { ...tree, head: revision.id },
  }
}
