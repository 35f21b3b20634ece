/** How the compiler holds a language against English: the same sentences, of the same parameters. */
import type { Plain } from './messages.ts'
import type { NamesIn } from './params.ts'

/** Parameters of all plural forms of a key together. */
type NamesOf<Texts, Key> = NamesIn<
  { [Form in keyof Texts]: Plain<Form> extends Plain<Key> ? Texts[Form] : never }[keyof Texts]
>

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

type WrongKey<English, Own, N, Key, Language extends string> = Key extends keyof Own
  ? Same<NamesOf<English, Key>, NamesOf<Own, Key>> extends true
    ? never
    : `${N & string}:${Key & string} speaks of other parameters in shared/words/${Language} than in shared/words/en`
  : `${N & string}:${Key & string} needs its text in shared/words/${Language}/${N & string}.ts`

type Wrong<English, Own, Language extends string> = {
  [N in keyof English]: N extends keyof Own
    ?
        | {
            [Key in keyof English[N]]: WrongKey<English[N], Own[N], N, Key, Language>
          }[keyof English[N]]
        | {
            [Key in keyof Own[N]]: Key extends keyof English[N]
              ? never
              : `${N & string}:${Key & string} is in shared/words/${Language} and no longer in shared/words/en`
          }[keyof Own[N]]
    : `shared/words/${Language}/${N & string}.ts is missing`
}[keyof English]

/** `'none'`, else sentences about what is wrong. */
export type Mistranslated<English, Own, Language extends string> = [
  Wrong<English, Own, Language>,
] extends [never]
  ? 'none'
  : Wrong<English, Own, Language>
