import { basename } from 'node:path'
import { inBrief } from '../../shared/history/briefPatch.ts'
import { say } from '../../shared/words/say.ts'
import type { Services } from '../compose.ts'
import type { Committed } from '../services/projects.ts'
import type { HandlersOf } from './Handler.ts'
import type { SaveTarget, SystemPorts } from './SystemPorts.ts'

const ARCHIVE: SaveTarget = {
  title: say('dialog:archiveProject'),
  name: say('dialog:archive'),
  extension: 'keyreel',
}

/** The window has the document. */
const told = ({ patch, ...rest }: Committed) => ({ ...rest, patch: inBrief(patch) })

export const projectHandlers = (
  { projects, openFirst, versions, thumbnails, shelf, archives, announceArchive }: Services,
  system: SystemPorts,
): HandlersOf<'project'> => ({
  'project:list': async () => {
    await thumbnails.refresh()
    return { projects: projects.list() }
  },
  'project:create': ({ name, ...format }) => projects.create(name, format),
  'project:open': ({ projectId }) => (projectId ? projects.open(projectId) : openFirst()),
  'project:head': ({ projectId }) => projects.head(projectId),
  'project:dispatch': ({ projectId, revisionId, command }) =>
    told(projects.dispatch(projectId, revisionId, command)),
  'project:undo': ({ projectId, revisionId }) => told(projects.undo(projectId, revisionId)),
  'project:redo': ({ projectId, revisionId }) => told(projects.redo(projectId, revisionId)),
  'project:goTo': ({ projectId, revisionId }) => projects.goTo(projectId, revisionId),
  'project:tree': ({ projectId }) => versions.tree(projectId),
  'project:nameVersion': ({ projectId, name, revisionId }) =>
    versions.name(projectId, name, revisionId),
  'project:removeVersion': ({ projectId, name }) => {
    versions.removeName(projectId, name)
    return {}
  },
  'project:compare': ({ projectId, from, to }) => versions.compare(projectId, from, to),
  'project:restoreRevision': ({ projectId, revisionId, target }) =>
    versions.restore(projectId, revisionId, target),
  'project:prunable': ({ projectId, before }) =>
    versions.pruning(projectId, { drop: 'branches', before }),
  'project:prune': ({ projectId, revisionId, before }) => ({
    revisions: versions.prune(projectId, revisionId, { drop: 'branches', before }),
  }),
  'project:rename': ({ projectId, name }) => shelf.rename(projectId, name),
  'project:duplicate': ({ projectId, name }) => shelf.duplicate(projectId, name),
  'project:remove': ({ projectId }) => {
    shelf.remove(projectId)
    return {}
  },
  'project:putBack': ({ projectId }) => {
    shelf.putBack(projectId)
    return {}
  },
  'project:removed': () => ({ projects: shelf.removed() }),
  'project:archive': async ({ projectId, withMedia }) => {
    const path = await system.chooseTarget(shelf.requireProject(projectId).name, ARCHIVE)
    if (path === undefined) return null
    const done = await archives.archive(projectId, path, { withMedia, progress: announceArchive })
    return { name: basename(path), byteSize: done.byteSize, missing: [...done.missing] }
  },
  'project:restoreArchive': async () => {
    const path = await system.chooseArchive()
    if (path === undefined) return null
    const restored = await archives.restore(path, { progress: announceArchive })
    return { ...restored, missing: [...restored.missing] }
  },
})
