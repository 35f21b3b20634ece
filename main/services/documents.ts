/**
 * The documents in use, each checked against the stored head before it is used, and the one way to change a head.
 * Whole documents are stored now and then (snapshots), never inside a commit, so that a commit stays short.
 */

import { shareUnchanged } from '../../shared/edit/shareUnchanged.ts'
import { applyPatch, diff, type Patch } from '../../shared/history/patch.ts'
import type { RevisionSummary } from '../../shared/ipc/calls/project.ts'
import type { ProjectId, RevisionId } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'
import { settingsOf } from '../../shared/model/select.ts'
import { say } from '../../shared/words/say.ts'
import { documentForm } from '../database/documentForm.ts'
import type { Store } from '../database/store.ts'
import type { Clock } from './Clock.ts'
import { ownPatch, replay } from './replay.ts'
import { ServiceError } from './ServiceError.ts'

/** What opening at this revision would read after the last snapshot. */
interface SinceSnapshot {
  readonly revisions: number
  /** Characters of JSON. */
  readonly bytes: number
  /** Length of that snapshot. */
  readonly whole: number
  /** The snapshot is of an older form, which has to be checked each time it is read. */
  readonly isOld: boolean
}

export interface Document {
  readonly project: Project
  readonly head: RevisionId
  readonly tip: RevisionId
  /** The revision at the head. */
  readonly here: RevisionSummary
  /** The revision that redo leads to. */
  readonly next: RevisionSummary | undefined
  readonly since: SinceSnapshot
}

/** Fewer patches than this are replayed faster than a snapshot is worth. */
const FEW = 50
const MANY = 2_000
/** Milliseconds without a change after which a document counts as at rest. */
const REST = 3_000

const isDue = ({ revisions, bytes, whole, isOld }: SinceSnapshot, patience: number): boolean =>
  (isOld && patience === 1) ||
  revisions >= MANY * patience ||
  (revisions >= FEW && bytes >= (whole / 2) * patience)

export type Documents = ReturnType<typeof createDocuments>

export function createDocuments(store: Store, clock: Clock) {
  const known = new Map<ProjectId, Document>()
  const changedAt = new Map<ProjectId, number>()

  const notFound = (id: ProjectId): ServiceError =>
    new ServiceError('notFound', say('project:notFound', { project: id }))

  const noRevision = (): ServiceError => new ServiceError('notFound', say('project:noRevision'))

  function at(projectId: ProjectId, id: RevisionId): Pick<Document, 'project' | 'since'> {
    const path = store.revisions.replayPath(projectId, id)
    const start = path && store.snapshots.find(projectId, path.snapshotAt)
    if (!path || !start) throw noRevision()
    const since = {
      revisions: path.steps.length,
      bytes: path.steps.reduce((sum, { text }) => sum + text.length, 0),
      whole: start.text.length,
      isOld: [start, ...path.steps].some(({ form }) => form !== documentForm()),
    }
    return { project: replay(start, path.steps), since }
  }

  /** Everything of a document but what is in it. */
  function standing(projectId: ProjectId, head: RevisionId, tip: RevisionId) {
    const here = store.revisions.find(projectId, head)
    if (!here) throw noRevision()
    return { head, tip, here, next: store.revisions.stepTowards(projectId, head, tip) }
  }

  /** The document at the stored head. Must run inside a transaction when something is written after it. */
  function current(projectId: ProjectId): Document {
    const row = store.projects.find(projectId)
    if (!row) throw notFound(projectId)
    const cached = known.get(projectId)
    if (cached && cached.head === row.head && cached.tip === row.tip) return cached
    const document = { ...standing(projectId, row.head, row.tip), ...at(projectId, row.head) }
    known.set(projectId, document)
    return document
  }

  function keep(projectId: ProjectId, document: Document): void {
    const whole = store.transaction(() =>
      store.snapshots.insert(projectId, document.head, document.project),
    )
    const since = { revisions: 0, bytes: 0, whole, isOld: false }
    known.set(projectId, { ...document, since })
  }

  return {
    current,
    standing,
    /** The document at any revision. @throws ServiceError `notFound` */
    at,

    /**
     * Runs one change of a project's head in one transaction; what is remembered changes after the commit only.
     * @throws ServiceError `conflict` when `revisionId` is not the head
     */
    move<T extends { readonly next: Document }>(
      projectId: ProjectId,
      revisionId: RevisionId,
      change: (document: Document) => T,
    ): T {
      const result = store.transaction(() => {
        const document = current(projectId)
        if (document.head !== revisionId) {
          throw new ServiceError('conflict', say('project:changedElsewhere'))
        }
        const changed = change(document)
        const { project, head, tip } = changed.next
        const { name } = settingsOf(project)
        if (!store.projects.moveHead(projectId, document.head, { head, tip, name })) {
          throw notFound(projectId)
        }
        return changed
      })
      known.set(projectId, result.next)
      changedAt.set(projectId, clock.now())
      return result
    },

    /** What crossing a revision does to the document at one of its sides. */
    crossing(
      projectId: ProjectId,
      project: Project,
      crossed: RevisionId,
      target: RevisionId,
      direction: 'forward' | 'backward',
    ): { readonly patch: Patch; readonly project: Project } {
      const stored = store.revisions.patch(projectId, crossed)
      if (stored.form === documentForm()) {
        const patch = ownPatch(stored.text)
        return { patch, project: applyPatch(project, patch, direction) }
      }
      // Its records may be of an older form, so both documents are made in the present one and compared.
      const after = shareUnchanged(project, at(projectId, target).project)
      const patch = direction === 'forward' ? diff(project, after) : diff(after, project)
      return { patch, project: after }
    },

    /**
     * Stores whole documents where opening would otherwise replay much, each in a transaction of its own. Call it
     * while nothing else goes on, and before closing (`now`). Answers how many were stored.
     */
    keepSnapshots(when: 'atRest' | 'now' = 'atRest'): number {
      let kept = 0
      for (const [projectId, document] of known) {
        const rested = clock.now() - (changedAt.get(projectId) ?? 0) >= REST
        if (!isDue(document.since, when === 'now' || rested ? 1 : 4)) continue
        // What a transaction made that came to nothing in the end is not in the history.
        if (!store.revisions.find(projectId, document.head)) continue
        keep(projectId, document)
        kept++
      }
      return kept
    },

    /** Reads it anew when it is asked for next. */
    forget(projectId: ProjectId): void {
      known.delete(projectId)
    },
  }
}
