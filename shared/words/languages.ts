/** The languages that there are texts of. */
export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** What a person may choose: one of them, or that of the system. */
export const LANGUAGE_CHOICES = ['system', ...LANGUAGES] as const
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number]

/** Each as those call it who speak it. */
export const OWN_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' }

/**
 * The language to speak.
 *
 * @param choice what is kept among the preferences; anything unknown counts as `system`.
 * @param system the system's, as `de-AT`; English where there are no texts of it.
 */
export function languageFor(choice: unknown, system: string): Language {
  const known = (name: unknown): Language | undefined => LANGUAGES.find((one) => one === name)
  return known(choice) ?? known(system.split(/[-_]/)[0]?.toLowerCase()) ?? 'en'
}
