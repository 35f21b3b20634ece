/** German says what English says. The compiler holds keys and parameters of shared/words together; this tells why. */
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inEnglish } from '../../../shared/words/english.ts'
import { GERMAN } from '../../../shared/words/german.ts'
import { ENGLISH } from '../../../shared/words/messages.ts'
import { say } from '../../../shared/words/say.ts'
import { speaker } from '../../../shared/words/speaker.ts'
import type { Mistranslated } from '../../../shared/words/translation.ts'

const root = join(import.meta.dirname, '../../..')

/** Full name of each text, in files that a person can open. */
type Texts = ReadonlyMap<string, string>

function flatten(value: unknown, path: string, into: Map<string, string>): Map<string, string> {
  if (typeof value === 'string') into.set(path, value)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) flatten(inner, `${path}.${key}`, into)
  }
  return into
}

function windowTexts(language: string): Texts {
  const texts = new Map<string, string>()
  for (const file of globSync(`renderer/i18n/${language}/*.json`, { cwd: root })) {
    flatten(JSON.parse(readFileSync(join(root, file), 'utf8')), basename(file), texts)
  }
  return texts
}

function sentences(catalogue: Readonly<Record<string, Readonly<Record<string, string>>>>): Texts {
  const texts = new Map<string, string>()
  for (const [namespace, of] of Object.entries(catalogue)) flatten(of, `${namespace}.ts`, texts)
  return texts
}

const namesIn = (text = ''): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? '')

/** What is to be done, one line each. */
function wrong(folder: string, english: Texts, german: Texts): string[] {
  const base = (key: string): string => key.replace(/_(one|other)$/, '')
  const named = (texts: Texts, key: string): string =>
    [
      ...new Set(
        [...texts]
          .filter(([other]) => base(other) === base(key))
          .flatMap(([, text]) => namesIn(text)),
      ),
    ]
      .sort()
      .join(', ')
  const told: string[] = []
  for (const [key, text] of english) {
    const own = german.get(key)
    if (own === undefined) told.push(`${folder}/de/${key} is missing; the English is: ${text}`)
    else if (own.trim() === '' && text.trim() !== '') told.push(`${folder}/de/${key} is empty`)
    else if (named(german, key) !== named(english, key)) {
      told.push(
        `${folder}/de/${key} has {{${named(german, key)}}}, English {{${named(english, key)}}}`,
      )
    } else if (own === text && /[a-z]{2,} [a-z]{2,} [a-z]{2,}/.test(text)) {
      told.push(`${folder}/de/${key} is still English: ${text}`)
    }
  }
  for (const key of german.keys()) {
    if (!english.has(key))
      told.push(`${folder}/de/${key} is no longer in ${folder}/en: take it away`)
  }
  return told
}

describe('German', () => {
  it('has every text of the window, with the same parameters and plural forms', () => {
    expect(windowTexts('de').size).toBeGreaterThan(300)
    expect(wrong('renderer/i18n', windowTexts('en'), windowTexts('de'))).toEqual([])
  })

  it('has every sentence of shared and main, with the same parameters and plural forms', () => {
    expect(wrong('shared/words', sentences(ENGLISH), sentences(GERMAN))).toEqual([])
  })

  it('has plurals, numbers, money and lists of its own', () => {
    const inGerman = speaker('de', GERMAN)
    const told = [
      say('words:clips', { count: 1 }),
      say('words:clips', { count: 1200 }),
      say('money:priceChanged', { agreed: 0.15, amount: 1234.5 }),
      say('edit:joinOtherMedia', {
        left: ['a', 'b', 'c'],
        right: say('words:quoted', { name: 'd' }),
      }),
      say('engine:duration', { seconds: 7.5, choices: ['5', '10'] }),
    ]
    expect(told.map(inGerman)).toEqual([
      '1 Clip',
      '1.200 Clips',
      'Der Preis hat sich von 0,15\u00a0$ auf 1.234,50\u00a0$ geändert. Nichts wurde gesendet; sehen Sie sich zuerst den neuen Preis an.',
      'Das Medium von a, b und c läuft nicht in „d“ weiter; nur ein Schnitt durch eine Aufnahme lässt sich verbinden.',
      'duration ist 7,5, und ein generierter Shot dauert 5 oder 10 Sekunden. Wählen Sie eines davon.',
    ])
    expect(inEnglish(told[2] ?? say('words:clip'))).toContain('$1,234.50')
  })

  it('does not compile while a sentence is missing, left over or speaks of other things', () => {
    type English = {
      a: { one: '{{x}} is {{y, number}}'; many_one: '{{count}}'; many_other: '{{n}}' }
    }
    type Told<Own> = Mistranslated<English, Own, 'de'>
    const right: Told<{ a: { one: '{{y}} {{x}}'; many_one: '{{n}}'; many_other: '{{count}}' } }> =
      'none'
    const lacks: Told<{ a: { one: '{{y}} {{x}}'; many_one: '{{n}} {{count}}' } }> =
      'a:many_other needs its text in shared/words/de/a.ts'
    const other: Told<{ a: { one: '{{x}}'; many_one: '{{n}}'; many_other: '{{count}}' } }> =
      'a:one speaks of other parameters in shared/words/de than in shared/words/en'
    const more: Told<{
      a: { one: '{{y}} {{x}}'; many_one: '{{n}}'; many_other: '{{count}}'; old: '' }
    }> = 'a:old is in shared/words/de and no longer in shared/words/en'
    const empty: Told<object> = 'shared/words/de/a.ts is missing'
    expect([right, lacks, other, more, empty]).toHaveLength(5)
  })
})
