/**
 * Names for revisions, the tree of branches, comparing and restoring any of them, and pruning by a policy that a
 * person states. Nothing here is done by itself.
 */

import { randomUUID } from 'node:crypto'
import { shareUnchanged } from '../../shared/edit/shareUnchanged.ts'
import { compare } from '../../shared/history/compare.ts'
import { diff } from '../../shared/history/patch.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import type { ProjectId, RevisionId } from '../../shared/model/ids.ts'
import { say } from '../../shared/words/say.ts'
import type { Store } from '../database/store.ts'
import { type Clock, isoTime } from './Clock.ts'
import type { Documents } from './documents.ts'
import { grown, type OpenProject, type Projects } from './projects.ts'
import { ServiceError } from './ServiceError.ts'

export interface VersionsPorts {
  readonly store: Store
  readonly documents: Documents
  readonly projects: Pick<Projects, 'present'>
  readonly clock: Clock
}

export type Tree = Output<'project:tree'>
export type Comparison = Output<'project:compare'>

/** What pruning takes away. What is in view, what is named and all that these stand on always stays. */
export interface PrunePolicy {
  /** `branches`: revisions that lead neither to the present tip nor to a named version. */
  readonly drop: 'branches'
  /** Only what was made before; ISO 8601 in UTC. Absent: whenever. */
  readonly before?: string | undefined
}

export type Versions = ReturnType<typeof createVersions>

export function createVersions({ store, documents, projects, clock }: VersionsPorts) {
  function prunable(projectId: ProjectId, { before }: PrunePolicy): RevisionId[] {
    const { head, tip } = documents.current(projectId)
    const rows = store.revisions.summaries(projectId)
    const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]))
    const kept = new Set<RevisionId>()
    const keep = (from: RevisionId): void => {
      for (let at: RevisionId | null = from; at !== null && !kept.has(at); ) {
        kept.add(at)
        at = parents.get(at) ?? null
      }
    }
    for (const id of [head, tip]) keep(id)
    for (const { revisionId } of store.versions.list(projectId)) keep(revisionId)
    for (const { id, at } of rows) if (before !== undefined && at >= before) keep(id)
    return rows.map(({ id }) => id).filter((id) => !kept.has(id))
  }

  return {
    /**
     * Gives a revision a name; without one the revision in view.
     * @throws ServiceError `refused` when the name is taken, `notFound` for no such revision
     */
    name(projectId: ProjectId, name: string, revisionId?: RevisionId): Tree['versions'][number] {
      const words = name.trim()
      if (words === '' || words.length > 200) {
        throw new ServiceError('refused', say('project:versionName'))
      }
      return store.transaction(() => {
        const { head } = documents.current(projectId)
        const version = { name: words, revisionId: revisionId ?? head, at: isoTime(clock) }
        if (!store.revisions.find(projectId, version.revisionId)) {
          throw new ServiceError('notFound', say('project:versionRevision'))
        }
        if (!store.versions.insert(projectId, version)) {
          throw new ServiceError('refused', say('project:versionTaken', { name: words }))
        }
        return version
      })
    },

    /** Takes a name away; the revision stays. @throws ServiceError `notFound` */
    removeName(projectId: ProjectId, name: string): void {
      const removed = store.transaction(() => store.versions.remove(projectId, name))
      if (!removed) throw new ServiceError('notFound', say('project:noVersion', { name }))
    },

    /** Every revision oldest first, where head and tip are, the names, and the end of each branch. */
    tree(projectId: ProjectId): Tree {
      const { head, tip } = documents.current(projectId)
      const revisions = store.revisions.summaries(projectId)
      const parents = new Set(revisions.map(({ parentId }) => parentId))
      const branches = revisions.filter(({ id }) => !parents.has(id)).map(({ id }) => id)
      return { revisions, head, tip, branches, versions: store.versions.list(projectId) }
    },

    /** What `to` has otherwise than `from`, in sentences and as data. */
    compare(projectId: ProjectId, from: RevisionId, to: RevisionId): Comparison {
      documents.current(projectId)
      const before = documents.at(projectId, from).project
      const { sentences, data } = compare(
        before,
        shareUnchanged(before, documents.at(projectId, to).project),
      )
      return { sentences: [...sentences], data }
    },

    /**
     * Makes the present document what it was at a revision, by a new revision that undo takes back.
     * @throws ServiceError `conflict`, `notFound`
     */
    restore(projectId: ProjectId, expected: RevisionId, revisionId: RevisionId): OpenProject {
      const named = store.versions.list(projectId).find((row) => row.revisionId === revisionId)
      documents.move(projectId, expected, (document) => {
        const then = store.revisions.find(projectId, revisionId)
        const old = documents.at(projectId, revisionId).project
        const project = shareUnchanged(document.project, old)
        if (project === document.project) {
          throw new ServiceError('refused', say('project:sameAsThen'))
        }
        const revision = {
          id: randomUUID() as RevisionId,
          parentId: document.head,
          command: null,
          label: say('label:restore', { what: named?.name ?? then?.label ?? '' }),
          patch: diff(document.project, project),
          at: isoTime(clock),
        }
        return { next: grown(store, projectId, document, project, revision) }
      })
      return projects.present(projectId)
    },

    /** What `prune` with this policy would take away. */
    prunable,

    /** The same as numbers for people. */
    pruning(projectId: ProjectId, policy: PrunePolicy): Output<'project:prunable'> {
      const gone = new Set(prunable(projectId, policy))
      const rows = store.revisions.summaries(projectId)
      const parents = new Set(rows.map(({ parentId }) => parentId))
      const branches = [...gone].filter((id) => !parents.has(id)).length
      return { revisions: gone.size, branches }
    },

    /**
     * Takes revisions away for good. Only ever called because a person stated the policy; answers how many went.
     * @throws ServiceError `conflict` when the project was changed since `expected`
     */
    prune(projectId: ProjectId, expected: RevisionId, policy: PrunePolicy): number {
      return documents.move(projectId, expected, (document) => {
        const gone = prunable(projectId, policy)
        store.revisions.remove(projectId, gone)
        const { head, tip } = document
        return { gone, next: { ...document, ...documents.standing(projectId, head, tip) } }
      }).gone.length
    },
  }
}
