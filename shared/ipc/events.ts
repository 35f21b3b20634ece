/** What main tells the window, parsed like any other boundary. Events say that something changed; they steer nothing. */

import { z } from 'zod'
import { jobSchema } from '../jobs/job.ts'
import { takeSchema } from '../model/take.ts'
import { saidSchema } from '../words/Said.ts'
import { mediaStatusSchema, tilesMadeSchema } from './calls/media.ts'
import type { EventName } from './names.ts'

export type { EventName }

export const EVENTS = {
  'job:changed': z.object({ job: jobSchema }),
  /** Another process wrote into the store; `at` is when that was seen. */
  'store:changed': z.object({ at: z.string() }),
  /** Other facts of the model count than before; `asOf` is their date. */
  'model:changed': z.object({ asOf: z.string() }),
  'media:changed': z.object({ status: mediaStatusSchema }),
  'media:tiles': tilesMadeSchema,
  'take:arrived': z.object({ projectId: z.string(), take: takeSchema }),
  /** How far archiving or restoring a project is, 0..1. */
  'archive:progress': z.object({ fraction: z.number().min(0).max(1), note: saidSchema }),
  /** A command chosen in the system's menu; `action` is an id of shared/actions/catalogue. */
  'menu:action': z.object({ action: z.string() }),
} as const satisfies Readonly<Record<EventName, z.ZodType>>

export type Events = typeof EVENTS
export type EventPayload<N extends EventName> = z.output<Events[N]>
