/** Every visible string. A file `en/timeline.json` gives the keys `timeline.…`. */
import i18next, { type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'

const files = import.meta.glob<Record<string, unknown>>('./*/*.json', {
  eager: true,
  import: 'default',
})

const resources: Record<string, { translation: Record<string, unknown> }> = {}
for (const [path, strings] of Object.entries(files)) {
  const [, language, name] = /^\.\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? []
  if (language === undefined || name === undefined) continue
  resources[language] ??= { translation: {} }
  resources[language].translation[name] = strings
}

export const i18n: I18n = i18next.createInstance()

/** Resolves when texts can be shown; resources are bundled, so nothing is fetched. */
export const startI18n = (language: string): Promise<unknown> =>
  i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources,
    interpolation: { escapeValue: false },
  })
