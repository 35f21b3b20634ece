/** What main tells the window, parsed like any other boundary. Events say that something changed; they steer nothing. */
import { z } from 'zod'
import { jobSchema } from '../jobs/job.ts'
import { takeSchema } from '../model/take.ts'
import { mediaStatusSchema } from './contract.ts'

export const EVENTS = {
  'job:changed': z.object({ job: jobSchema }),
  'media:changed': z.object({ status: mediaStatusSchema }),
  'take:arrived': z.object({ projectId: z.string(), take: takeSchema }),
  /** A command chosen in the system's menu; `action` is an id of shared/actions/catalogue. */
  'menu:action': z.object({ action: z.string() }),
} as const

export type Events = typeof EVENTS
export type EventName = keyof Events
export type EventPayload<N extends EventName> = z.output<Events[N]>
