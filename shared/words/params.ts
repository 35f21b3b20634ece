/** What each sentence speaks of, read off the English texts by the compiler. */
import type { Catalogue, MessageKey, Namespace, Plain } from './messages.ts'
import type { SaidParam } from './Said.ts'

type FormsOf<N extends Namespace, Base extends string> = {
  [Key in keyof Catalogue[N]]: Plain<Key> extends Base ? Catalogue[N][Key] : never
}[keyof Catalogue[N]]

/** The English text of a key, all plural forms of it. */
type TextOf<Key> = Key extends `${infer N extends Namespace}:${infer Base}`
  ? FormsOf<N, Base>
  : never

/** `track` and `n` of `{{track}} has {{n, number}} frames`. */
export type NamesIn<Text> = Text extends `${string}{{${infer Inside}}}${infer Rest}`
  ? (Inside extends `${infer Name},${string}` ? Name : Inside) | NamesIn<Rest>
  : never

type ParamOf<Name> = Name extends 'count' ? number : SaidParam

export type ParamsOf<Key extends MessageKey> = {
  readonly [Name in NamesIn<TextOf<Key>>]: ParamOf<Name>
}

/** What a call gives besides the key: nothing, or all that the text names. */
export type Rest<Key extends MessageKey> = [NamesIn<TextOf<Key>>] extends [never]
  ? []
  : [params: ParamsOf<Key>]
