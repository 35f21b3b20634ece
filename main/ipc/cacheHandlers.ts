import type { Services } from '../compose.ts'
import type { HandlersOf } from './Handler.ts'

export const cacheHandlers = ({ cacheKeeper }: Services): HandlersOf<'cache'> => ({
  'cache:usage': async () => {
    const { used, limit, isDefault, diskSize } = await cacheKeeper.usage()
    return { used, limit, isDefault, diskSize }
  },
  'cache:setLimit': async ({ limit }) => {
    await cacheKeeper.setLimit(limit)
    return {}
  },
  'cache:purge': () => cacheKeeper.purge(),
})
