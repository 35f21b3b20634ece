/** What main words itself (the system's menu and dialogs, the doctor's report), in the language of the window. */
import { inEnglish } from '../../shared/words/english.ts'
import { type Language, languageFor } from '../../shared/words/languages.ts'
import { speaker, type Words } from '../../shared/words/speaker.ts'

export type { Words }

const LOADED: { readonly [L in Language]: () => Promise<Words> } = {
  en: () => Promise.resolve(inEnglish),
  de: () => import('../../shared/words/german.ts').then(({ GERMAN }) => speaker('de', GERMAN)),
}

export interface Spoken {
  /** In the language followed last; English before that. */
  readonly words: Words
  /** Loads the texts of the language that the preferences choose now, and tells those who listen. */
  follow(): Promise<void>
  /** Called after every change of the language. */
  onChange(listener: () => void): void
}

/** @param system the system's language, as `de-AT`. */
export function createSpoken(
  preferences: { readonly find: (key: string) => unknown },
  system: string,
): Spoken {
  let language: Language = 'en'
  let words: Words = inEnglish
  const listeners: (() => void)[] = []
  return {
    words: (said) => words(said),
    async follow() {
      const wanted = languageFor(preferences.find('language'), system)
      if (wanted === language) return
      const loaded = await LOADED[wanted]()
      // Chosen again while it was loaded: the later choice counts.
      if (languageFor(preferences.find('language'), system) !== wanted) return
      language = wanted
      words = loaded
      for (const listener of listeners) listener()
    },
    onChange(listener) {
      listeners.push(listener)
    },
  }
}
