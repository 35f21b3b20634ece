import type { Services } from '../compose.ts'
import type { HandlersOf } from './Handler.ts'
import type { SystemPorts } from './SystemPorts.ts'

const FILTERS = {
  h264: { name: 'MP4 (H.264)', extension: 'mp4' },
  prores: { name: 'QuickTime (ProRes 422 HQ)', extension: 'mov' },
} as const

export const exportHandlers = (
  { exports }: Services,
  system: SystemPorts,
): HandlersOf<'export'> => ({
  'export:choose': async ({ suggestedName, preset }) => {
    const path = await system.chooseTarget(suggestedName, FILTERS[preset])
    return path === undefined ? null : exports.target(path)
  },
  'export:start': (asked) => ({ jobId: exports.start(asked) }),
  'export:reveal': ({ jobId }) => {
    system.reveal(exports.finishedPath(jobId))
    return {}
  },
})
