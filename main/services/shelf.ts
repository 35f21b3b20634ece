/** What is done with whole projects: rename, duplicate, put into the bin and back. Nothing here loses anything. */

import { randomUUID } from 'node:crypto'
import { command } from '../../shared/commands/registry.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import { say } from '../../shared/words/say.ts'
import type { ProjectRow } from '../database/repositories/projects.ts'
import type { Store } from '../database/store.ts'
import { type Clock, isoTime } from './Clock.ts'
import { bringIn } from './copying.ts'
import type { Documents } from './documents.ts'
import type { OpenProject, Projects } from './projects.ts'
import { ServiceError } from './ServiceError.ts'

export interface ShelfPorts {
  readonly store: Store
  readonly documents: Documents
  readonly projects: Pick<Projects, 'dispatch' | 'present'>
  readonly clock: Clock
}

export type Shelf = ReturnType<typeof createShelf>

export function createShelf({ store, documents, projects, clock }: ShelfPorts) {
  function requireProject(projectId: ProjectId): ProjectRow {
    const row = store.projects.find(projectId)
    if (row) return row
    throw new ServiceError('notFound', say('project:notHere', { project: projectId }))
  }

  /** An edit like any other, so it can be undone. */
  function rename(projectId: ProjectId, name: string): OpenProject {
    const { revisionId } = projects.present(projectId).head
    projects.dispatch(projectId, revisionId, command('project.rename', { name }, randomUUID()))
    return projects.present(projectId)
  }

  return {
    requireProject,
    rename,

    /** A copy with its whole history, named versions and takes; what was paid stays in the original's books. */
    async duplicate(projectId: ProjectId, name?: string): Promise<OpenProject> {
      const original = requireProject(projectId)
      const id = randomUUID() as ProjectId
      return bringIn(store, { id: projectId }, id, () => {
        store.projects.opened(id, isoTime(clock))
        store.projects.setRemoved(id, null)
        documents.forget(id)
        return rename(id, name ?? `${original.name} copy`)
      })
    },

    /** Into the bin: no longer listed, nothing else. Emptying the bin is not something Keyreel does. */
    remove(projectId: ProjectId): void {
      requireProject(projectId)
      store.transaction(() => store.projects.setRemoved(projectId, isoTime(clock)))
    },

    /** Out of the bin. */
    putBack(projectId: ProjectId): void {
      requireProject(projectId)
      store.transaction(() => store.projects.setRemoved(projectId, null))
    },

    /** What lies in the bin, the newest first. */
    removed: (): Output<'project:removed'>['projects'] =>
      store.projects
        .list()
        .flatMap(({ id, name, removedAt, openedAt, isSample, thumbnail }) =>
          removedAt === null
            ? []
            : [{ id, name, openedAt, isSample, removedAt, thumbnail: thumbnail?.key ?? null }],
        ),
  }
}
