import type { MessageKey } from './messages.ts'
import type { Rest } from './params.ts'
import type { Said, SaidParam } from './Said.ts'

/** `say('edit:trackLocked', { track: 'V1' })`: a wrong key, or a parameter too many or too few, does not compile. */
export function say<Key extends MessageKey>(key: Key, ...[params]: Rest<Key>): Said {
  return params === undefined
    ? { key }
    : { key, params: params as { readonly [name: string]: SaidParam } }
}
