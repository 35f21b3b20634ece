/** The history as rows, newest first, each on a branch of its own column. */
import type { Output } from '../../../shared/ipc/contract.ts'

type Tree = Output<'project:tree'>
type Revision = Tree['revisions'][number]

export interface HistoryRow {
  readonly revision: Revision
  /** 0 is the line that leads to the tip; every other branch has the next free number. */
  readonly branch: number
  readonly versions: readonly string[]
  /** On the way from the beginning to the revision in view. */
  readonly isPast: boolean
}

/** Each branch claims the revisions from its end back to where an earlier one passed. */
export function historyRows(tree: Tree): HistoryRow[] {
  const byId = new Map(tree.revisions.map((revision) => [revision.id, revision]))
  const path = (end: Revision['id']): Revision[] => {
    const line: Revision[] = []
    for (
      let at = byId.get(end);
      at;
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    ) {
      line.push(at)
    }
    return line
  }
  const branchOf = new Map<string, number>()
  const ends = [tree.tip, ...[...tree.branches].reverse().filter((id) => id !== tree.tip)]
  let branch = 0
  for (const end of ends) {
    const fresh = path(end).filter(({ id }) => !branchOf.has(id))
    for (const { id } of fresh) branchOf.set(id, branch)
    if (fresh.length > 0) branch++
  }
  const past = new Set(path(tree.head).map(({ id }) => id))
  return [...tree.revisions].reverse().map((revision) => ({
    revision,
    branch: branchOf.get(revision.id) ?? 0,
    versions: tree.versions
      .filter(({ revisionId }) => revisionId === revision.id)
      .map(({ name }) => name),
    isPast: past.has(revision.id),
  }))
}
