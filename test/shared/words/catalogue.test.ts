/** What the compiler cannot see of the sentences: whether somebody says them. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ENGLISH } from '../../../shared/words/messages.ts'

const root = join(import.meta.dirname, '../../..')
const sources = globSync('{shared,main,preload,renderer}/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !/^shared\/words\/[a-z]{2}\//.test(file))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n')

/** Keys that are said as they stand, and beginnings of those made on the way: `property:${name}`. */
const said = new Set([...sources.matchAll(/'([a-z]\w*:\w+)'/gi)].map(([, key]) => key))
const beginnings = [...sources.matchAll(/`([a-z]\w*:\w*)\$\{/gi)].map(([, start]) => start ?? '')

it('every sentence is said somewhere', () => {
  const keys = Object.entries(ENGLISH).flatMap(([namespace, texts]) =>
    Object.keys(texts).map((key) => `${namespace}:${key.replace(/_(one|other)$/, '')}`),
  )
  const silent = keys.filter(
    (key) => !said.has(key) && !beginnings.some((start) => key.startsWith(start)),
  )
  expect(silent).toEqual([])
})
