/**
 * Projects and their histories. Every change is one command, one revision and one transaction; the answer is given
 * after the commit. Callers name the revision they saw, so that a second writer is told instead of overwritten.
 */

import { randomUUID } from 'node:crypto'
import { CommandRefused, idsFrom } from '../../shared/commands/Command.ts'
import type { Command } from '../../shared/commands/registry.ts'
import { commit } from '../../shared/history/commit.ts'
import type { Patch } from '../../shared/history/patch.ts'
import type { Revision } from '../../shared/history/Revision.ts'
import type { Head, RevisionSummary } from '../../shared/ipc/calls/project.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import type { ProjectId, RevisionId } from '../../shared/model/ids.ts'
import { newProject } from '../../shared/model/newProject.ts'
import type { TimelineFormat } from '../../shared/model/newTimeline.ts'
import type { Project } from '../../shared/model/project.ts'
import { settingsOf } from '../../shared/model/select.ts'
import { inEnglish } from '../../shared/words/english.ts'
import type { Said } from '../../shared/words/Said.ts'
import { say } from '../../shared/words/say.ts'
import type { Store } from '../database/store.ts'
import { type Clock, isoTime } from './Clock.ts'
import { createDocuments, type Document, type Documents } from './documents.ts'
import { ServiceError } from './ServiceError.ts'
import type { Words } from './spoken.ts'
import { takesIn } from './takesIn.ts'

export type OpenProject = Output<'project:open'>
/** `patch` leads from the document the caller named to the new head. */
export interface Committed {
  readonly patch: Patch
  readonly direction: 'forward' | 'backward'
  readonly head: Head
}

export type Projects = ReturnType<typeof createProjects>

export function createProjects(
  store: Store,
  clock: Clock,
  documents: Documents = createDocuments(store, clock),
  words: Words = inEnglish,
) {
  const { current } = documents

  const headOf = ({ head, here, next }: Document): Head => ({
    revisionId: head,
    undoLabel: here.parentId === null ? null : here.label,
    redoLabel: next?.label ?? null,
    at: here.at,
  })

  const answer = (document: Document): OpenProject => ({
    project: document.project,
    head: headOf(document),
  })

  function checkTakes(projectId: ProjectId, command: Command): void {
    for (const { shotId, take } of takesIn(command)) {
      const stored = store.takes.ofShot(projectId, shotId).find(({ id }) => id === take.id)
      if (!stored || JSON.stringify(stored) !== JSON.stringify(take)) {
        throw new CommandRefused(say('project:takeUnknown', { take: take.number }))
      }
    }
  }

  function step(
    projectId: ProjectId,
    revisionId: RevisionId,
    direction: 'forward' | 'backward',
  ): Committed {
    const { patch, next } = documents.move(projectId, revisionId, (document) => {
      const crossed = direction === 'backward' ? document.here : document.next
      const target = direction === 'backward' ? crossed?.parentId : crossed?.id
      if (!crossed || !target) {
        throw new ServiceError(
          'refused',
          direction === 'backward' ? say('project:nothingToUndo') : say('project:nothingToRedo'),
        )
      }
      const { patch, project } = documents.crossing(
        projectId,
        document.project,
        crossed.id,
        target,
        direction,
      )
      const next =
        direction === 'backward'
          ? { ...documents.standing(projectId, target, document.tip), next: crossed }
          : documents.standing(projectId, target, document.tip)
      return { patch, next: { ...next, project, since: document.since } }
    })
    return { patch, direction, head: headOf(next) }
  }

  const service = {
    list: (): Output<'project:list'>['projects'] =>
      store.projects
        .list()
        .filter(({ removedAt }) => removedAt === null)
        .map(({ id, name, openedAt, isSample, thumbnail }) => ({
          ...{ id, name, openedAt, isSample, thumbnail: thumbnail?.key ?? null },
        })),

    /** Keeps a finished document as a project of its own. Its history begins there. */
    add(
      project: Project,
      options: { readonly isSample: boolean; readonly label: Said },
    ): OpenProject {
      const { id, name } = settingsOf(project)
      const at = isoTime(clock)
      const root: Revision = {
        id: randomUUID() as RevisionId,
        parentId: null,
        command: null,
        label: options.label,
        patch: [],
        at,
      }
      store.transaction(() => {
        store.projects.insert({
          id,
          name,
          head: root.id,
          tip: root.id,
          isSample: options.isSample,
          createdAt: at,
          openedAt: at,
          removedAt: null,
        })
        store.revisions.insert(id, root)
        store.snapshots.insert(id, root.id, project)
      })
      return answer(current(id))
    },

    create: (name: string, format: TimelineFormat): OpenProject =>
      service.add(
        newProject(name, format, idsFrom(randomUUID()), words(say('newName:firstTimeline'))),
        {
          isSample: false,
          label: say('label:newProject'),
        },
      ),

    /** Where it stands by now. @throws ServiceError `notFound` */
    head: (projectId: ProjectId): Head => headOf(current(projectId)),

    open(projectId: ProjectId): OpenProject {
      return store.transaction(() => {
        const document = current(projectId)
        store.projects.opened(projectId, isoTime(clock))
        return answer(document)
      })
    },

    /** The project opened last, if there is any. */
    lastOpened: (): ProjectId | undefined => service.list()[0]?.id,

    /** The document as it is kept now. */
    read: (projectId: ProjectId): Project => current(projectId).project,
    /** The same with where its history stands. */
    present: (projectId: ProjectId): OpenProject => answer(current(projectId)),
    /** The document as it was at a revision. @throws ServiceError `notFound` */
    readAt: (projectId: ProjectId, revisionId: RevisionId): Project =>
      documents.at(projectId, revisionId).project,

    /** @throws CommandRefused; ServiceError `conflict` when `revisionId` is not the head. */
    dispatch(projectId: ProjectId, revisionId: RevisionId, command: Command): Committed {
      const { revision, next } = documents.move(projectId, revisionId, (document) => {
        checkTakes(projectId, command)
        const { project, revision } = commit(document.project, command, {
          id: randomUUID() as RevisionId,
          at: isoTime(clock),
          parentId: document.head,
        })
        return { revision, next: grown(store, projectId, document, project, revision) }
      })
      return { patch: revision.patch, direction: 'forward', head: headOf(next) }
    },

    undo: (projectId: ProjectId, revisionId: RevisionId): Committed =>
      step(projectId, revisionId, 'backward'),
    redo: (projectId: ProjectId, revisionId: RevisionId): Committed =>
      step(projectId, revisionId, 'forward'),

    /** Oldest first, all branches. */
    history: (projectId: ProjectId): RevisionSummary[] => {
      current(projectId)
      return store.revisions.summaries(projectId)
    },

    /** Puts any revision in view. Nothing is lost: the one left behind stays in the tree. */
    goTo(projectId: ProjectId, revisionId: RevisionId): OpenProject {
      const { next } = documents.move(projectId, current(projectId).head, ({ tip }) => ({
        next: {
          ...documents.standing(projectId, revisionId, tipThrough(projectId, tip, revisionId)),
          ...documents.at(projectId, revisionId),
        },
      }))
      return answer(next)
    },

    keepSnapshots: documents.keepSnapshots,
  }

  /** Redo after going to `target` walks the present branch where it leads on from there, else the newest one. */
  function tipThrough(projectId: ProjectId, present: RevisionId, target: RevisionId): RevisionId {
    const rows = store.revisions.summaries(projectId)
    const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]))
    for (let at: RevisionId | null = present; at !== null; at = parents.get(at) ?? null) {
      if (at === target) return present
    }
    const children = new Map<RevisionId | null, RevisionId>()
    for (const { id, parentId } of rows) children.set(parentId, id)
    let tip = target
    for (let child = children.get(tip); child !== undefined; child = children.get(tip)) tip = child
    return tip
  }

  return service
}

/** Writes a new revision on a document's head; to be called inside `documents.move`. */
export function grown(
  store: Store,
  projectId: ProjectId,
  { since }: Document,
  project: Project,
  revision: Revision,
): Document {
  const bytes = store.revisions.insert(projectId, revision)
  const { id, parentId, label, at } = revision
  return {
    project,
    head: id,
    tip: id,
    here: { id, parentId, label, at },
    next: undefined,
    since: { ...since, revisions: since.revisions + 1, bytes: since.bytes + bytes },
  }
}
