import type { Services } from '../compose.ts'
import type { HandlersOf } from './Handler.ts'

export const shotHandlers = ({ shots, spans }: Services): HandlersOf<'shot'> => ({
  'shot:quote': ({ projectId, shotId, engine }) => shots.quote(projectId, shotId, engine),
  'shot:generate': ({ projectId, shotId, engine, quoted, isConfirmed = false }) => ({
    jobId: shots.generate(projectId, shotId, engine, quoted, { isConfirmed }),
  }),
  'shot:quoteSpans': ({ projectId, choice }) => spans.quote(projectId, choice),
  'shot:generateSpans': ({ projectId, choice, quoted, isConfirmed = false }) => ({
    jobId: spans.generate(projectId, choice, quoted, isConfirmed),
  }),
  'shot:reuse': ({ projectId, shotId, from }) => shots.reuse(projectId, shotId, from),
  'shot:takes': ({ projectId, shotId }) => ({ takes: shots.takes(projectId, shotId) }),
})
