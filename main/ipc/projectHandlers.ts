import type { Services } from '../compose.ts'
import type { HandlersOf } from './Handler.ts'

export const projectHandlers = ({ projects, openFirst }: Services): HandlersOf<'project'> => ({
  'project:list': () => ({ projects: projects.list() }),
  'project:create': ({ name, ...format }) => projects.create(name, format),
  'project:open': ({ projectId }) => (projectId ? projects.open(projectId) : openFirst()),
  'project:dispatch': ({ projectId, revisionId, command }) =>
    projects.dispatch(projectId, revisionId, command),
  'project:undo': ({ projectId, revisionId }) => projects.undo(projectId, revisionId),
  'project:redo': ({ projectId, revisionId }) => projects.redo(projectId, revisionId),
  'project:history': ({ projectId }) => ({ revisions: projects.history(projectId) }),
  'project:goTo': ({ projectId, revisionId }) => projects.goTo(projectId, revisionId),
})
