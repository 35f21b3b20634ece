/** Tells windows that something changed. What breaks the contract is not sent. */
import type { WebContents } from 'electron'
import { eventChannel } from '../../shared/ipc/channels.ts'
import { EVENTS, type EventName, type EventPayload } from '../../shared/ipc/events.ts'

export function sendEvent<N extends EventName>(
  windows: Iterable<WebContents>,
  name: N,
  payload: EventPayload<N>,
): void {
  const parsed = EVENTS[name].parse(payload)
  for (const contents of windows) {
    if (!contents.isDestroyed()) contents.send(eventChannel(name), parsed)
  }
}
