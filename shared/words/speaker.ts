/** Who words sentences in one language. */
import i18next from 'i18next'
import type { Language } from './languages.ts'
import type { Said } from './Said.ts'
import { addFormats, WORDING_OPTIONS, wordsOf } from './wording.ts'

export type Words = (said: Said) => string

/** By namespace, as {@link ENGLISH}. */
export type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>

export function speaker(language: Language, texts: Texts): Words {
  const i18n = i18next.createInstance()
  void i18n.init({ ...WORDING_OPTIONS, lng: language, resources: { [language]: texts } })
  addFormats(i18n)
  return (said) => wordsOf(i18n, said)
}
