import type { MessageKey } from '../words/messages.ts'
import type { Rest } from '../words/params.ts'
import { SaidError } from '../words/SaidError.ts'
import { say } from '../words/say.ts'

/** An edit that the document does not allow: one sentence for the person who tried. */
export class EditRefused extends SaidError {
  override readonly name = 'EditRefused'
}

/** `refuse('edit:trackLocked', { track: 'V1' })`. @throws EditRefused always. */
export function refuse<Key extends MessageKey>(key: Key, ...params: Rest<Key>): never {
  throw new EditRefused(say(key, ...params))
}
