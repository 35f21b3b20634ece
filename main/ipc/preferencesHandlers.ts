import type { Services } from '../compose.ts'
import type { HandlersOf } from './Handler.ts'

export const preferencesHandlers = ({ store }: Services): HandlersOf<'preferences'> => ({
  'preferences:read': () => ({ values: store.preferences.all() }),
  'preferences:write': ({ key, value }) => {
    store.preferences.write(key, value)
    return {}
  },
})
