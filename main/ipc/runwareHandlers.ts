import type { Services } from '../compose.ts'
import type { HandlersOf } from './Handler.ts'

export const runwareHandlers = ({
  runware,
  uploadKeeper,
  modelFacts,
}: Services): HandlersOf<'runware'> => ({
  'runware:status': () => runware.status(),
  'runware:setKey': async ({ key, remember }) => {
    await runware.setKey(key, remember)
    return {}
  },
  'runware:clearKey': async () => {
    await runware.clearKey()
    return {}
  },
  'runware:model': () => ({ facts: modelFacts.current() }),
  'runware:check': () => runware.check(),
  'runware:uploads': () => uploadKeeper.counts(),
  'runware:deleteUploads': async () => ({
    message: await uploadKeeper.deleteNow(),
  }),
})
