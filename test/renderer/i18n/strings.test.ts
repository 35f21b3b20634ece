import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ENGLISH } from '../../../shared/words/messages.ts'

const root = join(import.meta.dirname, '../../..')

function flatten(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, `${path}.${key}`))
}

const strings = new Set(
  globSync('renderer/i18n/en/*.json', { cwd: root }).flatMap((file) =>
    flatten(JSON.parse(readFileSync(join(root, file), 'utf8')), basename(file, '.json')),
  ),
)
const sources = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).map((file) => ({
  file,
  text: readFileSync(join(root, file), 'utf8'),
}))

/** Those that shared and main say too: `menu:bar`. */
const sentences = new Set(
  Object.entries(ENGLISH).flatMap(([name, texts]) =>
    Object.keys(texts).map((key) => `${name}:${key}`),
  ),
)

const exists = (key: string): boolean =>
  [key, `${key}_other`].some((name) => strings.has(name) || sentences.has(name))

/** `t('a.b')`, `t(isX ? 'a.b' : 'a.c')` and i18n.t: every quoted word with a dot or a colon inside the parentheses. */
function* keysUsed(text: string): Generator<string> {
  for (const call of text.matchAll(/\bt\(\s*([^`)]*)/g)) {
    for (const [, key] of (call[1] ?? '').matchAll(/'([a-z]\w*(?:[.:]\w+)+)'/gi)) if (key) yield key
  }
}

describe('the words of the window', () => {
  it('every key that is asked for exists', () => {
    const missing = sources.flatMap(({ file, text }) =>
      [...keysUsed(text)].filter((key) => !exists(key)).map((key) => `${file}: ${key}`),
    )
    expect(missing).toEqual([])
  })

  it('no string is kept that nothing asks for', () => {
    const all = sources.map(({ text }) => text).join('\n')
    const prefixes = [...all.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{/gi)].map(
      ([, prefix]) => prefix ?? '',
    )
    const unused = [...strings].filter((key) => {
      const plain = key.replace(/_(one|other)$/, '')
      return !all.includes(`'${plain}'`) && !prefixes.some((prefix) => plain.startsWith(prefix))
    })
    expect(unused).toEqual([])
  })

  it('components show no words of their own', () => {
    const raw = sources
      .filter(({ file }) => file.endsWith('.tsx'))
      .flatMap(({ file, text }) =>
        [...text.matchAll(/>\s*([A-Za-z][a-z]+(?: [a-z]+)*)\s*<\//g)]
          .map(([, words]) => words)
          // The product's name is the same in every language.
          .filter((words) => words !== 'Keyreel')
          .map((words) => `${file}: ${words}`),
      )
    expect(raw).toEqual([])
  })
})
