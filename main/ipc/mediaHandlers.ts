import type { Services } from '../compose.ts'
import type { HandlersOf } from './Handler.ts'
import type { SystemPorts } from './SystemPorts.ts'

export const mediaHandlers = (
  { media, preparing }: Services,
  system: SystemPorts,
): HandlersOf<'media'> => ({
  'media:choose': async () => media.importPaths(await system.chooseMedia()),
  'media:importPaths': ({ paths }) => media.importPaths(paths),
  'media:wanted': (wanted) => {
    preparing.want(wanted)
    return {}
  },
  'media:makeProxies': async ({ mediaKeys }) => {
    await media.makeProxies(mediaKeys)
    return {}
  },
  'media:status': async ({ mediaKeys }) => ({ media: await media.status(mediaKeys) }),
})
