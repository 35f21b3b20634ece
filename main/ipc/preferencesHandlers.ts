import type { Services } from '../compose.ts'
import type { HandlersOf } from './Handler.ts'

export const preferencesHandlers = ({ store, spoken }: Services): HandlersOf<'preferences'> => ({
  'preferences:read': () => ({ values: store.preferences.all() }),
  'preferences:write': async ({ key, value }) => {
    store.preferences.write(key, value)
    if (key === 'language') await spoken.follow()
    return {}
  },
})
