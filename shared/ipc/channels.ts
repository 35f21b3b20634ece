/** Names of the channels under the bridge. */
import type { CallName, EventName } from './names.ts'

export const callChannel = (name: CallName): string => `keyreel:call:${name}`
export const eventChannel = (name: EventName): string => `keyreel:event:${name}`
