/**
 * Projects and their histories. Every change is one command, one revision and one transaction; the answer is given
 * after the commit. Callers name the revision they saw, so that a second writer is told instead of overwritten.
 */
import { randomUUID } from 'node:crypto'
import { CommandRefused, idsFrom } from '../../shared/commands/Command.ts'
import type { Command } from '../../shared/commands/registry.ts'
import { commit } from '../../shared/history/commit.ts'
import { applyPatch } from '../../shared/history/patch.ts'
import type { Revision } from '../../shared/history/Revision.ts'
import { redoTarget, undoTarget } from '../../shared/history/tree.ts'
import type { Head, Output, RevisionSummary } from '../../shared/ipc/contract.ts'
import type { ProjectId, RevisionId } from '../../shared/model/ids.ts'
import { newProject, type TimelineFormat } from '../../shared/model/newProject.ts'
import type { Project } from '../../shared/model/project.ts'
import { settingsOf } from '../../shared/model/select.ts'
import type { Store } from '../database/store.ts'
import { type Clock, isoTime } from './Clock.ts'
import { ServiceError } from './ServiceError.ts'
import { takesIn } from './takesIn.ts'

export type OpenProject = Output<'project:open'>
export type Committed = Output<'project:dispatch'>

/** Whole documents are kept this often, so that opening replays at most about as many patches. */
const SNAPSHOT_EVERY = 50

/** A revision without its patch and its command, which only the store holds. */
interface Node extends RevisionSummary {
  readonly command: null
}

interface Document {
  readonly project: Project
  readonly head: RevisionId
  readonly tip: RevisionId
  /** All revisions, in order of their making; grows with each commit. */
  readonly revisions: Map<RevisionId, Node>
}

export type Projects = ReturnType<typeof createProjects>

export function createProjects(store: Store, clock: Clock) {
  /** The documents in use. Each is checked against the stored head before it is used. */
  const known = new Map<ProjectId, Document>()

  const notFound = (id: ProjectId): ServiceError =>
    new ServiceError(
      'notFound',
      `There is no project "${id}" in this store. Open another one from the list.`,
    )

  function documentAt(projectId: ProjectId, revisionId: RevisionId): Project {
    const path = store.revisions.replayPath(projectId, revisionId)
    const start = path && store.snapshots.find(projectId, path.snapshotAt)
    if (!path || !start) {
      throw new ServiceError(
        'notFound',
        'The history has no such revision. Reopen the project and choose one from its list.',
      )
    }
    return path.patches.reduce<Project>(
      (project, patch) => applyPatch(project, patch, 'forward'),
      start,
    )
  }

  /** The document at the stored head. Must run inside a transaction when something is written after it. */
  function current(projectId: ProjectId): Document {
    const row = store.projects.find(projectId)
    if (!row) throw notFound(projectId)
    const cached = known.get(projectId)
    if (cached && cached.head === row.head && cached.tip === row.tip) return cached
    const document: Document = {
      project: documentAt(projectId, row.head),
      head: row.head,
      tip: row.tip,
      revisions: new Map(
        store.revisions.summaries(projectId).map((row) => [row.id, { ...row, command: null }]),
      ),
    }
    known.set(projectId, document)
    return document
  }

  function headOf(document: Document): Head {
    const here = document.revisions.get(document.head)
    const undo = undoTarget(document)
    const redo = redoTarget(document)
    return {
      revisionId: document.head,
      undoLabel: undo?.label ?? null,
      redoLabel: redo?.label ?? null,
      at: here?.at ?? isoTime(clock),
    }
  }

  const answer = (document: Document): OpenProject => ({
    project: document.project,
    head: headOf(document),
  })

  function expectHead(document: Document, revisionId: RevisionId): void {
    if (document.head === revisionId) return
    throw new ServiceError(
      'conflict',
      'The project was changed elsewhere meanwhile, so this change was not made. It has been reloaded; try again.',
    )
  }

  /** Runs one change of a project's head in one transaction; what is remembered changes after the commit only. */
  function move<T extends { readonly next: Document; readonly added?: Node }>(
    projectId: ProjectId,
    revisionId: RevisionId,
    change: (document: Document) => T,
  ): T {
    const result = store.transaction(() => {
      const document = current(projectId)
      expectHead(document, revisionId)
      const changed = change(document)
      const { project, head, tip } = changed.next
      const { name } = settingsOf(project)
      if (!store.projects.moveHead(projectId, document.head, { head, tip, name })) {
        throw notFound(projectId)
      }
      return changed
    })
    if (result.added) result.next.revisions.set(result.added.id, result.added)
    known.set(projectId, result.next)
    return result
  }

  function checkTakes(projectId: ProjectId, command: Command): void {
    for (const { shotId, take } of takesIn(command)) {
      const stored = store.takes.ofShot(projectId, shotId).find(({ id }) => id === take.id)
      if (!stored || JSON.stringify(stored) !== JSON.stringify(take)) {
        throw new CommandRefused(
          `Take ${take.number} is not among the takes of this shot, so it cannot be put into the cut. Choose one from the list.`,
        )
      }
    }
  }

  function step(
    projectId: ProjectId,
    revisionId: RevisionId,
    direction: 'forward' | 'backward',
  ): Committed {
    const { patch, next } = move(projectId, revisionId, (document) => {
      const crossed = direction === 'backward' ? undoTarget(document) : redoTarget(document)
      const target = direction === 'backward' ? crossed?.parentId : crossed?.id
      if (!crossed || !target) {
        throw new ServiceError(
          'refused',
          direction === 'backward' ? 'There is nothing to undo.' : 'There is nothing to redo.',
        )
      }
      const patch = store.revisions.patch(projectId, crossed.id)
      const project = applyPatch(document.project, patch, direction)
      return { patch, next: { ...document, project, head: target } }
    })
    return { patch, direction, head: headOf(next) }
  }

  const service = {
    list: (): Output<'project:list'>['projects'] =>
      store.projects
        .list()
        .map(({ id, name, openedAt, isSample }) => ({ id, name, openedAt, isSample })),

    /** Keeps a finished document as a project of its own. Its history begins there. */
    add(
      project: Project,
      options: { readonly isSample: boolean; readonly label: string },
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
        })
        store.revisions.insert(id, root)
        store.snapshots.insert(id, root.id, project)
      })
      return answer(current(id))
    },

    create: (name: string, format: TimelineFormat): OpenProject =>
      service.add(newProject(name, format, idsFrom(randomUUID())), {
        isSample: false,
        label: 'New project',
      }),

    open(projectId: ProjectId): OpenProject {
      return store.transaction(() => {
        const document = current(projectId)
        store.projects.opened(projectId, isoTime(clock))
        return answer(document)
      })
    },

    /** The project opened last, if there is any. */
    lastOpened: (): ProjectId | undefined => store.projects.list()[0]?.id,

    /** The document as it is kept now. */
    read: (projectId: ProjectId): Project => current(projectId).project,
    /** The same with where its history stands. */
    present: (projectId: ProjectId): OpenProject => answer(current(projectId)),
    /** The document as it was at a revision. @throws ServiceError `notFound` */
    readAt: (projectId: ProjectId, revisionId: RevisionId): Project =>
      documentAt(projectId, revisionId),

    /** @throws CommandRefused; ServiceError `conflict` when `revisionId` is not the head. */
    dispatch(projectId: ProjectId, revisionId: RevisionId, command: Command): Committed {
      const { revision, next } = move(projectId, revisionId, (document) => {
        checkTakes(projectId, command)
        const { project, revision } = commit(document.project, command, {
          id: randomUUID() as RevisionId,
          at: isoTime(clock),
          parentId: document.head,
        })
        store.revisions.insert(projectId, revision)
        const { id, parentId, label, at } = revision
        if (document.revisions.size % SNAPSHOT_EVERY === 0) {
          store.snapshots.insert(projectId, id, project)
        }
        const next = { ...document, project, head: id, tip: id }
        return { revision, next, added: { id, parentId, label, at, command: null } }
      })
      return { patch: revision.patch, direction: 'forward', head: headOf(next) }
    },

    undo: (projectId: ProjectId, revisionId: RevisionId): Committed =>
      step(projectId, revisionId, 'backward'),
    redo: (projectId: ProjectId, revisionId: RevisionId): Committed =>
      step(projectId, revisionId, 'forward'),

    /** Oldest first, all branches. */
    history: (projectId: ProjectId): RevisionSummary[] => [
      ...current(projectId).revisions.values(),
    ],

    /** Puts any revision in view. Nothing is lost: the one left behind stays in the tree. */
    goTo(projectId: ProjectId, revisionId: RevisionId): OpenProject {
      const { next } = move(projectId, current(projectId).head, (document) => ({
        next: {
          ...document,
          project: documentAt(projectId, revisionId),
          head: revisionId,
          tip: tipThrough(document, revisionId),
        },
      }))
      return answer(next)
    },
  }
  return service
}

/** Redo after going to `target` walks the present branch where it leads on from there, else the newest one. */
function tipThrough(document: Document, target: RevisionId): RevisionId {
  const { revisions } = document
  const leadsTo = (from: RevisionId): boolean => {
    for (let at: RevisionId | null = from; at !== null; at = revisions.get(at)?.parentId ?? null) {
      if (at === target) return true
    }
    return false
  }
  if (leadsTo(document.tip)) return document.tip
  const children = new Map<RevisionId | null, RevisionId>()
  for (const { id, parentId } of revisions.values()) children.set(parentId, id)
  let tip = target
  for (let child = children.get(tip); child !== undefined; child = children.get(tip)) tip = child
  return tip
}
