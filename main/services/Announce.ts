/** The port to whoever listens: the window in the program, nobody on the command line. Events steer nothing. */
import type { EventName, EventPayload } from '../../shared/ipc/events.ts'

export type Announce = <N extends EventName>(name: N, payload: EventPayload<N>) => void
