/**
 * Every visible string. A file `en/timeline.json` gives the keys `timeline.…`; the sentences that shared and main
 * make (shared/words) are further namespaces, `edit:trackLocked`.
 */
import i18next, { type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { ENGLISH } from '../../shared/words/messages.ts'
import { addFormats, WORDING_OPTIONS } from '../../shared/words/wording.ts'

const files = import.meta.glob<Record<string, unknown>>('./*/*.json', {
  eager: true,
  import: 'default',
})

const resources: Record<string, Record<string, Record<string, unknown>>> = { en: { ...ENGLISH } }
for (const [path, strings] of Object.entries(files)) {
  const [, language, name] = /^\.\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? []
  if (language === undefined || name === undefined) continue
  resources[language] ??= {}
  resources[language].translation ??= {}
  resources[language].translation[name] = strings
}

export const i18n: I18n = i18next.createInstance()

// Resources are bundled, so nothing is fetched and texts are there at once.
void i18n.use(initReactI18next).init({ ...WORDING_OPTIONS, lng: 'en', resources })
addFormats(i18n)

export const setLanguage = (language: string): Promise<unknown> => i18n.changeLanguage(language)
