import { say } from '../../shared/words/say.ts'
import type { Services } from '../compose.ts'
import type { HandlersOf } from './Handler.ts'
import type { SystemPorts } from './SystemPorts.ts'

export const mediaHandlers = (
  { media, preparing, relink, closeTiles }: Services,
  system: SystemPorts,
): HandlersOf<'media'> => {
  // From now on a window says what it works with; what it does not show is not made again by being asked about.
  preparing.want({ timeline: [], visible: [] })
  return handlers({ media, relink, closeTiles }, system)
}

const handlers = (
  { media, relink, closeTiles }: Pick<Services, 'media' | 'relink' | 'closeTiles'>,
  system: SystemPorts,
): HandlersOf<'media'> => ({
  'media:choose': async ({ sequenceRate }) =>
    media.importPaths(await system.chooseMedia(), { sequenceRate }),
  'media:importPaths': ({ paths, sequenceRate }) => media.importPaths(paths, { sequenceRate }),
  'media:interpret': ({ mediaKey, rate }) => media.interpret(mediaKey, rate),
  'media:wanted': async (wanted) => {
    await media.want(wanted)
    return {}
  },
  'media:wantedTiles': ({ wanted }) => ({ ready: closeTiles.want(wanted) }),
  'media:makeProxies': async ({ mediaKeys }) => {
    await media.makeProxies(mediaKeys)
    return {}
  },
  'media:relink': async ({ mediaKeys }) => {
    const folder = await system.chooseFolder(say('dialog:relinkMedia'))
    if (folder === undefined) return null
    const { found, missing } = await relink.find(mediaKeys, [folder])
    return {
      found: found.map(({ mediaKey }) => mediaKey),
      missing: missing.map(({ mediaKey, name, other }) => ({
        ...{ mediaKey, name, isOther: other !== undefined },
      })),
    }
  },
  'media:status': async ({ mediaKeys }) => ({ media: await media.status(mediaKeys) }),
})
