/**
 * Every visible string. A file `en/timeline.json` gives the keys `timeline.…`; the sentences that shared and main
 * make (shared/words) are further namespaces, `edit:trackLocked`. Languages other than English come when they are spoken.
 */
import i18next, { type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, languageFor } from '../../shared/words/languages.ts'
import { ENGLISH } from '../../shared/words/messages.ts'
import { addFormats, WORDING_OPTIONS } from '../../shared/words/wording.ts'
import { type Resources, withStrings } from './resources.ts'

const strings = import.meta.glob<Record<string, unknown>>('./en/*.json', {
  eager: true,
  import: 'default',
})

const LOADED: { readonly [L in Exclude<Language, 'en'>]: () => Promise<Resources> } = {
  de: () => import('./german.ts').then(({ german }) => german),
}

export const i18n: I18n = i18next.createInstance()

// English is bundled, so that there are texts at once.
void i18n
  .use(initReactI18next)
  .init({ ...WORDING_OPTIONS, lng: 'en', resources: { en: withStrings(ENGLISH, strings) } })
addFormats(i18n)

let wanted: Language = 'en'

/** Resolves when the window speaks it. @param choice among the preferences: a language, or `system`. */
export async function setLanguage(choice: string): Promise<void> {
  const language = languageFor(choice, navigator.language)
  wanted = language
  if (language !== 'en' && !i18n.hasResourceBundle(language, 'translation')) {
    const texts = await LOADED[language]()
    for (const [namespace, of] of Object.entries(texts))
      i18n.addResourceBundle(language, namespace, of)
  }
  // Chosen again while it was loaded: the later choice counts.
  if (wanted !== language) return
  document.documentElement.lang = language
  await i18n.changeLanguage(language)
}
