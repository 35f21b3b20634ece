/** What main words itself (the system's menu and dialogs, the doctor's report), in the language of the window. */
import { inEnglish } from '../../shared/words/english.ts'
import type { Said } from '../../shared/words/Said.ts'

export type Words = (said: Said) => string

/** The languages there are texts of; the window's preferences offer the same. */
const LANGUAGES: Readonly<Record<string, Words>> = { en: inEnglish }

/** Asked anew for each sentence, since the language can change while the program runs. */
export const spoken =
  (preferences: { readonly find: (key: string) => unknown }): Words =>
  (said) => {
    const language = preferences.find('language')
    const words = typeof language === 'string' ? LANGUAGES[language] : undefined
    return (words ?? inEnglish)(said)
  }
