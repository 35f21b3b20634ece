import type { Services } from '../compose.ts'
import type { HandlersOf } from './Handler.ts'

export const jobsHandlers = ({ queue }: Services): HandlersOf<'jobs'> => ({
  'jobs:list': () => ({ jobs: queue.list() }),
  'jobs:cancel': ({ jobId }) => {
    queue.cancel(jobId)
    return {}
  },
  'jobs:retry': ({ jobId }) => {
    queue.retry(jobId)
    return {}
  },
})
