/** Opens the library with every service the window has, does the work and closes it again. */
import type { Job } from '../../shared/jobs/job.ts'
import { compose, type Services } from '../compose.ts'
import type { CommandContext } from './Command.ts'
import { libraryOf } from './projectStore.ts'

export interface ServiceOptions {
  /** Where the library lies instead of where `--library` says. */
  readonly library?: string
  /** Told how a job is whenever that has changed. */
  readonly onJob?: (job: Job) => void
}

export async function withServices<T>(
  context: CommandContext,
  work: (services: Services) => T | Promise<T>,
  { library, onJob }: ServiceOptions = {},
): Promise<T> {
  const services = await compose({
    library: library ?? libraryOf(context).folder,
    env: context.io.env,
    announce: (name, payload) => {
      if (name === 'job:changed' && 'job' in payload) onJob?.(payload.job)
    },
  })
  try {
    return await work(services)
  } finally {
    if (!context.io.signal.aborted) await services.uploadKeeper.settled()
    await services.close()
  }
}
