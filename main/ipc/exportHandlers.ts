import { say } from '../../shared/words/say.ts'
import type { Services } from '../compose.ts'
import type { HandlersOf } from './Handler.ts'
import type { SaveTarget, SystemPorts } from './SystemPorts.ts'

const title = say('dialog:export')
const TARGETS = {
  h264: { title, name: say('dialog:mp4'), extension: 'mp4' },
  prores: { title, name: say('dialog:quickTime'), extension: 'mov' },
} as const satisfies Readonly<Record<string, SaveTarget>>

export const exportHandlers = (
  { exports }: Services,
  system: SystemPorts,
): HandlersOf<'export'> => ({
  'export:choose': async ({ suggestedName, preset }) => {
    const path = await system.chooseTarget(suggestedName, TARGETS[preset])
    return path === undefined ? null : exports.target(path)
  },
  'export:start': (asked) => ({ jobId: exports.start(asked) }),
  'export:reveal': ({ jobId }) => {
    system.reveal(exports.finishedPath(jobId))
    return {}
  },
})
