/** English, for logs, the command line and `Error.message`; the window words sentences itself. */
import i18next, { type i18n as I18n } from 'i18next'
import { ENGLISH } from './messages.ts'
import type { Said } from './Said.ts'
import { addFormats, WORDING_OPTIONS, wordsOf } from './wording.ts'

let english: I18n | undefined

/** Made when first needed: the window's start does not wait for words that only logs want. */
function started(): I18n {
  if (english !== undefined) return english
  english = i18next.createInstance()
  void english.init({ ...WORDING_OPTIONS, lng: 'en', resources: { en: ENGLISH } })
  addFormats(english)
  return english
}

export const inEnglish = (said: Said): string => wordsOf(started(), said)
