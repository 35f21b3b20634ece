/** The queue. */
import { z } from 'zod'
import { jobSchema } from '../../jobs/job.ts'
import { jobIdSchema } from '../../model/ids.ts'
import { call, nothing } from './call.ts'

export const jobsCalls = {
  'jobs:list': call(nothing, z.object({ jobs: z.array(jobSchema) })),
  'jobs:cancel': call(z.object({ jobId: jobIdSchema }), nothing),
  /** Queues a failed or cancelled job again; refused when its affairs are settled (a generation that was given up). */
  'jobs:retry': call(z.object({ jobId: jobIdSchema }), nothing),
} as const
