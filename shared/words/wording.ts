/** Sentences in the words of a language, by an i18next instance that has the catalogues. */
import type { i18n as I18n, InitOptions } from 'i18next'
import type { Said, SaidParam } from './Said.ts'

/** What every instance that words sentences is started with. */
export const WORDING_OPTIONS = {
  fallbackLng: 'en',
  // Texts are not HTML here, and resources are there from the start.
  interpolation: { escapeValue: false },
  initAsync: false,
  nsSeparator: ':',
} as const satisfies InitOptions

/** Prices are small and exact: `$0.15`, `$0.0634567`. */
const DOLLARS = {
  style: 'currency',
  currency: 'USD',
  minimumFractionDigits: 2,
  maximumFractionDigits: 7,
} as const satisfies Intl.NumberFormatOptions

const MILLISECONDS = { minimumFractionDigits: 3, maximumFractionDigits: 3 } as const
const EXACT = { maximumFractionDigits: 6 } as const
const TENTHS = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const

/**
 * `{{clip, capital}}` begins a sentence; `{{price, dollars}}` takes dollars as a number; `{{t, seconds}}` shows
 * milliseconds, `{{t, exactSeconds}}` as many of six digits as there are, `{{n, tenths}}` one digit;
 * `{{choices, anyOf}}` joins a list by "or".
 */
export function addFormats(i18n: I18n): void {
  const { formatter } = i18n.services
  formatter?.add('capital', (value: unknown, language) => {
    const [first = '', ...rest] = String(value)
    return first.toLocaleUpperCase(language) + rest.join('')
  })
  formatter?.add('seconds', (value: unknown, language) =>
    new Intl.NumberFormat(language, MILLISECONDS).format(Number(value)),
  )
  formatter?.add('exactSeconds', (value: unknown, language) =>
    new Intl.NumberFormat(language, EXACT).format(Number(value)),
  )
  formatter?.add('anyOf', (value: unknown, language) =>
    value instanceof WordedList ? value.joined('disjunction', language) : String(value),
  )
  formatter?.add('tenths', (value: unknown, language) =>
    new Intl.NumberFormat(language, TENTHS).format(Number(value)),
  )
  formatter?.add('dollars', (value: unknown, language) => dollars(Number(value), language))
}

/** `$0.15`; `0,15 $` @param amount in dollars. */
export const dollars = (amount: number, language: string | undefined): string =>
  new Intl.NumberFormat(language, DOLLARS).format(amount)

/** @param i18n initialised, with the sentence's namespace among its resources. */
export function wordsOf(i18n: I18n, { key, params = {} }: Said): string {
  const replace = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, paramIn(i18n, value)]),
  )
  const options = typeof params.count === 'number' ? { count: params.count } : {}
  if (!i18n.exists(key, options)) return i18n.t('words:unknown', { replace: { key } })
  // What a person called a clip must not be taken for a reference to another text.
  return i18n.t(key, { ...options, replace, nest: false })
}

function paramIn(i18n: I18n, value: SaidParam): string | number | WordedList {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (!isList(value)) return wordsOf(i18n, value)
  return new WordedList(
    value.map((part) => String(paramIn(i18n, part))),
    i18n.language,
  )
}

/** Reads "a, b and c", unless the text asks for another way of joining. */
class WordedList {
  readonly #parts: readonly string[]
  readonly #language: string
  constructor(parts: readonly string[], language: string) {
    this.#parts = parts
    this.#language = language
  }

  joined(type: Intl.ListFormatType, language = this.#language): string {
    return new Intl.ListFormat(listLanguage(language), { type }).format(this.#parts)
  }

  toString(): string {
    return this.joined('conjunction')
  }
}

/** "a, b and c": English here is without the comma that American English puts before the last. */
const listLanguage = (language: string): string => (language === 'en' ? 'en-GB' : language)

const isList = (value: SaidParam): value is readonly SaidParam[] => Array.isArray(value)
